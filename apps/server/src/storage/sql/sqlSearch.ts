import { type RawBuilder, type SqlBool, sql } from "kysely";
import type {
  ContactFilter,
  EvidenceStore,
  FoundContact,
  IndexQuestion,
  SearchKeys,
} from "../evidenceStore.ts";
import type { AppDatabase } from "../tables.ts";
import { notErased } from "./notErased.ts";
import { backwards, place, placesOf } from "../place.ts";
import { themeFamily } from "./sqlThemes.ts";
import { tag, themesAsTags } from "./tags.ts";

const mostStems = 2000;

/** Whether words of a contact are a quote, and what somebody did with it. */
const done = sql`exists (select 1 from "quote" where "quote"."contactId" = "contact"."id") as "attached",
  coalesce((select "state" from "contactTriage" where "contactId" = "contact"."id"), 'unread') as "triage"`;

/** Contacts as they are found: with their place, the mark whether words of them are a quote, and what somebody did with them. */
export async function contactsWhere(
  db: AppDatabase,
  condition: RawBuilder<SqlBool>,
): Promise<FoundContact[]> {
  const found = await sql<FoundContact>`select "contact".*, ${place} as "place", ${done} from "contact"
    where ${notErased} and ${condition} order by "rowNo"`.execute(db);
  return found.rows;
}

/**
 * Finds contacts, the latest said first. The index drives the join (CROSS JOIN): left to itself the planner walks all contacts of a
 * source first. Row ids are cast: bound as REAL, FTS5 would ignore them and return wrong rows.
 */
export async function findContacts(
  db: AppDatabase,
  { question, filter, before, limit }: Parameters<EvidenceStore["findContacts"]>[0],
): Promise<FoundContact[]> {
  const match = await matchOf(db, question, filter);
  if (match === null) return [];
  const conditions = [
    sql<SqlBool>`"contactSearch" match ${match}`,
    notErased,
    ...(before === undefined ? [] : [sql<SqlBool>`"contactSearch"."rowid" < cast(${before} as integer)`]),
    ...rangesOf(filter),
  ];
  const found = await sql<FoundContact>`select "contact".*, "contactSearch"."rowid" as "place", ${done}
    from "contactSearch" cross join "contact" on ${place} = "contactSearch"."rowid"
    where ${sql.join(conditions, sql` and `)}
    order by "contactSearch"."rowid" desc limit cast(${limit} as integer)`.execute(db);
  return found.rows;
}

/** How many the index proposes, counted up to `most` and no further. */
export async function countContacts(
  db: AppDatabase,
  { question, filter, most }: Parameters<EvidenceStore["countContacts"]>[0],
): Promise<number> {
  const match = await matchOf(db, question, filter);
  if (match === null) return 0;
  const conditions = [sql<SqlBool>`"contactSearch" match ${match}`, ...rangesOf(filter, { exact: false })];
  const { rows } = await sql<{ n: number }>`select count(*) as "n" from (select 1 from "contactSearch"
    where ${sql.join(conditions, sql` and `)} limit cast(${most} as integer))`.execute(db);
  return rows[0]?.n ?? 0;
}

/** A moment narrows to the minutes of the index first, then to the ms; the other filters are tags. */
function rangesOf({ from, to, among }: ContactFilter, { exact } = { exact: true }): RawBuilder<SqlBool>[] {
  const ranges: RawBuilder<SqlBool>[] = [];
  if (from !== undefined || to !== undefined) {
    const first = from === undefined ? placesOf(0).first : placesOf(from).first;
    ranges.push(sql`"contactSearch"."rowid" >= cast(${first} as integer)`);
  }
  if (to !== undefined) ranges.push(sql`"contactSearch"."rowid" <= cast(${placesOf(to).last} as integer)`);
  if (among !== undefined)
    ranges.push(sql`+"contactSearch"."rowid" in (select ${place} from "contact" where "id" in
      (select "value" from json_each(${JSON.stringify(among)})))`);
  if (!exact) return ranges;
  if (from !== undefined) ranges.push(sql`"contact"."occurredAt" >= ${from}`);
  if (to !== undefined) ranges.push(sql`"contact"."occurredAt" <= ${to}`);
  return ranges;
}

/** The question and the filters in FTS5's own language; null when nothing can match. */
async function matchOf(
  db: AppDatabase,
  question: IndexQuestion | undefined,
  filter: ContactFilter,
): Promise<string | null> {
  const wanted = question === undefined ? quoted(tag.every) : allOf(question.all);
  const sources = filter.kinds === undefined ? null : await sourcesOfKinds(db, filter.kinds);
  if (wanted === null || sources?.length === 0 || filter.among?.length === 0) return null;
  const { yes, no } = tagsWanted(filter);
  if (filter.theme !== undefined)
    yes.push(themesAsTags(await themeFamily(db, filter.theme), filter.language));
  if (sources !== null) yes.push(sources.map(tag.source));
  const shown = question?.none === undefined ? null : allOf(question.none);
  const words = shown === null ? ofItself(wanted, yes.length > 0) : `((${wanted}) NOT (${shown}))`;
  const all = [words, ...yes.map((any) => `(${any.map(quoted).join(" OR ")})`)].join(" AND ");
  return no.length === 0 ? all : `(${all}) NOT (${no.map(quoted).join(" OR ")})`;
}

/**
 * Beside filters, words are worked out of themselves: FTS5 takes brackets of AND within AND apart, and then looks into the long lists of the
 * filters at every step of every word, not only where all words stand. An OR with what stands nowhere keeps the brackets.
 */
function ofItself(words: string, isFiltered: boolean): string {
  return isFiltered ? `((${words}) OR ${quoted(tag.none)})` : `(${words})`;
}

function tagsWanted(filter: ContactFilter): { yes: string[][]; no: string[] } {
  const { source, channel, feeling, attached, triage } = filter;
  const yes: string[][] = [];
  const no: string[] = [];
  if (source !== undefined) yes.push([tag.source(source)]);
  if (channel !== undefined) yes.push([tag.channel(channel)]);
  if (feeling !== undefined) yes.push([tag.feeling(feeling)]);
  if (attached === true) yes.push([tag.quoted]);
  if (attached === false) no.push(tag.quoted);
  if (triage === "unread") no.push(tag.triage("read"), tag.triage("aside"));
  else if (triage !== undefined) yes.push([tag.triage(triage)]);
  return { yes, no };
}

async function sourcesOfKinds(db: AppDatabase, kinds: readonly string[]): Promise<string[]> {
  if (kinds.length === 0) return [];
  const rows = await db
    .selectFrom("source")
    .select("id")
    .where("kind", "in", [...kinds])
    .execute();
  return rows.map(({ id }) => id);
}

function allOf(terms: readonly SearchKeys[]): string | null {
  const groups = terms.map(({ stems, phrases = [] }) => [
    ...stems.map(quoted),
    ...phrases.map((phrase) => quoted(phrase.join(" "))),
  ]);
  if (groups.length === 0 || groups.some((group) => group.length === 0)) return null;
  return groups.map((group) => `(${group.join(" OR ")})`).join(" AND ");
}

function quoted(key: string): string {
  return `"${key.replaceAll('"', '""')}"`;
}

/** The stems of the index that begin with one of the pieces, or end in one; the shortest first. */
export async function stemsAt(
  db: AppDatabase,
  { starts, ends }: Parameters<EvidenceStore["stemsAt"]>[0],
): Promise<string[]> {
  if (starts.length + ends.length === 0) return [];
  const found = await sql<{ stem: string }>`select "stem" from (
      select "stem" from json_each(${JSON.stringify(starts)}) as "piece" cross join "term"
        where "stem" >= "piece"."value" and "stem" < "piece"."value" || char(1114111)
      union select "stem" from json_each(${JSON.stringify(ends.map(backwards))}) as "piece" cross join "term"
        where "back" >= "piece"."value" and "back" < "piece"."value" || char(1114111))
    order by length("stem"), "stem" limit ${sql.lit(mostStems)}`.execute(db);
  return found.rows.map(({ stem }) => stem);
}

/** The shortest stems of the index that begin with a piece. */
export async function completions(db: AppDatabase, piece: string, limit: number): Promise<string[]> {
  const found = await sql<{ stem: string }>`select "stem" from "term"
    where "stem" >= ${piece} and "stem" < ${`${piece}\u{10FFFF}`}
    order by length("stem"), "stem" limit cast(${limit} as integer)`.execute(db);
  return found.rows.map(({ stem }) => stem);
}

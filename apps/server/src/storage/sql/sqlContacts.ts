import { type RawBuilder, type SqlBool, sql } from "kysely";
import type {
  ContactFilter,
  EvidenceStore,
  FoundContact,
  IndexQuestion,
  NewContact,
  SearchKeys,
} from "../evidenceStore.ts";
import type { AppDatabase } from "../tables.ts";
import { notErased } from "./notErased.ts";
import { quoteThemes } from "./sqlQuotes.ts";

const mostStems = 2000;

/** Contacts with the mark whether words of them are a quote. */
export function foundContacts(db: AppDatabase) {
  return db.selectFrom("contact").selectAll("contact").select(attached.as("attached")).where(notErased);
}

const attached = sql<number>`exists (select 1 from "quote" where "quote"."contactId" = "contact"."id")`;

/** Keeps contacts, their index entries and their stems in one transaction. */
export function keepContacts(
  db: AppDatabase,
  sourceId: string,
  given: readonly NewContact[],
): ReturnType<EvidenceStore["keepContacts"]> {
  if (given.length === 0) return Promise.resolve({ kept: 0, duplicates: 0, erased: [] });
  return db.transaction().execute(async (tx) => {
    const erased = await erasedAmong(tx, sourceId, given);
    const contacts = given.filter(({ id }) => !erased.includes(id));
    if (contacts.length === 0) return { kept: 0, duplicates: 0, erased };
    const added = await tx
      .insertInto("contact")
      .values(contacts.map(({ stems: _stems, ...contact }) => ({ ...contact, sourceId })))
      .onConflict((conflict) => conflict.columns(["sourceId", "hash"]).doNothing())
      .returning(["rowNo", "hash"])
      .execute();
    const stemsOf = new Map(contacts.map(({ hash, stems }) => [hash, stems]));
    const entries = added.map(({ rowNo, hash }) => [rowNo, (stemsOf.get(hash) ?? []).join(" ")]);
    const stems = new Set(added.flatMap(({ hash }) => stemsOf.get(hash) ?? []));
    await sql`insert into "contactSearch" ("rowid", "stems")
      select cast("value" ->> 0 as integer), "value" ->> 1 from json_each(${JSON.stringify(entries)})`.execute(
      tx,
    );
    await sql`insert or ignore into "term" ("stem")
      select "value" from json_each(${JSON.stringify([...stems])})`.execute(tx);
    return { kept: added.length, duplicates: contacts.length - added.length, erased };
  });
}

/** Ids of those that must not come back: said by a person before they were erased, or meant for a source that is gone. */
async function erasedAmong(
  tx: AppDatabase,
  sourceId: string,
  contacts: readonly NewContact[],
): Promise<string[]> {
  const source = tx
    .selectFrom("source")
    .select("id")
    .where("id", "=", sourceId)
    .where("erasingAt", "is", null);
  if ((await source.executeTakeFirst()) === undefined) return contacts.map(({ id }) => id);
  const told = contacts.map(({ id, respondentKey, occurredAt }) => [id, respondentKey, occurredAt]);
  const { rows } = await sql<{
    id: string;
  }>`select "value" ->> 0 as "id" from json_each(${JSON.stringify(told)})
    join "tombstone" on "what" = 'person' and "tombstone"."id" = "value" ->> 1
    where "value" ->> 2 is null or "value" ->> 2 <= "erasedAt"`.execute(tx);
  return rows.map(({ id }) => id);
}

/**
 * Finds contacts, the newest first. The index drives the join (CROSS JOIN): left to itself the planner walks all contacts of a
 * source first. Row ids are cast: bound as REAL, FTS5 would ignore them and return wrong rows.
 */
export async function findContacts(
  db: AppDatabase,
  { question, filter, before, limit }: Parameters<EvidenceStore["findContacts"]>[0],
): Promise<FoundContact[]> {
  const filters = filtersOf(filter);
  if (question === undefined) {
    let found = foundContacts(db);
    for (const condition of filters) found = found.where(condition);
    if (before !== undefined) found = found.where("rowNo", "<", before);
    return found.orderBy("rowNo", "desc").limit(limit).execute();
  }
  const match = matchOf(question);
  if (match === null) return [];
  const conditions = [
    sql<SqlBool>`"contactSearch" match ${match}`,
    notErased,
    ...(before === undefined ? [] : [sql<SqlBool>`"contactSearch"."rowid" < cast(${before} as integer)`]),
    ...filters,
  ];
  const found = await sql<FoundContact>`select "contact".*, ${attached} as "attached"
    from "contactSearch" cross join "contact" on "contact"."rowNo" = "contactSearch"."rowid"
    where ${sql.join(conditions, sql` and `)}
    order by "contactSearch"."rowid" desc limit cast(${limit} as integer)`.execute(db);
  return found.rows;
}

/** The stems of the index that contain a piece. */
export async function stemsWith(db: AppDatabase, piece: string): Promise<string[]> {
  const escaped = piece.replace(/[\\%_]/g, String.raw`\$&`);
  const found = await sql<{ stem: string }>`select "stem" from "term"
    where "stem" like ${`%${escaped}%`} escape '\\' limit ${mostStems}`.execute(db);
  return found.rows.map(({ stem }) => stem);
}

function filtersOf(filter: ContactFilter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = [];
  if (filter.source !== undefined) conditions.push(sql`"contact"."sourceId" = ${filter.source}`);
  if (filter.from !== undefined) conditions.push(sql`"contact"."occurredAt" >= ${filter.from}`);
  if (filter.to !== undefined) conditions.push(sql`"contact"."occurredAt" <= ${filter.to}`);
  if (filter.channel !== undefined) conditions.push(sql`"contact"."channel" = ${filter.channel}`);
  if (filter.attached !== undefined)
    conditions.push(filter.attached ? sql`${attached}` : sql`not ${attached}`);
  if (filter.theme !== undefined) {
    conditions.push(sql`(exists (select 1 from json_each("contact"."themes") where "value" = ${filter.theme})
      or exists (select 1 from "quote", json_each(${quoteThemes(filter.language)}) as "theme"
        where "quote"."contactId" = "contact"."id" and "theme"."value" = ${filter.theme}))`);
  }
  return conditions;
}

/** The question in FTS5's own language; null when a term has no key at all, so that nothing can match. */
function matchOf({ all, none }: IndexQuestion): string | null {
  const wanted = allOf(all);
  if (wanted === null) return null;
  const shown = none === undefined ? null : allOf(none);
  return shown === null ? wanted : `(${wanted}) NOT (${shown})`;
}

function allOf(terms: readonly SearchKeys[]): string | null {
  const groups = terms.map(({ stems, prefix }) => [
    ...stems.map(quoted),
    ...(prefix === undefined ? [] : [`${quoted(prefix)}*`]),
  ]);
  if (groups.length === 0 || groups.some((group) => group.length === 0)) return null;
  return groups.map((group) => `(${group.join(" OR ")})`).join(" AND ");
}

function quoted(key: string): string {
  return `"${key.replaceAll('"', '""')}"`;
}

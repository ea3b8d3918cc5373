import type { LibrarySums } from "@polku/journey";
import { type RawBuilder, sql } from "kysely";
import type { EvidenceStore, LibrarySumsAsked } from "../evidenceStore.ts";
import { momentOf, placesOf } from "../place.ts";
import { gathered, listed, themesShown, weeksUntil } from "../sums.ts";
import type { AppDatabase } from "../tables.ts";
import { scoreOf, tag, themesAsTags } from "./tags.ts";

/** Minutes of a week, and those from Monday 29 December 1969 to 1970: a place holds the minute in its upper bits. */
const weekOfPlace = sql<number>`("rowid" / 67108864 + 4320) / 10080`;

/** Sums over the library, each read off one index. */
export async function librarySums(
  db: AppDatabase,
  asked: LibrarySumsAsked,
  themes: EvidenceStore["themes"],
): Promise<LibrarySums> {
  const until = Math.min(asked.until, asked.to ?? asked.until);
  const gone = await db.selectFrom("source").select("id").where("erasingAt", "is not", null).execute();
  const without = gone.map(({ id }) => `"${tag.source(id)}"`);
  const matchOf = (any: readonly string[]): string => {
    const all = [any, ...(asked.source === undefined ? [] : [[tag.source(asked.source)]])];
    const wanted = all.map((tags) => `(${tags.map((one) => `"${one}"`).join(" OR ")})`).join(" AND ");
    return without.length === 0 ? wanted : `(${wanted}) NOT (${without.join(" OR ")})`;
  };
  const span = weeksUntil(await latest(db, matchOf([tag.every]), until));
  const perWeek = async (any: readonly string[]): Promise<number[]> => {
    const match = matchOf(any);
    const first = placesOf(Math.max(span.from, asked.from ?? span.from)).first;
    const last = placesOf(Math.min(span.to, asked.to ?? span.to)).last;
    const { rows } = await sql<{ week: number; n: number }>`select ${weekOfPlace} as "week", count(*) as "n"
      from "contactSearch" where "contactSearch" match ${match}
      and "rowid" between cast(${first} as integer) and cast(${last} as integer) group by 1`.execute(db);
    return listed(new Map(rows.map(({ week, n }) => [week, n])), span.first);
  };
  const all = await themes(asked.language);
  const common = all.filter(({ under }) => under === undefined).slice(0, themesShown);
  const perTheme: { theme: string; contacts: number[] }[] = [];
  for (const { theme } of common) {
    const family = [theme, ...all.flatMap((one) => (one.under === theme ? one.theme : []))];
    const tags = themesAsTags(family, asked.language);
    perTheme.push({ theme, contacts: await perWeek(tags) });
  }
  return {
    valences: gathered([...(await scores(db, asked)), ...(await quotedValences(db, asked))]),
    read: await reading(db, asked.sources),
    weeks: { first: span.first, contacts: await perWeek([tag.every]) },
    themes: perTheme,
  };
}

/** The minute of the latest contact before a moment; the moment itself where there is none with a date. */
async function latest(db: AppDatabase, match: string, until: number): Promise<number> {
  const { rows } = await sql<{ place: number }>`select "rowid" as "place" from "contactSearch"
    where "contactSearch" match ${match} and "rowid" <= cast(${placesOf(until).last} as integer)
    and "rowid" >= cast(${placesOf(0).first} as integer) order by "rowid" desc limit 1`.execute(db);
  return rows[0] === undefined ? until : momentOf(rows[0].place);
}

function among(sources: readonly string[]): RawBuilder<unknown> {
  return sql`(select "id" from "source" where "erasingAt" is null and "id" in
    (select "value" from json_each(${JSON.stringify(sources)})))`;
}

function within({ from, to }: LibrarySumsAsked): RawBuilder<unknown> {
  const after = from === undefined ? sql`true` : sql`"contact"."occurredAt" >= ${from}`;
  const before = to === undefined ? sql`true` : sql`"contact"."occurredAt" <= ${to}`;
  return sql`${after} and ${before}`;
}

/** The scores of contacts by value: a few dozen rows, however many contacts there are. */
async function scores(db: AppDatabase, asked: LibrarySumsAsked): Promise<[number, number][]> {
  const { rows } = await sql<{ ratingScale: string | null; ratingX: number; n: number }>`
    select "ratingScale", "ratingX", count(*) as "n" from "contact"
    where "ratingX" is not null and "sourceId" in ${among(asked.sources)} and ${within(asked)}
    group by "ratingScale", "ratingX"`.execute(db);
  return rows.flatMap(({ n, ...one }): [number, number][] => {
    const v = scoreOf(one);
    return v === null ? [] : [[v, n]];
  });
}

/** Contacts without a score, by the mean valence of their quotes. Quotes lead (CROSS JOIN): they are thousands, contacts millions. */
async function quotedValences(db: AppDatabase, asked: LibrarySumsAsked): Promise<[number, number][]> {
  const { rows } = await sql<{ v: number }>`select avg("quote"."valence") as "v" from "quote"
    cross join "contact" on "contact"."id" = "quote"."contactId"
    where "quote"."valence" is not null and "quote"."withdrawnAt" is null and "contact"."ratingX" is null
    and "quote"."sourceId" in ${among(asked.sources)} and ${within(asked)} group by "quote"."contactId"`.execute(
    db,
  );
  return rows.map(({ v }) => [v, 1]);
}

async function reading(db: AppDatabase, sources: readonly string[]): Promise<LibrarySums["read"]> {
  const { rows } = await sql<{ total: number; triaged: number }>`select
    (select count(*) from "contact" where "sourceId" in ${among(sources)}) as "total",
    (select count(*) from "contactTriage" cross join "contact" on "contact"."id" = "contactTriage"."contactId"
      where "contact"."sourceId" in ${among(sources)}) as "triaged"`.execute(db);
  return rows[0] ?? { total: 0, triaged: 0 };
}

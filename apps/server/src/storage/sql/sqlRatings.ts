import { sql } from "kysely";
import type { AppDatabase } from "../tables.ts";

/** A quote that a person rated, and that another may rate without seeing how. */
const rated = sql`"quote"."vBy" = 'human' and "quote"."valence" is not null and "quote"."withdrawnAt" is null
  and "quote"."sourceId" not in (select "id" from "source" where "erasingAt" is not null)`;

/** Ids of quotes that others made and rated and this person has not, the newest first, and how many there are. */
export async function quotesToRate(
  db: AppDatabase,
  by: string,
  limit: number,
): Promise<{ ids: string[]; left: number }> {
  const open = sql`from "quote" where ${rated} and "quote"."by" <> ${by}
    and not exists (select 1 from "quoteRating" where "quoteId" = "quote"."id" and "by" = ${by})`;
  const found = await sql<{ id: string }>`select "id" ${open} order by "rowNo" desc limit ${limit}`.execute(
    db,
  );
  const count = await sql<{ n: number }>`select count(*) as "n" ${open}`.execute(db);
  return { ids: found.rows.map(({ id }) => id), left: count.rows[0]?.n ?? 0 };
}

/** Keeps a rating; false when this person has rated the quote before. */
export async function addRating(
  db: AppDatabase,
  row: { quoteId: string; by: string; valence: number; at: number },
): Promise<boolean> {
  const kept = db
    .insertInto("quoteRating")
    .values(row)
    .onConflict((same) => same.columns(["quoteId", "by"]).doNothing());
  return (await kept.executeTakeFirst()).numInsertedOrUpdatedRows === 1n;
}

export type RatingPair = {
  quoteId: string;
  first: number;
  second: number;
  firstBy: string;
  secondBy: string;
};

/** Every second rating beside the first; at most 10,000, the newest first. */
export async function ratingPairs(db: AppDatabase): Promise<RatingPair[]> {
  const { rows } =
    await sql<RatingPair>`select "quoteId", "quote"."valence" as "first", "quoteRating"."valence" as "second",
    "quote"."by" as "firstBy", "quoteRating"."by" as "secondBy" from "quoteRating"
    join "quote" on "quote"."id" = "quoteRating"."quoteId" where ${rated} order by "at" desc limit 10000`.execute(
      db,
    );
  return rows;
}

import { type SqlBool, sql } from "kysely";
import type { AppDatabase } from "../tables.ts";

/** The two quotes of a pair, in the order in which they are kept. */
function inOrder(a: string, b: string): { one: string; other: string } {
  return a < b ? { one: a, other: b } : { one: b, other: a };
}

/** Keeps a pair; joining two that are joined already changes nothing. */
export async function addPair(
  db: AppDatabase,
  pair: { ids: readonly [string, string]; by: string; at: number },
): Promise<void> {
  await db
    .insertInto("quotePair")
    .values({ ...inOrder(...pair.ids), by: pair.by, at: pair.at })
    .onConflict((same) => same.columns(["one", "other"]).doNothing())
    .execute();
}

/** Takes a pair apart; its quotes stay. */
export async function removePair(db: AppDatabase, a: string, b: string): Promise<void> {
  const { one, other } = inOrder(a, b);
  await db.deleteFrom("quotePair").where("one", "=", one).where("other", "=", other).execute();
}

/** Pairs of which a quote is of this contact, the oldest first. */
export function pairsOfContact(
  db: AppDatabase,
  contactId: string,
): Promise<{ one: string; other: string }[]> {
  const own = sql`(select "id" from "quote" where "contactId" = ${contactId})`;
  return db
    .selectFrom("quotePair")
    .select(["one", "other"])
    .where(sql<SqlBool>`"one" in ${own} or "other" in ${own}`)
    .orderBy("at")
    .execute();
}

/** Pairs in which one of these quotes stands, the oldest first. */
export async function pairsOfQuotes(
  db: AppDatabase,
  ids: readonly string[],
): Promise<{ one: string; other: string }[]> {
  if (ids.length === 0) return [];
  const own = sql`(select "value" from json_each(${JSON.stringify(ids)}))`;
  return db
    .selectFrom("quotePair")
    .select(["one", "other"])
    .where(sql<SqlBool>`"one" in ${own} or "other" in ${own}`)
    .orderBy("at")
    .execute();
}

/**
 * Quotes of the other side, the newest first: what was observed, or what customers said. Only of the same person unless `anyone`.
 */
export async function otherSide(
  db: AppDatabase,
  asked: {
    side: "said" | "did";
    contactId: string;
    respondentKey: string | null;
    anyone: boolean;
    limit: number;
  },
): Promise<string[]> {
  const side =
    asked.side === "did"
      ? sql<SqlBool>`"quote"."manner" = 'observed'`
      : sql<SqlBool>`"quote"."manner" = 'stated' and "quote"."speaker" = 'customer'`;
  let found = db
    .selectFrom("quote")
    .innerJoin("contact", "contact.id", "quote.contactId")
    .innerJoin("source", (on) =>
      on.onRef("source.id", "=", "quote.sourceId").on("source.erasingAt", "is", null),
    )
    .select("quote.id")
    .where(side)
    .where("quote.withdrawnAt", "is", null);
  if (!asked.anyone)
    found = found.where((is) =>
      is.or([
        is("quote.contactId", "=", asked.contactId),
        ...(asked.respondentKey === null ? [] : [is("contact.respondentKey", "=", asked.respondentKey)]),
      ]),
    );
  const rows = await found.orderBy("quote.rowNo", "desc").limit(asked.limit).execute();
  return rows.map(({ id }) => id);
}

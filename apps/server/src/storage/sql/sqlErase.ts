import { eraseReasons } from "@polku/protocol";
import { type RawBuilder, sql } from "kysely";
import type { AppDatabase } from "../tables.ts";
import { place } from "../place.ts";
import type { Erasable, Erased, Tombstone } from "../tombstone.ts";
import { takeMediaOf, takeMediaOfSource } from "./sqlMedia.ts";
import { retag } from "./sqlTags.ts";

const nothing: Erased = { contacts: 0, quoteIds: [] };

/**
 * Erases in one transaction and leaves a tombstone; undefined when there is nothing of the kind. A source is only marked as gone, and its
 * quotes taken: its contacts may be a hundred thousand, and nobody shall wait for them. `sqlSweep.ts` does the rest.
 */
export function erase(db: AppDatabase, tombstone: Tombstone): Promise<Erased | undefined> {
  return db.transaction().execute(async (tx) => {
    const gone = await take(tx, tombstone);
    if (gone !== undefined) await leaveTombstone(tx, tombstone);
    return gone;
  });
}

/** Erases what a tombstone names, if it is there and older, and sets the tombstone anyway. */
export function bury(db: AppDatabase, tombstone: Tombstone): Promise<Erased> {
  return db.transaction().execute(async (tx) => {
    const gone = await take(tx, tombstone, tombstone.erasedAt);
    await leaveTombstone(tx, tombstone);
    return gone ?? nothing;
  });
}

export async function tombstones(db: AppDatabase): Promise<Tombstone[]> {
  const rows = await db.selectFrom("tombstone").selectAll().orderBy("erasedAt").execute();
  return rows.map(({ id, what, erasedAt, by, reason }) => ({
    id,
    what: what as Tombstone["what"],
    erasedAt,
    by,
    reason: eraseReasons.find((known) => known === reason) ?? "other",
  }));
}

export async function isErased(db: AppDatabase, { id, what }: Erasable): Promise<boolean> {
  const found = db.selectFrom("tombstone").select("id").where("id", "=", id).where("what", "=", what);
  return (await found.executeTakeFirst()) !== undefined;
}

async function leaveTombstone(tx: AppDatabase, tombstone: Tombstone): Promise<void> {
  const { what, erasedAt, by, reason } = tombstone;
  await tx
    .insertInto("tombstone")
    .values({ ...tombstone, sweptAt: null })
    .onConflict((same) => same.column("id").doUpdateSet({ what, erasedAt, by, reason, sweptAt: null }))
    .execute();
}

/** @param until what a person said later than this (ms since 1970) stays. */
function take(
  tx: AppDatabase,
  { what, id, erasedAt }: Tombstone,
  until?: number,
): Promise<Erased | undefined> {
  if (what === "source") return takeSource(tx, id, erasedAt);
  if (what === "quote") return takeQuote(tx, id);
  if (what === "contact") return takeContacts(tx, sql`"id" = ${id}`);
  // Nothing of the library is a journey's: its rows are taken by `sqlPurge.ts`.
  if (what === "journey") return Promise.resolve(undefined);
  const earlier = until === undefined ? sql`true` : sql`("occurredAt" is null or "occurredAt" <= ${until})`;
  return takeContacts(tx, sql`"respondentKey" = ${id} and ${earlier}`);
}

async function takeSource(tx: AppDatabase, id: string, erasingAt: number): Promise<Erased | undefined> {
  const blank = {
    title: "",
    fileName: null,
    fileHash: null,
    samplingNote: null,
    purpose: null,
    textIn: null,
  };
  const marked = await tx
    .updateTable("source")
    .set({ ...blank, erasingAt })
    .where("id", "=", id)
    .where("erasingAt", "is", null)
    .returning("id")
    .executeTakeFirst();
  if (marked === undefined) return undefined;
  const quotes = await tx.deleteFrom("quote").where("sourceId", "=", id).returning("id").execute();
  await takeMediaOfSource(tx, id);
  await tx.deleteFrom("sourceImport").where("sourceId", "=", id).execute();
  await tx.deleteFrom("rememberedMapping").where("sourceId", "=", id).execute();
  const { n } = await tx
    .selectFrom("contact")
    .where("sourceId", "=", id)
    .select((of) => of.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return { contacts: n, quoteIds: quotes.map((quote) => quote.id) };
}

async function takeQuote(tx: AppDatabase, id: string): Promise<Erased | undefined> {
  const gone = await tx
    .deleteFrom("quote")
    .where("id", "=", id)
    .returning(["id", "contactId"])
    .executeTakeFirst();
  if (gone === undefined) return undefined;
  await retag(tx, [gone.contactId]);
  return { contacts: 0, quoteIds: [gone.id] };
}

/** Takes contacts with their quotes and index entries; undefined when there are none. */
export async function takeContacts(
  tx: AppDatabase,
  which: RawBuilder<unknown>,
  most = Number.MAX_SAFE_INTEGER,
): Promise<Erased | undefined> {
  const found = await sql<{
    rowNo: number;
    id: string;
    place: number;
  }>`select "rowNo", "id", ${place} as "place"
    from "contact" where ${which} limit ${most}`.execute(tx);
  if (found.rows.length === 0) return undefined;
  const contactIds = JSON.stringify(found.rows.map(({ id }) => id));
  await takeMediaOf(tx, contactIds);
  const ids = sql`(select "value" from json_each(${contactIds}))`;
  const rows = sql`(select "value" from json_each(${JSON.stringify(found.rows.map(({ rowNo }) => rowNo))}))`;
  const places = sql`(select "value" from json_each(${JSON.stringify(found.rows.map((one) => one.place))}))`;
  const quotes = await sql<{
    id: string;
  }>`delete from "quote" where "contactId" in ${ids} returning "id"`.execute(tx);
  await sql`delete from "contactSearch" where "rowid" in ${places}`.execute(tx);
  await sql`delete from "contactTriage" where "contactId" in ${ids}`.execute(tx);
  await sql`delete from "contact" where "rowNo" in ${rows}`.execute(tx);
  return { contacts: found.rows.length, quoteIds: quotes.rows.map(({ id }) => id) };
}

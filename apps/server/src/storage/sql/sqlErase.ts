import { type SqlBool, sql } from "kysely";
import type { EvidenceStore } from "../evidenceStore.ts";
import type { AppDatabase } from "../tables.ts";

/** Erases a source in one transaction, then takes the old bytes out of the write-ahead log too. */
export async function eraseSource(
  db: AppDatabase,
  id: string,
  { erasedAt, by }: Parameters<EvidenceStore["eraseSource"]>[1],
): ReturnType<EvidenceStore["eraseSource"]> {
  const gone = await db.transaction().execute(async (tx) => {
    if ((await tx.selectFrom("source").select("id").where("id", "=", id).executeTakeFirst()) === undefined)
      return undefined;
    const quotes = await tx.deleteFrom("quote").where("sourceId", "=", id).returning("id").execute();
    const ofSource = sql<SqlBool>`"rowid" in (select "rowNo" from "contact" where "sourceId" = ${id})`;
    await sql`delete from "contactSearch" where ${ofSource}`.execute(tx);
    const { numDeletedRows } = await tx
      .deleteFrom("contact")
      .where("sourceId", "=", id)
      .executeTakeFirstOrThrow();
    // Deleting only marks entries as gone; merging the index drops their bytes (its own secure-delete is 20 times slower).
    await sql`insert into "contactSearch" ("contactSearch") values ('optimize')`.execute(tx);
    await sql`delete from "term" where "stem" not in (select "term" from "contactSearchTerms")`.execute(tx);
    await tx.deleteFrom("source").where("id", "=", id).execute();
    await tx.insertInto("tombstone").values({ id, what: "source", erasedAt, by }).execute();
    return { contacts: Number(numDeletedRows), quoteIds: quotes.map((quote) => quote.id) };
  });
  if (gone !== undefined) await sql`pragma wal_checkpoint(truncate)`.execute(db);
  return gone;
}

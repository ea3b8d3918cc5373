import { sql } from "kysely";
import type { AppDatabase } from "../tables.ts";

const tables = ["recording", "picture"] as const;

/** Takes the recordings and pictures of these contacts (ids, JSON) out. */
export async function takeMediaOf(tx: AppDatabase, contactIds: string): Promise<void> {
  for (const table of tables)
    await sql`delete from ${sql.table(table)} where "contactId" in (select "value" from json_each(${contactIds}))`.execute(
      tx,
    );
}

/** Takes all recordings and pictures of a source out. */
export async function takeMediaOfSource(tx: AppDatabase, sourceId: string): Promise<void> {
  for (const table of tables) await tx.deleteFrom(table).where("sourceId", "=", sourceId).execute();
}

/** The names of the files of all recordings and pictures; rows for which `isThere` says no are taken out first. */
export async function mediaFileNames(
  db: AppDatabase,
  isThere: (name: string) => boolean,
): Promise<Set<string>> {
  const names = new Set<string>();
  for (const table of tables)
    for (const { id, file } of await db.selectFrom(table).select(["id", "file"]).execute())
      if (isThere(file)) names.add(file);
      else await db.deleteFrom(table).where("id", "=", id).execute();
  return names;
}

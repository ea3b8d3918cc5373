import { sql } from "kysely";
import type { RecordingRow } from "../recordingTable.ts";
import type { AppDatabase } from "../tables.ts";
import { notErased } from "./notErased.ts";

/** Keeps the row of a recording; false when its contact has one already, or is gone. */
export function addRecording(db: AppDatabase, row: RecordingRow): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const contact = await tx
      .selectFrom("contact")
      .select("id")
      .where("id", "=", row.contactId)
      .where(notErased)
      .executeTakeFirst();
    if (contact === undefined) return false;
    const kept = tx
      .insertInto("recording")
      .values(row)
      .onConflict((same) => same.column("contactId").doNothing());
    return (await kept.executeTakeFirst()).numInsertedOrUpdatedRows === 1n;
  });
}

export function findRecording(db: AppDatabase, id: string): Promise<RecordingRow | undefined> {
  return db.selectFrom("recording").selectAll().where("id", "=", id).executeTakeFirst();
}

export function recordingOf(db: AppDatabase, contactId: string): Promise<RecordingRow | undefined> {
  return db.selectFrom("recording").selectAll().where("contactId", "=", contactId).executeTakeFirst();
}

/** Puts a silenced file in the place of another; false when the recording is gone or has another file by now. */
export async function replaceSound(
  db: AppDatabase,
  before: Pick<RecordingRow, "id" | "file">,
  change: Pick<RecordingRow, "file" | "bytes" | "peaks" | "silenced">,
): Promise<boolean> {
  const changed = db
    .updateTable("recording")
    .set(change)
    .where("id", "=", before.id)
    .where("file", "=", before.file);
  return (await changed.executeTakeFirst()).numUpdatedRows === 1n;
}

export async function removeRecording(db: AppDatabase, id: string): Promise<void> {
  await db.deleteFrom("recording").where("id", "=", id).execute();
}

/** Takes the recordings of these contacts (ids, JSON) out. */
export async function takeRecordingsOf(tx: AppDatabase, contactIds: string): Promise<void> {
  await sql`delete from "recording" where "contactId" in (select "value" from json_each(${contactIds}))`.execute(
    tx,
  );
}

/** Takes all recordings of a source out. */
export async function takeRecordingsOfSource(tx: AppDatabase, sourceId: string): Promise<void> {
  await tx.deleteFrom("recording").where("sourceId", "=", sourceId).execute();
}

/** The names of the files of all recordings; rows for which `isThere` says no are taken out first. */
export async function soundFileNames(
  db: AppDatabase,
  isThere: (name: string) => boolean,
): Promise<Set<string>> {
  const rows = await db.selectFrom("recording").select(["id", "file"]).execute();
  const lost = rows.filter(({ file }) => !isThere(file));
  for (const { id } of lost) await removeRecording(db, id);
  return new Set(rows.filter((row) => !lost.includes(row)).map(({ file }) => file));
}

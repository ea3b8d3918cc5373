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

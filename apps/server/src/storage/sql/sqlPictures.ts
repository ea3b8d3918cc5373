import type { PictureRow } from "../recordingTable.ts";
import type { AppDatabase } from "../tables.ts";
import { notErased } from "./notErased.ts";

/** Keeps the row of a picture; false when its contact is gone or has one already. */
export function addPicture(db: AppDatabase, row: PictureRow): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const contact = tx.selectFrom("contact").select("id").where("id", "=", row.contactId).where(notErased);
    if ((await contact.executeTakeFirst()) === undefined) return false;
    const kept = tx
      .insertInto("picture")
      .values(row)
      .onConflict((same) => same.column("contactId").doNothing());
    return (await kept.executeTakeFirst()).numInsertedOrUpdatedRows === 1n;
  });
}

export function pictureOf(db: AppDatabase, contactId: string): Promise<PictureRow | undefined> {
  return db.selectFrom("picture").selectAll().where("contactId", "=", contactId).executeTakeFirst();
}

/** Says whose picture it is, by the key of the person; null: nobody's. The contact must be there. */
export async function setPerson(
  db: AppDatabase,
  contactId: string,
  respondentKey: string | null,
): Promise<void> {
  await db.updateTable("contact").set({ respondentKey }).where("id", "=", contactId).execute();
}

import type { AppDatabase } from "../tables.ts";

/** What hangs on a journey and goes with it. A test finds every table that names a journey, a workshop or a comment. */
const OF_JOURNEY = [
  "shareLink",
  "member",
  "apiToken",
  "commandReceipt",
  "task",
  "journeyVersion",
  "journeyActivity",
  "journeyImage",
  "routingRule",
  "suggestedLink",
] as const;
const OF_WORKSHOP = [
  "workshopDraft",
  "workshopNote",
  "workshopDot",
  "workshopTally",
  "workshopReveal",
  "workshopStroke",
  "workshopHeard",
  "workshopCurve",
] as const;

/**
 * Takes the rows of a journey and of all that hangs on it, in one transaction. What customers said stays in the library; of the links by
 * which they said it stays to what they agreed, and the link is withdrawn. A journey that was its future state stands by itself.
 */
export function purgeRows(db: AppDatabase, journeyId: string, now: number): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const workshops = tx.selectFrom("workshop").select("id").where("journeyId", "=", journeyId);
    for (const table of OF_WORKSHOP)
      await tx.deleteFrom(table).where("workshopId", "in", workshops).execute();
    await tx.deleteFrom("workshop").where("journeyId", "=", journeyId).execute();
    const comments = tx.selectFrom("comment").select("id").where("journeyId", "=", journeyId);
    await tx.deleteFrom("commentMention").where("commentId", "in", comments).execute();
    await tx.deleteFrom("comment").where("journeyId", "=", journeyId).execute();
    for (const table of OF_JOURNEY) await tx.deleteFrom(table).where("journeyId", "=", journeyId).execute();
    await tx
      .updateTable("participantLink")
      .set({ revokedAt: now })
      .where("journeyId", "=", journeyId)
      .where("revokedAt", "is", null)
      .execute();
    await tx.updateTable("journey").set({ futureOf: null }).where("futureOf", "=", journeyId).execute();
    await tx.deleteFrom("journey").where("id", "=", journeyId).execute();
  });
}

import type { DrawnCurve, OwnCurve } from "@polku/protocol";
import type { AppDatabase } from "../storage/tables.ts";
import type { WorkshopStrokeRow } from "../storage/workshopTables.ts";

type In = { readonly id: string };

/** What people draw and hear in the steps of workshops, in `app.db`. */
export function sqlCurveStore(db: AppDatabase) {
  const strokesOf = (workshopId: string, stepId: string) =>
    db.selectFrom("workshopStroke").where("workshopId", "=", workshopId).where("stepId", "=", stepId);

  return {
    /** One person's own strokes and what they have heard, in all steps. */
    async own({ id }: In, personId: string) {
      const points = await db
        .selectFrom("workshopStroke")
        .select(["stepId", "touchpointId", "v"])
        .where("workshopId", "=", id)
        .where("drawerId", "=", personId)
        .execute();
      const heard = await db
        .selectFrom("workshopHeard")
        .select(["stepId", "quoteId"])
        .where("workshopId", "=", id)
        .where("hearerId", "=", personId)
        .execute();
      return { points, heard };
    },

    /** How many have drawn in a step, and how many have heard at least `needed` quotes in it. */
    async counts({ id }: In, stepId: string, needed: number) {
      const { drawers } = await strokesOf(id, stepId)
        .select(({ fn }) => fn.count<number>("drawerId").distinct().as("drawers"))
        .executeTakeFirstOrThrow();
      const ready = await db
        .selectFrom("workshopHeard")
        .select("hearerId")
        .where("workshopId", "=", id)
        .where("stepId", "=", stepId)
        .groupBy("hearerId")
        .having(({ fn }) => fn.countAll<number>(), ">=", needed)
        .execute();
      return { drawers, ready: ready.length };
    },

    /** Puts a person's curve in the place of their former one. */
    async draw({ id }: In, drawerId: string, { stepId, points }: OwnCurve): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await trx
          .deleteFrom("workshopStroke")
          .where("workshopId", "=", id)
          .where("stepId", "=", stepId)
          .where("drawerId", "=", drawerId)
          .execute();
        for (const point of points)
          await trx
            .insertInto("workshopStroke")
            .values({ workshopId: id, stepId, drawerId, ...point })
            .execute();
      });
    },

    async hear({ id }: In, hearerId: string, stepId: string, quoteId: string): Promise<void> {
      await db
        .insertInto("workshopHeard")
        .values({ workshopId: id, stepId, hearerId, quoteId })
        .onConflict((clash) => clash.doNothing())
        .execute();
    },

    /** Everybody's strokes become one curve made by `sum`; nothing is kept of whose they were. */
    async reveal(
      { id }: In,
      stepId: string,
      sum: (strokes: readonly WorkshopStrokeRow[]) => DrawnCurve,
    ): Promise<void> {
      await db.transaction().execute(async (trx) => {
        const strokes = await trx
          .selectFrom("workshopStroke")
          .selectAll()
          .where("workshopId", "=", id)
          .where("stepId", "=", stepId)
          .execute();
        const { drawers, points } = sum(strokes);
        await trx
          .insertInto("workshopCurve")
          .values({ workshopId: id, stepId, drawers, points: JSON.stringify(points) })
          .execute();
        await trx
          .deleteFrom("workshopStroke")
          .where("workshopId", "=", id)
          .where("stepId", "=", stepId)
          .execute();
        await trx.insertInto("workshopReveal").values({ workshopId: id, stepId }).execute();
        await trx
          .updateTable("workshop")
          .set((row) => ({ contents: row("contents", "+", 1) }))
          .where("id", "=", id)
          .execute();
      });
    },

    async curves({ id }: In): Promise<DrawnCurve[]> {
      const rows = await db.selectFrom("workshopCurve").selectAll().where("workshopId", "=", id).execute();
      return rows.map(({ stepId, drawers, points }) => ({
        stepId,
        drawers,
        points: JSON.parse(points) as DrawnCurve["points"],
      }));
    },
  };
}

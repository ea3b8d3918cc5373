import type { AgendaStep, BroughtTo, WorkshopNote, WorkshopTally, WorkshopTimer } from "@polku/protocol";
import { agendaStep } from "@polku/protocol/http";
import { Problem } from "../errors.ts";
import type { AppDatabase } from "../storage/tables.ts";
import type {
  WorkshopDotRow,
  WorkshopDraftRow,
  WorkshopNoteRow,
  WorkshopRow,
} from "../storage/workshopTables.ts";

/** A workshop as its row tells it; what is written and voted in it is read apart. */
export type Workshop = Omit<WorkshopRow, "steps" | "timer" | "brought"> & {
  steps: AgendaStep[];
  timer: WorkshopTimer;
  brought: BroughtTo | null;
};

function toWorkshop(row: WorkshopRow): Workshop {
  return {
    ...row,
    // Steps that an older version wrote take the defaults of what they do not know.
    steps: agendaStep.array().parse(JSON.parse(row.steps)),
    timer: JSON.parse(row.timer) as WorkshopTimer,
    brought: row.brought === null ? null : (JSON.parse(row.brought) as BroughtTo),
  };
}

function toNote({ id, stepId, text, byName, isHuman, v }: WorkshopNoteRow): WorkshopNote {
  return { id, stepId, text, by: byName, isHuman: isHuman === null ? null : isHuman === 1, v };
}

type Change = Partial<Pick<Workshop, "steps" | "stepId" | "timer" | "brought">>;

/** The workshops in `app.db`: each deed that must not be seen half done is one transaction. */
export function sqlWorkshopStore(db: AppDatabase) {
  const draftsOf = (workshopId: string, stepId: string) =>
    db.selectFrom("workshopDraft").where("workshopId", "=", workshopId).where("stepId", "=", stepId);
  const dotsOf = (workshopId: string, stepId: string) =>
    db.selectFrom("workshopDot").where("workshopId", "=", workshopId).where("stepId", "=", stepId);

  return {
    /** The workshop that is on in a journey. */
    async open(journeyId: string): Promise<Workshop | undefined> {
      const row = await db
        .selectFrom("workshop")
        .selectAll()
        .where("journeyId", "=", journeyId)
        .where("endedAt", "is", null)
        .executeTakeFirst();
      return row && toWorkshop(row);
    },

    /** Every workshop of a journey, the newest first. */
    async ofJourney(journeyId: string): Promise<Workshop[]> {
      const rows = await db
        .selectFrom("workshop")
        .selectAll()
        .where("journeyId", "=", journeyId)
        .orderBy("startedAt", "desc")
        .orderBy("id")
        .execute();
      return rows.map(toWorkshop);
    },

    async add(workshop: Workshop): Promise<void> {
      const row = {
        ...workshop,
        steps: JSON.stringify(workshop.steps),
        timer: JSON.stringify(workshop.timer),
        brought: workshop.brought && JSON.stringify(workshop.brought),
      };
      await db.insertInto("workshop").values(row).execute();
    },

    /** `contents` says that what everybody may read has changed with it. */
    async change(id: string, { steps, timer, brought, ...plain }: Change, contents: boolean): Promise<void> {
      const json = {
        ...(steps === undefined ? {} : { steps: JSON.stringify(steps) }),
        ...(timer === undefined ? {} : { timer: JSON.stringify(timer) }),
        ...(brought === undefined ? {} : { brought: brought && JSON.stringify(brought) }),
      };
      await db
        .updateTable("workshop")
        .set((row) => ({ ...plain, ...json, contents: row("contents", "+", contents ? 1 : 0) }))
        .where("id", "=", id)
        .execute();
    },

    /** Ends it; what nobody revealed or counted goes with it. */
    async end(id: string, at: number): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await trx.deleteFrom("workshopDraft").where("workshopId", "=", id).execute();
        await trx.deleteFrom("workshopDot").where("workshopId", "=", id).execute();
        await trx.deleteFrom("workshopStroke").where("workshopId", "=", id).execute();
        await trx.deleteFrom("workshopHeard").where("workshopId", "=", id).execute();
        await trx.updateTable("workshop").set({ endedAt: at }).where("id", "=", id).execute();
      });
    },

    /** How many have written in the step that is on, or voted in it. */
    async counts({ id, stepId }: Pick<Workshop, "id" | "stepId">, tool: "write" | "vote") {
      if (tool === "vote")
        return dotsOf(id, stepId)
          .select(({ fn }) => fn.count<number>("voterId").distinct().as("voters"))
          .executeTakeFirstOrThrow();
      return draftsOf(id, stepId)
        .select(({ fn }) => [
          fn.countAll<number>().as("drafts"),
          fn.count<number>("authorId").distinct().as("writers"),
        ])
        .executeTakeFirstOrThrow();
    },

    async notes(id: string): Promise<WorkshopNote[]> {
      const rows = await db
        .selectFrom("workshopNote")
        .selectAll()
        .where("workshopId", "=", id)
        .orderBy("stepId")
        .orderBy("place")
        .execute();
      return rows.map(toNote);
    },

    async tallies(id: string): Promise<WorkshopTally[]> {
      const rows = await db.selectFrom("workshopTally").selectAll().where("workshopId", "=", id).execute();
      return rows.map(({ stepId, voters, results }) => ({
        stepId,
        voters,
        results: JSON.parse(results) as WorkshopTally["results"],
      }));
    },

    async revealed(id: string): Promise<string[]> {
      const rows = await db
        .selectFrom("workshopReveal")
        .select("stepId")
        .where("workshopId", "=", id)
        .execute();
      return rows.map(({ stepId }) => stepId);
    },

    /** One person's own drafts and dots, in the order in which they were written. */
    async own(id: string, personId: string) {
      const drafts = await db
        .selectFrom("workshopDraft")
        .select(["id", "stepId", "text", "v"])
        .where("workshopId", "=", id)
        .where("authorId", "=", personId)
        .orderBy("rowid" as "id")
        .execute();
      const dots = await db
        .selectFrom("workshopDot")
        .select(["stepId", "thing", "dots"])
        .where("workshopId", "=", id)
        .where("voterId", "=", personId)
        .execute();
      return { drafts, dots };
    },

    /** Writes a draft, or its author's new words for it. @throws workshopDraft.unknown when the id is somebody else's */
    async write(draft: WorkshopDraftRow): Promise<void> {
      const { text, authorName, v } = draft;
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("workshopDraft")
        .values(draft)
        .onConflict((clash) =>
          clash
            .column("id")
            .doUpdateSet({ text, authorName, v })
            .where("workshopDraft.authorId", "=", draft.authorId)
            .where("workshopDraft.workshopId", "=", draft.workshopId)
            .where("workshopDraft.stepId", "=", draft.stepId),
        )
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 0n) throw new Problem("workshopDraft.unknown");
    },

    async takeAway(workshopId: string, id: string, authorId: string): Promise<boolean> {
      const { numDeletedRows } = await db
        .deleteFrom("workshopDraft")
        .where("id", "=", id)
        .where("workshopId", "=", workshopId)
        .where("authorId", "=", authorId)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },

    /** The step's drafts become notes: `toNotes` makes these of those; nothing of the drafts is kept. */
    async reveal(
      { id }: Pick<Workshop, "id">,
      stepId: string,
      toNotes: (drafts: readonly WorkshopDraftRow[]) => WorkshopNoteRow[],
    ): Promise<void> {
      await db.transaction().execute(async (trx) => {
        const drafts = await trx
          .selectFrom("workshopDraft")
          .selectAll()
          .where("workshopId", "=", id)
          .where("stepId", "=", stepId)
          .execute();
        // One statement each: a step may hold more notes than a statement may have values.
        for (const note of toNotes(drafts)) await trx.insertInto("workshopNote").values(note).execute();
        await trx
          .deleteFrom("workshopDraft")
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

    async markNote(workshopId: string, id: string, isHuman: boolean | null): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable("workshopNote")
        .set({ isHuman: isHuman === null ? null : Number(isHuman) })
        .where("id", "=", id)
        .where("workshopId", "=", workshopId)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },

    async give(given: WorkshopDotRow): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await trx
          .deleteFrom("workshopDot")
          .where("workshopId", "=", given.workshopId)
          .where("stepId", "=", given.stepId)
          .where("voterId", "=", given.voterId)
          .where("thing", "=", given.thing)
          .execute();
        if (given.dots > 0) await trx.insertInto("workshopDot").values(given).execute();
      });
    },

    /** Counts the step's dots with `count` and keeps only the result. */
    async closeVote(
      { id }: Pick<Workshop, "id">,
      stepId: string,
      count: (given: readonly WorkshopDotRow[]) => WorkshopTally,
    ): Promise<void> {
      await db.transaction().execute(async (trx) => {
        const given = await trx
          .selectFrom("workshopDot")
          .selectAll()
          .where("workshopId", "=", id)
          .where("stepId", "=", stepId)
          .execute();
        const { voters, results } = count(given);
        await trx
          .insertInto("workshopTally")
          .values({ workshopId: id, stepId, voters, results: JSON.stringify(results) })
          .execute();
        await trx
          .deleteFrom("workshopDot")
          .where("workshopId", "=", id)
          .where("stepId", "=", stepId)
          .execute();
        await trx
          .updateTable("workshop")
          .set((row) => ({ contents: row("contents", "+", 1) }))
          .where("id", "=", id)
          .execute();
      });
    },
  };
}

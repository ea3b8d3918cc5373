import type { Task } from "@polku/protocol";
import type { newTask, taskChange } from "@polku/protocol/http";
import type { z } from "zod";
import type { Clock } from "../clock.ts";
import { Problem } from "../errors.ts";
import { makeTurns } from "../inTurn.ts";
import type { Actor } from "../policies/actor.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { AppDatabase } from "../storage/tables.ts";
import type { TaskRow } from "../storage/taskTables.ts";

const mostTasks = 2_000;

/** Who asks, and whether they may tidy up after others. */
type Asker = { actor: Pick<Actor, "id" | "name">; mayEdit: boolean };

/** The tasks of journeys. Each deed is on disk when its promise resolves, and whoever is in the journey has been told. */
export type Tasks = {
  /** What is not done first, the nearest day first and what has none last; then what is done, the latest first. */
  list(journeyId: string, asker: Asker): Promise<Task[]>;
  /** A second time with the same id changes nothing. @throws task.tooMany */
  add(journeyId: string, task: z.output<typeof newTask>, asker: Asker): Promise<void>;
  /** @throws task.unknown, task.notYours */
  change(journeyId: string, id: string, change: z.output<typeof taskChange>, asker: Asker): Promise<void>;
  /** @throws task.unknown, task.notYours */
  remove(journeyId: string, id: string, asker: Asker): Promise<void>;
};

type Deps = { db: AppDatabase; rooms: Rooms; clock: Clock };

const isoOf = (at: number): string => new Date(at).toISOString();
const mayChange = (row: TaskRow, { actor, mayEdit }: Asker): boolean => mayEdit || row.authorId === actor.id;

function toTask(row: TaskRow, asker: Asker): Task {
  const { id, thing, text, owner, dueOn, commentId, authorName, at, doneAt, doneBy } = row;
  return {
    id,
    thing,
    text,
    owner,
    dueOn,
    commentId,
    by: authorName,
    at: isoOf(at),
    done: doneAt === null ? null : { at: isoOf(doneAt), by: doneBy ?? "" },
    mayChange: mayChange(row, asker),
  };
}

/** Before all days comes what is overdue, after all days what has none. */
function inOrder(a: TaskRow, b: TaskRow): number {
  if (a.doneAt !== null || b.doneAt !== null)
    return (b.doneAt ?? Infinity) - (a.doneAt ?? Infinity) || a.at - b.at;
  const [left, right] = [a.dueOn ?? "9999-99-99", b.dueOn ?? "9999-99-99"];
  return left === right ? a.at - b.at : left < right ? -1 : 1;
}

export function openTasks({ db, rooms, clock }: Deps): Tasks {
  const inTurn = makeTurns();
  const of = (journeyId: string) => db.selectFrom("task").where("journeyId", "=", journeyId);

  async function found(journeyId: string, id: string): Promise<TaskRow> {
    const row = await of(journeyId).selectAll().where("id", "=", id).executeTakeFirst();
    if (row === undefined) throw new Problem("task.unknown");
    return row;
  }

  const deed = (journeyId: string, work: () => Promise<void>): Promise<void> =>
    inTurn(journeyId, async () => {
      await work();
      rooms.broadcast({ journeyId }, { t: "tasks" });
    });

  return {
    list: async (journeyId, asker) => {
      const rows = await of(journeyId).selectAll().execute();
      return rows.toSorted(inOrder).map((row) => toTask(row, asker));
    },

    add: (journeyId, task, { actor }) =>
      deed(journeyId, async () => {
        const { count } = await of(journeyId)
          .select(({ fn }) => fn.countAll<number>().as("count"))
          .executeTakeFirstOrThrow();
        if (count >= mostTasks) throw new Problem("task.tooMany", { most: String(mostTasks) });
        await db
          .insertInto("task")
          .values({
            ...task,
            journeyId,
            authorId: actor.id,
            authorName: actor.name,
            at: clock.now(),
            doneAt: null,
            doneBy: null,
          })
          .onConflict((clash) => clash.doNothing())
          .execute();
      }),

    change: (journeyId, id, { text, owner, dueOn, done }, asker) =>
      deed(journeyId, async () => {
        const row = await found(journeyId, id);
        const isMore = text !== undefined || owner !== undefined || dueOn !== undefined;
        if (isMore && !mayChange(row, asker)) throw new Problem("task.notYours");
        await db
          .updateTable("task")
          .set({
            ...(text === undefined ? {} : { text }),
            ...(owner === undefined ? {} : { owner }),
            ...(dueOn === undefined ? {} : { dueOn }),
            ...(done === undefined
              ? {}
              : { doneAt: done ? clock.now() : null, doneBy: done ? asker.actor.name : null }),
          })
          .where("id", "=", id)
          .execute();
      }),

    remove: (journeyId, id, asker) =>
      deed(journeyId, async () => {
        if (!mayChange(await found(journeyId, id), asker)) throw new Problem("task.notYours");
        await db.deleteFrom("task").where("id", "=", id).execute();
      }),
  };
}

import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Actor } from "../policies/actor.ts";
import type { AppDatabase } from "../storage/tables.ts";
import { type Doing, mergeDoings } from "./people.ts";

const flushAfterMs = 5_000;

/** Who has changed a journey since its last version. Counted in memory at each change, written down a few seconds later. */
export type Activity = {
  note(journeyId: string, by: Actor): void;
  /** Takes what memory holds of a journey, in the very tick in which its state is taken. What is taken is the caller's to keep. */
  take(journeyId: string): Doing[];
  /** Gives back what was taken and not kept. */
  giveBack(journeyId: string, doings: readonly Doing[]): void;
  /** Everybody since the last version. */
  since(journeyId: string): Promise<Doing[]>;
  close(): Promise<void>;
};

export function openActivity(db: AppDatabase, clock: Clock, logger: Logger): Activity {
  let waiting = new Map<string, Doing[]>();
  let timer: NodeJS.Timeout | undefined;

  async function writeDown(journeyId: string, doings: readonly Doing[]): Promise<void> {
    for (const { id, name, edits, firstAt, lastAt } of doings) {
      await db
        .insertInto("journeyActivity")
        .values({ journeyId, actorId: id, name, edits, firstAt, lastAt })
        .onConflict((conflict) =>
          conflict
            .columns(["journeyId", "actorId"])
            .doUpdateSet((e) => ({ name, edits: e("journeyActivity.edits", "+", edits), lastAt })),
        )
        .execute();
    }
  }

  async function flush(): Promise<void> {
    timer = undefined;
    const batch = waiting;
    waiting = new Map();
    for (const [journeyId, doings] of batch) {
      try {
        await writeDown(journeyId, doings);
      } catch (err) {
        logger.warn({ err }, "who changed a journey could not be written down; later");
        add(journeyId, doings);
      }
    }
  }

  function add(journeyId: string, doings: readonly Doing[]): void {
    waiting.set(journeyId, mergeDoings(waiting.get(journeyId) ?? [], doings));
    timer ??= setTimeout(() => void flush(), flushAfterMs).unref();
  }

  return {
    note: (journeyId, { id, name }) => {
      const at = clock.now();
      const known = waiting.get(journeyId)?.find((one) => one.id === id);
      if (known === undefined) add(journeyId, [{ id, name, edits: 1, firstAt: at, lastAt: at }]);
      else {
        known.edits += 1;
        known.lastAt = at;
      }
    },
    take: (journeyId) => {
      const taken = waiting.get(journeyId) ?? [];
      waiting.delete(journeyId);
      return taken;
    },
    giveBack: add,
    since: async (journeyId) => {
      const rows = await db
        .selectFrom("journeyActivity")
        .select(["actorId as id", "name", "edits", "firstAt", "lastAt"])
        .where("journeyId", "=", journeyId)
        .execute();
      return mergeDoings(rows, waiting.get(journeyId) ?? []);
    },
    close: async () => {
      clearTimeout(timer);
      await flush();
      clearTimeout(timer);
    },
  };
}

import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import { makeTurns } from "../inTurn.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { JourneyStore } from "../storage/journeyStore.ts";
import type { History } from "./history.ts";

/** Runs work later and gives the way to call it off; tests put their own time in its place. */
export type Later = (work: () => void, ms: number) => () => void;

export const systemLater: Later = (work, ms) => {
  const timer = setTimeout(work, ms).unref();
  return () => clearTimeout(timer);
};

const everyMs = 10 * 60_000;
const afterLeavingMs = 60_000;
const mostOfHeap = 0.5;

/**
 * Keeps automatic versions: ten minutes after the first change that no version holds, or a minute after everybody has left. What a stop
 * of the server leaves without one gets it when the journey is next opened.
 */
export function keepAutomaticVersions(deps: {
  history: History;
  rooms: Rooms;
  journeys: JourneyStore;
  clock: Clock;
  logger: Logger;
  later: Later;
  /** How much of the memory that the process may use is in use: 0 to 1. */
  heapShare: () => number;
}): () => void {
  const { history, rooms, journeys, clock, logger, later, heapShare } = deps;
  const inTurn = makeTurns();
  const due = new Map<string, { at: number; cancel: () => void }>();
  const looked = new Set<string>();
  let stopped = false;

  /** One at a time over all journeys: each takes a whole map into memory once more. */
  const keepNow = (journeyId: string): Promise<void> => inTurn("", () => keepOne(journeyId));

  async function keepOne(journeyId: string): Promise<void> {
    due.get(journeyId)?.cancel();
    due.delete(journeyId);
    if (stopped || (await journeys.find(journeyId)) === undefined) return;
    if (heapShare() > mostOfHeap) {
      // A version can wait; people who want to come in cannot.
      within(journeyId, everyMs);
      return;
    }
    try {
      if ((await history.keep(journeyId, { kind: "auto" })) !== undefined)
        await history.thin(journeyId, clock.now());
    } catch (err) {
      logger.warn({ err, journeyId }, "a version could not be kept; the next change tries again");
    }
  }

  function within(journeyId: string, ms: number): void {
    const at = clock.now() + ms;
    const waiting = due.get(journeyId);
    if (stopped || (waiting !== undefined && waiting.at <= at)) return;
    waiting?.cancel();
    due.set(journeyId, { at, cancel: later(() => void keepNow(journeyId), ms) });
  }

  /** Whether the last run of the server ended before the last changes had a version. */
  async function catchUp(journeyId: string): Promise<void> {
    if (looked.has(journeyId)) return;
    looked.add(journeyId);
    const row = await journeys.find(journeyId);
    if (row === undefined) return;
    const latest = await history.latest(journeyId);
    if (row.changedAt > (latest?.at ?? 0)) await keepNow(journeyId);
  }

  rooms.onChange((journeyId, _doc, by) => {
    if (by !== undefined) history.activity.note(journeyId, by);
    within(journeyId, everyMs);
  });
  rooms.onOpen((journeyId) => {
    catchUp(journeyId).catch((err: unknown) => logger.warn({ err }, "older changes got no version yet"));
  });
  rooms.onLeft((journeyId) => {
    if (due.has(journeyId)) within(journeyId, afterLeavingMs);
  });

  return () => {
    stopped = true;
    for (const { cancel } of due.values()) cancel();
    due.clear();
  };
}

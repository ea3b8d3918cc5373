import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
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
}): () => void {
  const { history, rooms, journeys, clock, logger, later } = deps;
  const due = new Map<string, { at: number; cancel: () => void }>();
  const looked = new Set<string>();
  let stopped = false;

  async function keepNow(journeyId: string): Promise<void> {
    due.get(journeyId)?.cancel();
    due.delete(journeyId);
    if (stopped || (await journeys.find(journeyId)) === undefined) return;
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

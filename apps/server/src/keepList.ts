import type { Logger } from "pino";
import type { Doc } from "yjs";
import type { Clock } from "./clock.ts";
import { listedOf } from "./listed.ts";
import type { Rooms } from "./rooms/rooms.ts";
import type { JourneyStore } from "./storage/journeyStore.ts";

const quietMs = 1_000;

/** Keeps title, level, ways down and moment of change in the list of journeys as they are in the documents; a second behind, at most. */
export function keepList(
  rooms: Rooms,
  journeys: JourneyStore,
  clock: Clock,
  logger: Logger,
): () => Promise<void> {
  const due = new Map<string, { timer: NodeJS.Timeout; doc: Doc }>();

  async function write(journeyId: string): Promise<void> {
    const doc = due.get(journeyId)?.doc;
    due.delete(journeyId);
    if (doc === undefined) return;
    try {
      const { title, ...listed } = listedOf(doc);
      await journeys.change(journeyId, {
        changedAt: clock.now(),
        ...listed,
        ...(title === "" ? {} : { title }),
      });
    } catch (err) {
      logger.warn({ err }, "the list of journeys could not be brought up to date; the next change does it");
    }
  }

  rooms.onChange((journeyId, doc) => {
    const waiting = due.get(journeyId);
    if (waiting !== undefined) {
      // The journey may have been closed and opened again since: what counts is the document of now.
      waiting.doc = doc;
      return;
    }
    const timer = setTimeout(() => void write(journeyId), quietMs);
    due.set(journeyId, { timer, doc });
  });

  return async () => {
    const left = [...due];
    for (const [, { timer }] of left) clearTimeout(timer);
    await Promise.all(left.map(([journeyId]) => write(journeyId)));
  };
}

import { readJourney } from "@polku/journey";
import type { Logger } from "pino";
import type { Doc } from "yjs";
import type { Clock } from "./clock.ts";
import type { Rooms } from "./rooms/rooms.ts";
import type { JourneyStore } from "./storage/journeyStore.ts";

const quietMs = 1_000;

/** Keeps title and moment of change in the list of journeys as they are in the documents; a second behind, at most. */
export function keepList(
  rooms: Rooms,
  journeys: JourneyStore,
  clock: Clock,
  logger: Logger,
): () => Promise<void> {
  const due = new Map<string, { timer: NodeJS.Timeout; doc: Doc }>();

  async function write(journeyId: string, doc: Doc): Promise<void> {
    due.delete(journeyId);
    try {
      const { title, lang } = readJourney(doc).meta;
      await journeys.change(journeyId, { changedAt: clock.now(), lang, ...(title === "" ? {} : { title }) });
    } catch (err) {
      logger.warn({ err }, "the list of journeys could not be brought up to date; the next change does it");
    }
  }

  rooms.onChange((journeyId, doc) => {
    if (due.has(journeyId)) return;
    const timer = setTimeout(() => void write(journeyId, doc), quietMs);
    due.set(journeyId, { timer, doc });
  });

  return async () => {
    const left = [...due];
    for (const [, { timer }] of left) clearTimeout(timer);
    await Promise.all(left.map(([journeyId, { doc }]) => write(journeyId, doc)));
  };
}

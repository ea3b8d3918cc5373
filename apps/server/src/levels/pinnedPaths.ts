import { type PinnedPath, pinnedPathOf, readJourney } from "@polku/journey";
import type { Rooms } from "../rooms/rooms.ts";

/** Most journeys whose pins are kept at hand. */
const mostKept = 200;
/** Most touchpoints of all of them together; one with more is read anew each time. */
const mostTouchpoints = 50_000;

/** The pins of journeys along their paths, as they stand. */
export type PinnedPaths = {
  of(journeyId: string): Promise<PinnedPath>;
};

/** Keeps at hand what was read, until the journey changes: whoever looks at a map asks for all journeys below it. */
export function keepPinnedPaths(rooms: Pick<Rooms, "readDocument" | "onChange">): PinnedPaths {
  const kept = new Map<string, PinnedPath>();
  let touchpoints = 0;
  const drop = (journeyId: string): void => {
    touchpoints -= kept.get(journeyId)?.touchpoints.length ?? 0;
    kept.delete(journeyId);
  };
  const keep = (journeyId: string, path: PinnedPath): void => {
    drop(journeyId);
    kept.set(journeyId, path);
    touchpoints += path.touchpoints.length;
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept && touchpoints <= mostTouchpoints) return;
      drop(oldest);
    }
  };
  rooms.onChange(drop);
  return {
    of: async (journeyId) =>
      kept.get(journeyId) ??
      (await rooms.readDocument(journeyId, (doc) => {
        const path = pinnedPathOf(readJourney(doc));
        // In the same tick as it was read: a change after this drops it.
        keep(journeyId, path);
        return path;
      })),
  };
}

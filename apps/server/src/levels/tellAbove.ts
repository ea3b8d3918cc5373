import { createHash } from "node:crypto";
import { leadsSomewhere, pinsSeal } from "@polku/journey";
import type { Logger } from "pino";
import type { Doc } from "yjs";
import { waysDown } from "../listed.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { JourneyStore } from "../storage/journeyStore.ts";

const quietMs = 1_000;

/** The journeys from which some way leads down to one, each once. */
export function journeysAbove(ways: ReadonlyMap<string, readonly string[]>, journeyId: string): string[] {
  const met = new Set([journeyId]);
  // What is added while it is walked through is walked through too.
  for (const below of met) for (const [id, leadsTo] of ways) if (leadsTo.includes(below)) met.add(id);
  met.delete(journeyId);
  return [...met];
}

/**
 * Tells the windows of the journeys above when the pins of one below have changed, and its own when it leads elsewhere than before: they ask
 * for the numbers anew, each with the rights of its own. A second behind, at most. Returns the way to end it.
 */
export function tellAbove(rooms: Rooms, journeys: JourneyStore, logger: Logger): () => void {
  const due = new Map<string, { timer: NodeJS.Timeout; doc: Doc }>();
  /** How the pins stood when it was last told. */
  const told = new Map<string, string>();

  async function tell(journeyId: string): Promise<void> {
    const doc = due.get(journeyId)?.doc;
    due.delete(journeyId);
    if (doc === undefined) return;
    try {
      // Most changes are letters: what they cost here is one look at the pins, and no question to the list.
      const seal = createHash("sha256").update(pinsSeal(doc)).digest("base64");
      if (told.get(journeyId) === seal) return;
      told.set(journeyId, seal);
      const rows = await journeys.list();
      const ways = new Map(rows.map((row) => [row.id, waysDown(row).map((way) => way.journeyId)] as const));
      const above = journeysAbove(ways, journeyId);
      if (above.length === 0 && !leadsSomewhere(doc)) return;
      for (const id of [journeyId, ...above]) rooms.broadcast({ journeyId: id }, { t: "below" });
    } catch (err) {
      told.delete(journeyId);
      logger.warn({ err }, "the maps above could not be told of other pins; the next change does it");
    }
  }

  rooms.onChange((journeyId, doc) => {
    const waiting = due.get(journeyId);
    if (waiting !== undefined) {
      waiting.doc = doc;
      return;
    }
    due.set(journeyId, { doc, timer: setTimeout(() => void tell(journeyId), quietMs) });
  });
  rooms.onLeft((journeyId) => void told.delete(journeyId));

  return () => {
    for (const { timer } of due.values()) clearTimeout(timer);
    due.clear();
  };
}

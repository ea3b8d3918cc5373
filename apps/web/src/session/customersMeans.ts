import type { JourneyView } from "@polku/journey";
import type { Quote } from "../api/quotes.ts";
import { groundAll } from "./useGrounding.ts";

/** The customers' mean at each touchpoint of which somebody's words have a feeling, −2 to 2 (method A6). */
export function customersMeans(
  view: JourneyView,
  quotes: ReadonlyMap<string, Quote>,
): ReadonlyMap<string, number> {
  return new Map(
    [...groundAll(view, quotes)].flatMap(([id, { evidence }]): [string, number][] =>
      evidence.mean === null ? [] : [[id, evidence.mean]],
    ),
  );
}

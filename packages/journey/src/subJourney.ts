import type { Entity } from "./read/attributes.ts";
import { readOneOf, readString, readText } from "./read/attributes.ts";

export const SUB_JOURNEY_KINDS = ["feedback", "complaint", "claim", "survey", "free"] as const;
export type SubJourneyKind = (typeof SUB_JOURNEY_KINDS)[number];

/** A journey inside a touchpoint, with stages of its own. */
export type SubJourneyFacts = {
  readonly id: string;
  readonly parentTouchpointId: string;
  readonly kind: SubJourneyKind;
  readonly title: string;
};

export function readSubJourney(id: string, subJourney: Entity): SubJourneyFacts | null {
  const parentTouchpointId = readString(subJourney, "parentTouchpointId");
  if (parentTouchpointId === null) return null;
  return Object.freeze({
    id,
    parentTouchpointId,
    kind: readOneOf(subJourney, "kind", SUB_JOURNEY_KINDS, "feedback"),
    title: readText(subJourney, "title"),
  });
}

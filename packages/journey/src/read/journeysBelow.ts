import * as Y from "yjs";
import { entities, type JourneyDoc } from "../schema.ts";
import { isDeleted, readString } from "./attributes.ts";
import { readJourney } from "./readJourney.ts";

/** A touchpoint that leads to another journey, by both ids. */
export type WayDown = { readonly touchpointId: string; readonly journeyId: string };

/** Where the touchpoints of a journey lead (RULES J29). A journey that leads nowhere, as most do, costs no view. */
export function journeysBelow(doc: JourneyDoc): readonly WayDown[] {
  const leads = [...entities(doc, "touchpoints").values()].some(
    (entity) => entity instanceof Y.Map && !isDeleted(entity) && readString(entity, "leadsTo") !== null,
  );
  if (!leads) return [];
  return [...readJourney(doc).touchpoints.values()].flatMap(({ id, leadsTo }) =>
    leadsTo === null ? [] : [{ touchpointId: id, journeyId: leadsTo }],
  );
}

import * as Y from "yjs";
import { entities, type JourneyDoc } from "../schema.ts";
import { isDeleted, readString } from "./attributes.ts";
import { readJourney } from "./readJourney.ts";
import type { JourneyView } from "./view.ts";

/** A touchpoint or a stage that leads to another journey, by both ids. */
export type WayDown = { readonly journeyId: string } & (
  | { readonly touchpointId: string }
  | { readonly stageId: string }
);

/** Whether a stage or a touchpoint of a journey leads to another; it costs no view. */
export function leadsSomewhere(doc: JourneyDoc): boolean {
  return (["stages", "touchpoints"] as const).some((map) =>
    [...entities(doc, map).values()].some(
      (entity) => entity instanceof Y.Map && !isDeleted(entity) && readString(entity, "leadsTo") !== null,
    ),
  );
}

/** Where the stages and touchpoints of a journey lead (RULES J29). A journey that leads nowhere, as most do, costs no view. */
export function journeysBelow(doc: JourneyDoc): readonly WayDown[] {
  return leadsSomewhere(doc) ? waysOf(readJourney(doc)) : [];
}

/** The ways down that a view shows: those of its stages, then those of its touchpoints. */
function waysOf(view: Pick<JourneyView, "path" | "subJourneys" | "touchpoints">): WayDown[] {
  const paths = [view.path, ...[...view.subJourneys.values()].map(({ path }) => path)];
  const ofStages = paths
    .flatMap(({ stages }) => stages)
    .flatMap(({ id, leadsTo }) => (leadsTo === null ? [] : [{ stageId: id, journeyId: leadsTo }]));
  const ofTouchpoints = [...view.touchpoints.values()].flatMap(({ id, leadsTo }) =>
    leadsTo === null ? [] : [{ touchpointId: id, journeyId: leadsTo }],
  );
  return [...ofStages, ...ofTouchpoints];
}

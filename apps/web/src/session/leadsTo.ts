import type { JourneyView } from "@polku/journey";
import { stagesOf } from "./handful.ts";

/** What can lead to a journey a level below. */
export type LeadingPlace = { readonly kind: "touchpoint" | "stage"; readonly id: string };

function placeIn(view: JourneyView, { kind, id }: LeadingPlace) {
  return kind === "stage" ? stagesOf(view).find((stage) => stage.id === id) : view.touchpoints.get(id);
}

/** The id of the journey that a place leads to (RULES J29); null where it leads nowhere, or is gone. */
export function leadsToOf(view: JourneyView, place: LeadingPlace): string | null {
  return placeIn(view, place)?.leadsTo ?? null;
}

/** What a place is called; nothing when it has no name yet. */
export function titleOf(view: JourneyView, place: LeadingPlace): string {
  return placeIn(view, place)?.title ?? "";
}

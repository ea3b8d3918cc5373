import * as Y from "yjs";
import { readPin, type PinView } from "../pin.ts";
import { entities, type JourneyDoc } from "../schema.ts";
import { isDeleted, readString } from "./attributes.ts";
import type { JourneyView, PathView } from "./view.ts";

/** A touchpoint of the main path with everything inside it: its pins and where it leads, those of its sub-journeys too (RULES J15). */
export type PinnedTouchpoint = {
  readonly id: string;
  readonly title: string;
  readonly pins: readonly PinView[];
  /** Ids of the journeys that it leads to. */
  readonly below: readonly string[];
};

/** As much of a journey as counting its people needs. */
export type PinnedPath = {
  readonly touchpoints: readonly PinnedTouchpoint[];
  /** Ids of the journeys that its stages lead to. */
  readonly below: readonly string[];
};

function inside(view: JourneyView, touchpointId: string): { pins: PinView[]; below: string[] } {
  const touchpoint = view.touchpoints.get(touchpointId);
  const pins = [...(touchpoint?.pins ?? [])];
  const below = touchpoint?.leadsTo ? [touchpoint.leadsTo] : [];
  for (const subJourneyId of touchpoint?.subJourneyIds ?? []) {
    const path = view.subJourneys.get(subJourneyId)?.path;
    if (!path) continue;
    below.push(...ledByStages(path));
    for (const innerId of path.touchpointIds) {
      const inner = inside(view, innerId);
      pins.push(...inner.pins);
      below.push(...inner.below);
    }
  }
  return { pins, below };
}

function ledByStages({ stages }: PathView): string[] {
  return stages.flatMap(({ leadsTo }) => leadsTo ?? []);
}

/** The pins of a journey along its main path, and where it leads. */
export function pinnedPathOf(view: JourneyView): PinnedPath {
  return {
    touchpoints: view.path.touchpointIds.map((id) => ({
      id,
      title: view.touchpoints.get(id)?.title ?? "",
      ...inside(view, id),
    })),
    below: ledByStages(view.path),
  };
}

/**
 * A text that differs when what the people of a journey are counted by may differ: its pins, where it leads, and what is deleted. It costs no
 * view, so that it can be asked for while somebody types.
 */
export function pinsSeal(doc: JourneyDoc): string {
  const living = [...entities(doc, "pins")].flatMap(([id, entity]) =>
    entity instanceof Y.Map && !isDeleted(entity) ? (readPin(id, entity) ?? []) : [],
  );
  const places = (["stages", "touchpoints", "subJourneys"] as const).flatMap((map) =>
    [...entities(doc, map)].flatMap(([id, entity]) => {
      if (!(entity instanceof Y.Map)) return [];
      const leadsTo = readString(entity, "leadsTo");
      return isDeleted(entity) || leadsTo !== null ? [[id, isDeleted(entity), leadsTo]] : [];
    }),
  );
  return JSON.stringify([living, places]);
}

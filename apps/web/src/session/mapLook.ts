import type { LaneView, MapFilter, MapSight, SavedView } from "@polku/journey";
import { create } from "zustand";

/** How this person looks at the map: theirs alone, until they save it under a name. */
export type MapLook = {
  /** What is let through; everything else is dimmed, never taken away. */
  readonly filter: MapFilter;
  /** Lanes that are set aside in this window, beside those that are hidden for everybody. */
  readonly hiddenLaneIds: readonly string[];
  /** Whether the columns stand apart by the time between them. */
  readonly toScale: boolean;
  /** The saved view that was chosen and not changed since. */
  readonly viewId: string | null;
  /** The touchpoints that the filter does not let through. Whoever shows the filter keeps it true. */
  readonly dimmed: ReadonlySet<string>;
  /** Where the chosen view looks, until the map has gone there. */
  readonly goTo: MapSight | null;
};

const EVERYTHING: MapLook = {
  filter: {},
  hiddenLaneIds: [],
  toScale: false,
  viewId: null,
  dimmed: new Set(),
  goTo: null,
};

export const useMapLook = create<MapLook>(() => EVERYTHING);

/** Shows all of the map again. */
export function lookAtAll(): void {
  useMapLook.setState(EVERYTHING, true);
}

/** Looks at the map as a saved view does, and at the place where it was saved. */
export function lookAs({ id, filter, hiddenLaneIds, sight, toScale }: SavedView): void {
  useMapLook.setState({ filter, hiddenLaneIds, toScale, viewId: id, goTo: sight });
}

/** Changes the filter or the lanes of one's own look; it is no saved view any more. */
export function look(change: Partial<Pick<MapLook, "filter" | "hiddenLaneIds" | "toScale">>): void {
  useMapLook.setState({ ...change, viewId: null });
}

/** Whether something is set aside, or lies elsewhere than for the others. */
export function isNarrowed({ filter, hiddenLaneIds, toScale }: MapLook): boolean {
  return toScale || Object.keys(filter).length > 0 || hiddenLaneIds.length > 0;
}

/** The lanes as this person sees them. */
export function lanesInLook(
  lanes: readonly LaneView[],
  hiddenLaneIds: readonly string[],
): readonly LaneView[] {
  if (hiddenLaneIds.length === 0) return lanes;
  return lanes.map((lane) => (hiddenLaneIds.includes(lane.id) ? { ...lane, hidden: true } : lane));
}

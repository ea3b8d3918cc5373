import type { JourneyView, PathView } from "@polku/journey";

/** The path that a touchpoint stands on: the main one, or that of a sub-journey. */
export function pathOf(view: JourneyView, touchpointId: string): PathView {
  const inner = [...view.subJourneys.values()].find(({ path }) => path.touchpointIds.includes(touchpointId));
  return inner?.path ?? view.path;
}

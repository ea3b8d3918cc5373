import type { JourneyView, PathView, SubJourneyView } from "@polku/journey";
import { useAttention, useJourney } from "./SessionContext.tsx";

/** The sub-journey that this person has opened alone; undefined for the whole journey, and when somebody deleted it meanwhile. */
export function useAlone(): SubJourneyView | undefined {
  const id = useAttention((attention) => attention.alone);
  return useJourney((view) => (id === null ? undefined : view.subJourneys.get(id)));
}

/** The path that runs across the canvas: the main one, or that of the sub-journey that stands alone. */
export function useCanvasPath(): PathView {
  const main = useJourney((view) => view.path);
  return useAlone()?.path ?? main;
}

/** Whether a touchpoint lies in a sub-journey or in one inside it: what is elsewhere cannot be shown while it stands alone. */
export function holds(view: JourneyView, subJourneyId: string, touchpointId: string): boolean {
  const path = view.subJourneys.get(subJourneyId)?.path;
  if (!path) return false;
  if (path.touchpointIds.includes(touchpointId)) return true;
  return path.touchpointIds.some((id) =>
    (view.touchpoints.get(id)?.subJourneyIds ?? []).some((inner) => holds(view, inner, touchpointId)),
  );
}

/** The sub-journeys from the outermost to this one, each inside a touchpoint of the one before. */
export function trailTo(view: JourneyView, subJourneyId: string): readonly SubJourneyView[] {
  const here = view.subJourneys.get(subJourneyId);
  if (!here) return [];
  const outer = [...view.subJourneys.values()].find(({ path }) =>
    path.touchpointIds.includes(here.parentTouchpointId),
  );
  return outer ? [...trailTo(view, outer.id), here] : [here];
}

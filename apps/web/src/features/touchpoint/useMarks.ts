import {
  changes,
  teamPoints,
  touchpointMarks,
  wayToHuman,
  type JourneyView,
  type PathView,
  type TouchpointMark,
  type TouchpointView,
  type WayToHuman,
} from "@polku/journey";
import { useMemo } from "react";
import { useJourney } from "../../session/SessionContext.tsx";
import type { Grounded } from "../../session/useGrounding.ts";

function pathHolding(view: JourneyView, { stageId }: TouchpointView): PathView {
  const holds = ({ stages }: PathView): boolean => stages.some(({ id }) => id === stageId);
  if (holds(view.path)) return view.path;
  return [...view.subJourneys.values()].find(({ path }) => holds(path))?.path ?? view.path;
}

/** The way as a string, so that a card wakes only when it leads elsewhere, not whenever some step of the path changes. */
function wayKey(view: JourneyView, touchpointId: string): string {
  const touchpoint = view.touchpoints.get(touchpointId);
  if (!touchpoint) return "";
  const { touchpointIds } = pathHolding(view, touchpoint);
  const at = touchpointIds.indexOf(touchpointId);
  const way = wayToHuman(
    touchpointIds.slice(at).map((id) => view.touchpoints.get(id)),
    0,
  );
  if (way === null) return "";
  return way.found ? `${way.steps} ${way.minutes ?? ""}` : "none";
}

function wayOf(key: string): WayToHuman | null {
  if (key === "") return null;
  if (key === "none") return { found: false };
  const [steps = "", minutes = ""] = key.split(" ");
  return { found: true, steps: Number(steps), minutes: minutes === "" ? null : Number(minutes) };
}

/** What a touchpoint's own facts and evidence tell, for its card. */
export function useMarks(touchpoint: TouchpointView, grounded: Grounded): readonly TouchpointMark[] {
  const key = useJourney((view) => wayKey(view, touchpoint.id));
  return useMemo(
    () =>
      touchpointMarks({
        touchpoint,
        links: grounded.links,
        evidence: grounded.evidence,
        way: wayOf(key),
      }),
    [touchpoint, grounded, key],
  );
}

/** How the touchpoint's mean differs from that of the nearest earlier one on its path; null where either is unknown. */
export function useChange(touchpoint: TouchpointView): number | null {
  return useJourney((view) => {
    const { touchpointIds } = pathHolding(view, touchpoint);
    const upTo = touchpointIds.slice(0, touchpointIds.indexOf(touchpoint.id) + 1);
    return changes(upTo.map((id) => teamPoints(view.touchpoints.get(id)))).at(-1) ?? null;
  });
}

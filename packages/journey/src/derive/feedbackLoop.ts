import type { JourneyView, SubJourneyView } from "../read/view.ts";

/** Whether what a customer told came back to them, and where the path goes on then. */
export type FeedbackLoop = {
  readonly state: "closed" | "broken";
  /** The step that tells; null while the loop is broken. */
  readonly toldTouchpointId: string | null;
  /** Where the return edge joins: the next touchpoint of the parent's path, or the parent when it is the last; null while broken. */
  readonly returnsTo: string | null;
};

function nextOnParentPath(view: JourneyView, parentId: string): string {
  const paths = [view.path, ...[...view.subJourneys.values()].map(({ path }) => path)];
  const path = paths.find(({ touchpointIds }) => touchpointIds.includes(parentId));
  const ids = path?.touchpointIds ?? [];
  return ids[ids.indexOf(parentId) + 1] ?? parentId;
}

/**
 * A loop is closed when a stage of the phase "told" holds a step in which the customer really hears something: silence (`none`) is a
 * touchpoint too, and it closes nothing (method A8: a loop is closed only when the customer is told).
 */
export function feedbackLoop(view: JourneyView, subJourney: SubJourneyView): FeedbackLoop {
  const told = subJourney.path.stages
    .filter((stage) => stage.phase === "told")
    .flatMap((stage) => stage.touchpointIds)
    .find((id) => (view.touchpoints.get(id)?.contactKind ?? "none") !== "none");
  if (told === undefined) return { state: "broken", toldTouchpointId: null, returnsTo: null };
  return {
    state: "closed",
    toldTouchpointId: told,
    returnsTo: nextOnParentPath(view, subJourney.parentTouchpointId),
  };
}

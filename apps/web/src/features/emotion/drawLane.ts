import {
  curvePath,
  curvePieces,
  drawnKnots,
  evidenceDots,
  expectationPath,
  gapMarks,
  spreadBand,
  type CurveLane,
  type TouchpointColumn,
} from "@polku/drawing";
import {
  CONVENTIONS,
  drawnMean,
  gapBetween,
  teamPoints,
  type JourneyView,
  type TouchpointView,
} from "@polku/journey";
import type { Grounded } from "../../session/useGrounding.ts";
import type { Draft } from "./CurvePoint.tsx";

type Scene = {
  readonly touchpoints: JourneyView["touchpoints"];
  readonly grounded: ReadonlyMap<string, Grounded>;
  readonly columns: readonly TouchpointColumn[];
  readonly lane: CurveLane;
  readonly draft: Draft | null;
};

/** The team's points of a touchpoint (not a persona's own), with the one in hand where the hand holds it. */
export function pointsInHand(touchpoint: Pick<TouchpointView, "points"> | undefined, draft: Draft | null) {
  return teamPoints(touchpoint).map((point) =>
    draft?.id === point.id ? { ...point, t: draft.t, v: draft.v } : point,
  );
}

/** Everything of one lane as geometry in px of map coordinates; computed again only when one of these changes. */
export function drawLane({ touchpoints, grounded, columns, lane, draft }: Scene) {
  const points = (id: string) => pointsInHand(touchpoints.get(id), draft);
  const knots = drawnKnots(columns, points, lane);
  const dots = evidenceDots(columns, (id) => grounded.get(id)?.evidence, lane, CONVENTIONS.supported);
  const gap = (id: string) => {
    const found = grounded.get(id)?.evidence;
    return found && gapBetween(drawnMean(points(id)), found, CONVENTIONS);
  };
  return {
    knots,
    dots,
    pieces: curvePieces(knots, (id) => grounded.get(id)?.grounding.level ?? "assumption"),
    evidence: curvePath(dots),
    spread: spreadBand(dots),
    gaps: gapMarks(columns, gap, lane),
    hopes: expectationPath(columns, (id) => touchpoints.get(id)?.expectation.desired ?? null, lane),
  };
}

import {
  curvePath,
  curvePieces,
  drawnKnots,
  evidenceDots,
  expectationPath,
  gapMarks,
  spreadBand,
  toleranceBand,
  type CurveLane,
  type TouchpointColumn,
} from "@polku/drawing";
import {
  CONVENTIONS,
  drawnMean,
  emotionCurve,
  gapBetween,
  peakEnd,
  split,
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

/** The points of one curve at a touchpoint, the team's or a persona's, with the one in hand where the hand holds it. */
export function pointsInHand(
  touchpoint: Pick<TouchpointView, "points"> | undefined,
  draft: Draft | null,
  personaId: string | null = null,
) {
  const points =
    personaId === null
      ? teamPoints(touchpoint)
      : (touchpoint?.points.filter((point) => point.personaId === personaId) ?? []);
  return points.map((point) => (draft?.id === point.id ? { ...point, t: draft.t, v: draft.v } : point));
}

/** Everything of one lane as geometry in px of map coordinates; computed again only when one of these changes. */
export function drawLane({ touchpoints, grounded, columns, lane, draft }: Scene) {
  const points = (id: string) => pointsInHand(touchpoints.get(id), draft);
  const knots = drawnKnots(columns, points, lane);
  const isSplit = (id: string): boolean => split(grounded.get(id)?.links ?? []).split;
  const dots = evidenceDots(
    columns,
    (id) => grounded.get(id)?.evidence,
    lane,
    CONVENTIONS.supported,
    isSplit,
  );
  const heardAt = (id: string) => {
    const v = grounded.get(id)?.evidence.mean ?? null;
    return v === null ? [] : [{ t: 0.5, v }];
  };
  const gap = (id: string) => {
    const found = grounded.get(id)?.evidence;
    return found && gapBetween(drawnMean(points(id)), found, CONVENTIONS);
  };
  const marked = dots.length > 1 ? dots : knots;
  return {
    knots,
    /** What peaks, valleys, the end and memory are told of: what customers said, or the drawing where nobody has spoken. */
    marked,
    memory: peakEnd(
      emotionCurve(
        columns.map(({ touchpointId: id }) => ({ id, points: marked === dots ? heardAt(id) : points(id) })),
      ),
    ),
    dots,
    pieces: curvePieces(knots, (id) => grounded.get(id)?.grounding.level ?? "assumption"),
    evidence: curvePath(dots),
    spread: spreadBand(dots),
    gaps: gapMarks(columns, gap, lane),
    tolerance: toleranceBand(columns, (id) => touchpoints.get(id)?.expectation, lane),
    hopes: expectationPath(columns, (id) => touchpoints.get(id)?.expectation.desired ?? null, lane),
  };
}

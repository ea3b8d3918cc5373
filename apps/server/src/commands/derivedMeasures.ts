import {
  coverage,
  curveMean,
  emotionCurve,
  evidence,
  evidenceCurve,
  feedbackLoop,
  gapBetween,
  drawnMean,
  grounding,
  type JourneyView,
  type PathView,
  peakEnd,
  type QuoteFacts,
  teamPoints,
  touchpointLinks,
} from "@polku/journey";

/** The measures of one path: the drawn curve, the customers' curve, what each touchpoint rests on. */
function measuresOfPath(
  view: JourneyView,
  path: PathView,
  quotes: ReadonlyMap<string, QuoteFacts>,
  now: number,
) {
  const drawn = path.touchpointIds.map((id) => ({ id, points: teamPoints(view.touchpoints.get(id)) }));
  const linked = path.touchpointIds.map((id) => ({ id, links: touchpointLinks(view, quotes, id) }));
  const curve = emotionCurve(drawn);
  return {
    emotionCurve: { ...curve, mean: curveMean(curve) },
    peakEnd: peakEnd(curve),
    evidenceCurve: evidenceCurve(linked),
    coverage: coverage(
      linked.map((one) => ({ ...one, mot: view.touchpoints.get(one.id)?.mot === true })),
      now,
    ),
    touchpoints: linked.map(({ id, links }) => ({
      id,
      grounding: grounding(links, now),
      gap: gapBetween(drawnMean(teamPoints(view.touchpoints.get(id))), evidence(links)),
    })),
  };
}

/** Everything that is computed from a journey and stored nowhere. `now` in ms since 1970 decides what evidence is stale. */
export function derivedMeasures(
  view: JourneyView,
  quotes: ReadonlyMap<string, QuoteFacts>,
  now: number,
): Record<string, unknown> {
  const subJourneys = [...view.subJourneys.values()].map((sub) => ({
    id: sub.id,
    ...measuresOfPath(view, sub.path, quotes, now),
    feedbackLoop: sub.kind === "feedback" ? feedbackLoop(view, sub) : null,
  }));
  return { ...measuresOfPath(view, view.path, quotes, now), subJourneys };
}

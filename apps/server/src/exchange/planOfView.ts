import {
  hasCells,
  teamPoints,
  cellKey,
  type JourneyView,
  type LaneView,
  type PathView,
} from "@polku/journey";
import type { PlannedJourney, PlannedRow, PlannedTouchpoint } from "./plannedJourney.ts";

/** What of a journey can be said in rows: stages, touchpoints with their texts and the team's curve, the journeys inside them. */
export function planOfView(view: JourneyView): PlannedJourney {
  const lanes = view.lanes.filter(({ kind }) => hasCells(kind));
  return {
    title: view.meta.title,
    lanes: lanes.map(({ kind, title }) => ({ kind, title })),
    rows: rowsOf(view, lanes, view.path, "", null),
  };
}

function rowsOf(
  view: JourneyView,
  lanes: readonly LaneView[],
  path: PathView,
  above: string,
  inside: PlannedRow["inside"],
  from = 0,
): PlannedRow[] {
  const rows: PlannedRow[] = [];
  let count = from;
  for (const stage of path.stages) {
    const common = { inside, stage: stage.title };
    if (stage.touchpointIds.length === 0)
      rows.push({ ...common, number: above === "" ? "" : `${above}.`, touchpoint: null });
    for (const id of stage.touchpointIds) {
      count += 1;
      const number = `${above === "" ? "" : `${above}.`}${count}`;
      rows.push(
        { ...common, number, touchpoint: touchpointOf(view, lanes, id) },
        ...insideOf(view, lanes, id, number),
      );
    }
  }
  return rows;
}

/** The rows of the journeys inside a touchpoint; their numbers run on from one to the next. */
function insideOf(view: JourneyView, lanes: readonly LaneView[], id: string, number: string): PlannedRow[] {
  const rows: PlannedRow[] = [];
  for (const subJourneyId of view.touchpoints.get(id)?.subJourneyIds ?? []) {
    const sub = view.subJourneys.get(subJourneyId);
    if (!sub) continue;
    const own = rows.filter(
      (row) => row.touchpoint && row.number.split(".").length === number.split(".").length + 1,
    );
    rows.push(...rowsOf(view, lanes, sub.path, number, { kind: sub.kind, title: sub.title }, own.length));
  }
  return rows;
}

function touchpointOf(view: JourneyView, lanes: readonly LaneView[], id: string): PlannedTouchpoint | null {
  const touchpoint = view.touchpoints.get(id);
  if (!touchpoint) return null;
  const { title, note, channel, contactKind, official, mot } = touchpoint;
  const text = (lane: LaneView): string =>
    (view.cells.get(cellKey(lane.id, id))?.blocks ?? [])
      .map((block) => block.text)
      .filter((words) => words !== "")
      .join("\n");
  return {
    title,
    note,
    channel,
    contactKind,
    official,
    mot,
    points: teamPoints(touchpoint).map(({ t, v }) => [t, v] as const),
    texts: lanes.map(text),
  };
}

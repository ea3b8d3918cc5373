import { isLine, type JourneyView } from "@polku/journey";
import type { MapLayout } from "@polku/drawing";
import { touchpointOf, type Thing } from "../../session/attention.ts";
import { stagesOf } from "../../session/handful.ts";
import { pathOf } from "./pathOf.ts";

/** The things of a list from one to another, whichever comes first. */
function between<T>(list: readonly T[], from: T, to: T): readonly T[] {
  const [a, b] = [list.indexOf(from), list.indexOf(to)];
  return a < 0 || b < 0 ? [] : list.slice(Math.min(a, b), Math.max(a, b) + 1);
}

function stagesBeside(view: JourneyView, stageId: string): string[] {
  const own = stagesOf(view).find(({ id }) => id === stageId);
  return stagesOf(view)
    .filter(({ subJourneyId }) => subJourneyId === own?.subJourneyId)
    .map(({ id }) => id);
}

/** The lanes that have cells to stand in, as they lie. */
function cellLanes(layout: MapLayout): string[] {
  return layout.rows
    .filter(
      ({ kind, collapsed }) => !collapsed && !isLine(kind) && kind !== "touchpoint" && kind !== "emotion",
    )
    .map(({ laneId }) => laneId);
}

function block(laneIds: readonly string[], touchpointIds: readonly string[]): Thing[] {
  return laneIds.flatMap((laneId) =>
    touchpointIds.map((touchpointId): Thing => ({ kind: "cell", laneId, touchpointId })),
  );
}

/**
 * Everything of one kind from one thing to another, both with it: a stretch of touchpoints, stages or lanes, a block of cells as in a
 * spreadsheet. Empty when nothing lies between them in that sense.
 */
export function stretch(view: JourneyView, layout: MapLayout, from: Thing, to: Thing): readonly Thing[] {
  if (from.kind === "stage" && to.kind === "stage")
    return between(stagesBeside(view, to.id), from.id, to.id).map((id) => ({ kind: "stage", id }));
  if (from.kind === "lane" && to.kind === "lane") {
    const lanes = layout.rows.map(({ laneId }) => laneId);
    return between(lanes, from.id, to.id).map((id) => ({ kind: "lane", id }));
  }
  const [a, b] = [touchpointOf(from), touchpointOf(to)];
  if (from.kind !== to.kind || from.kind === "point" || a === null || b === null) return [];
  const columns = between(pathOf(view, b).touchpointIds, a, b);
  if (from.kind === "cell" && to.kind === "cell")
    return block(between(cellLanes(layout), from.laneId, to.laneId), columns);
  return columns.map((id) => ({ kind: "touchpoint", id }));
}

/** Everything of the kind that is in hand, around it: the touchpoints of its path, the cells of its lane, the stages, the lanes, the points. */
export function allLike(view: JourneyView, layout: MapLayout, thing: Thing | null): readonly Thing[] {
  if (thing?.kind === "stage") return stagesBeside(view, thing.id).map((id) => ({ kind: "stage", id }));
  if (thing?.kind === "lane") return layout.rows.map(({ laneId }) => ({ kind: "lane", id: laneId }));
  if (thing?.kind === "shape") return [...view.shapes.keys()].map((id) => ({ kind: "shape", id }));
  const on = touchpointOf(thing);
  const first = layout.columns.find(({ touchpointId }) => touchpointId !== null)?.touchpointId ?? null;
  const at = on ?? first;
  const ids = at === null ? [] : pathOf(view, at).touchpointIds;
  if (thing?.kind === "cell") return block([thing.laneId], ids);
  if (thing?.kind === "point") {
    const whose = view.touchpoints
      .get(thing.touchpointId)
      ?.points.find(({ id }) => id === thing.id)?.personaId;
    return ids.flatMap((touchpointId) =>
      (view.touchpoints.get(touchpointId)?.points ?? [])
        .filter(({ personaId }) => personaId === whose)
        .map(({ id }): Thing => ({ kind: "point", id, touchpointId })),
    );
  }
  return ids.map((id) => ({ kind: "touchpoint", id }));
}

import { cellKey, type CellFacts, type CellView } from "../cell.ts";
import { comparePoints, type EmotionPointView } from "../emotionPoint.ts";
import type { MetaView } from "../meta.ts";
import { compareOrder } from "../order.ts";
import { comparePast } from "../pastExpectation.ts";
import type { PinView } from "../pin.ts";
import type { StageView } from "../stage.ts";
import type { TouchpointFacts, TouchpointView } from "../touchpoint.ts";
import type { Facts } from "./facts.ts";
import { buildShapes, countUnknownShapes } from "./shapesInView.ts";
import { shareArray, shareMap, shareObject } from "./sharing.ts";
import type { JourneyView, PathStage, PathView, SubJourneyView } from "./view.ts";

function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

type Grouped = {
  readonly stages: Map<string, StageView[]>;
  readonly touchpoints: Map<string, TouchpointFacts[]>;
  readonly subJourneys: Map<string, { id: string }[]>;
};

const MAIN = "";

/**
 * Touchpoints by stage. One whose stage never existed (a foreign client's mistake, or an update still under way) stands in the first
 * stage, so that nothing typed is out of sight; one whose stage was deleted went with it (RULES J6).
 */
function placeTouchpoints(
  facts: Facts,
  firstStageId: string | undefined,
  everExisted: (stageId: string) => boolean,
) {
  return groupBy(facts.touchpoints.values(), ({ stageId }) => {
    if (facts.stages.has(stageId) || everExisted(stageId)) return stageId;
    return firstStageId ?? stageId;
  });
}

function buildPath(previous: PathView | undefined, key: string, grouped: Grouped): PathView {
  const before = new Map(previous?.stages.map((stage) => [stage.id, stage]));
  const stages = (grouped.stages.get(key) ?? []).toSorted(compareOrder).map((stage): PathStage => {
    const ids = (grouped.touchpoints.get(stage.id) ?? []).toSorted(compareOrder).map(({ id }) => id);
    const known = before.get(stage.id);
    return shareObject(known, { ...stage, touchpointIds: shareArray(known?.touchpointIds, ids) });
  });
  return shareObject(previous, {
    stages: shareArray(previous?.stages, stages),
    touchpointIds: shareArray(
      previous?.touchpointIds,
      stages.flatMap((stage) => stage.touchpointIds),
    ),
  });
}

type Structure = Pick<JourneyView, "path" | "subJourneys"> & { readonly living: ReadonlySet<string> };

/**
 * Walks from the main path down through the sub-journeys of its touchpoints. What cannot be reached that way (its parent is gone, or a
 * foreign client made a ring) is not in the view; walking from the top is also what keeps a ring from going round for ever.
 */
export function buildStructure(
  facts: Facts,
  previous: JourneyView | undefined,
  everExisted: (stageId: string) => boolean,
): Structure {
  const stages = groupBy(facts.stages.values(), (stage) => stage.subJourneyId ?? MAIN);
  const first = stages.get(MAIN)?.toSorted(compareOrder)[0]?.id;
  const grouped: Grouped = {
    stages,
    touchpoints: placeTouchpoints(facts, first, everExisted),
    subJourneys: groupBy(facts.subJourneys.values(), ({ parentTouchpointId }) => parentTouchpointId),
  };
  const path = buildPath(previous?.path, MAIN, grouped);
  const subJourneys = new Map<string, SubJourneyView>();
  const living = new Set<string>(path.touchpointIds);
  const waiting = [...path.touchpointIds];
  for (let touchpointId = waiting.shift(); touchpointId !== undefined; touchpointId = waiting.shift()) {
    for (const { id } of (grouped.subJourneys.get(touchpointId) ?? []).toSorted(byId)) {
      const own = facts.subJourneys.get(id);
      if (!own || subJourneys.has(id)) continue;
      const known = previous?.subJourneys.get(id);
      const inner = buildPath(known?.path, id, grouped);
      subJourneys.set(id, shareObject(known, { ...own, path: inner }));
      for (const innerId of inner.touchpointIds) if (!living.has(innerId)) waiting.push(innerId);
      for (const innerId of inner.touchpointIds) living.add(innerId);
    }
  }
  return { path, subJourneys: shareMap(previous?.subJourneys, subJourneys), living };
}

/** What hangs on touchpoints, by touchpoint. */
export type Hangings = {
  readonly points: Map<string, EmotionPointView[]>;
  readonly pins: Map<string, PinView[]>;
};

export function groupHangings(facts: Facts): Hangings {
  return {
    points: groupBy(facts.emotionPoints.values(), ({ touchpointId }) => touchpointId),
    pins: groupBy(facts.pins.values(), ({ touchpointId }) => touchpointId),
  };
}

export function buildTouchpoint(
  facts: TouchpointFacts,
  hangings: Hangings,
  subJourneyIds: readonly string[],
  previous: TouchpointView | undefined,
): TouchpointView {
  const shared = previous && {
    expectation: shareObject(previous.expectation, facts.expectation),
    effort: shareObject(previous.effort, facts.effort),
    personaIds: shareArray(previous.personaIds, facts.personaIds),
    links: shareArray(
      previous.links,
      facts.links.map((link, i) => shareObject(previous.links[i], link)),
    ),
  };
  return shareObject(previous, {
    ...facts,
    ...shared,
    points: shareArray(previous?.points, (hangings.points.get(facts.id) ?? []).toSorted(comparePoints)),
    pins: shareArray(previous?.pins, (hangings.pins.get(facts.id) ?? []).toSorted(byId)),
    subJourneyIds: shareArray(previous?.subJourneyIds, subJourneyIds),
  });
}

/** The cell of some blocks of one lane and touchpoint; null when no block is there. */
export function buildCell(blocks: readonly CellFacts[], previous: CellView | undefined): CellView | null {
  const [first] = blocks;
  if (!first) return null;
  const before = new Map(previous?.blocks.map((block) => [block.id, block]));
  const next = blocks.toSorted(byId).map(({ id, text }) => shareObject(before.get(id), { id, text }));
  return shareObject(previous, {
    laneId: first.laneId,
    touchpointId: first.touchpointId,
    blocks: shareArray(previous?.blocks, next),
  });
}

export function groupCells(facts: Facts): Map<string, CellFacts[]> {
  return groupBy(facts.cells.values(), (cell) => cellKey(cell.laneId, cell.touchpointId));
}

function buildCells(facts: Facts, living: ReadonlySet<string>, previous: JourneyView | undefined) {
  const cells = new Map<string, CellView>();
  for (const [key, blocks] of groupCells(facts)) {
    const [first] = blocks;
    if (!first || !living.has(first.touchpointId) || !facts.lanes.has(first.laneId)) continue;
    const cell = buildCell(blocks, previous?.cells.get(key));
    if (cell) cells.set(key, cell);
  }
  return shareMap(previous?.cells, cells);
}

function buildTouchpoints(facts: Facts, structure: Structure, previous: JourneyView | undefined) {
  const hangings = groupHangings(facts);
  const subJourneyIds = groupBy(
    structure.subJourneys.values(),
    ({ parentTouchpointId }) => parentTouchpointId,
  );
  const touchpoints = new Map<string, TouchpointView>();
  for (const id of structure.living) {
    const own = facts.touchpoints.get(id);
    const inner = (subJourneyIds.get(id) ?? []).map((subJourney) => subJourney.id);
    if (own) touchpoints.set(id, buildTouchpoint(own, hangings, inner, previous?.touchpoints.get(id)));
  }
  return shareMap(previous?.touchpoints, touchpoints);
}

/** The whole view of the facts, sharing with the previous one what did not change. */
export function assemble(
  facts: Facts,
  meta: MetaView,
  previous: JourneyView | undefined,
  everExisted: (stageId: string) => boolean,
): JourneyView {
  const structure = buildStructure(facts, previous, everExisted);
  const { living } = structure;
  return shareObject(previous, {
    meta: shareObject(previous?.meta, meta),
    lanes: shareArray(previous?.lanes, [...facts.lanes.values()].toSorted(compareOrder)),
    path: structure.path,
    subJourneys: structure.subJourneys,
    touchpoints: buildTouchpoints(facts, structure, previous),
    cells: buildCells(facts, living, previous),
    personas: shareArray(previous?.personas, [...facts.personas.values()].toSorted(byId)),
    pastExpectations: shareArray(
      previous?.pastExpectations,
      [...facts.pastExpectations.values()]
        .filter(({ touchpointId }) => living.has(touchpointId))
        .toSorted(comparePast),
    ),
    promises: shareArray(
      previous?.promises,
      [...facts.promises.values()].filter(({ touchpointId }) => living.has(touchpointId)).toSorted(byId),
    ),
    loops: shareArray(
      previous?.loops,
      [...facts.loops.values()].filter(({ from, to }) => living.has(from) && living.has(to)).toSorted(byId),
    ),
    insights: shareArray(previous?.insights, [...facts.insights.values()].toSorted(byId)),
    shapes: buildShapes(facts.shapes, living, previous?.shapes),
    unknownShapes: countUnknownShapes(facts.shapes),
    savedViews: shareArray(previous?.savedViews, [...facts.savedViews.values()].toSorted(byId)),
  });
}

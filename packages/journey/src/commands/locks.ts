// What an editor has locked holds until an editor unlocks it (RULES J18).
import * as Y from "yjs";
import { LANE_KINDS } from "../lane.ts";
import { isDeleted, isRecord, readFlag, readOneOf, readString, type Entity } from "../read/attributes.ts";
import { entities, findEntity, metaOf, type EntityMapName, type JourneyDoc } from "../schema.ts";
import { readShape } from "../shape.ts";
import { readTouchpoint } from "../touchpoint.ts";

/** What holds a thing. */
export type Lock = "map" | "stage" | "lane" | "shape";

/** Deeper than any journey is nested; a ring that a foreign client made ends here. */
const DEEPEST = 50;

const isLocked = (entity: Entity | null): boolean =>
  entity !== null && !isDeleted(entity) && readFlag(entity, "locked", false);

/** A stage is held by its own lock, or by that of the stage its whole sub-journey hangs in. */
function stageIsHeld(doc: JourneyDoc, stageId: string, depth = 0): boolean {
  const stage = findEntity(doc, "stages", stageId);
  if (stage === null || depth > DEEPEST) return false;
  if (isLocked(stage)) return true;
  const inside = readString(stage, "subJourneyId");
  return inside !== null && subJourneyIsHeld(doc, inside, depth + 1);
}

function subJourneyIsHeld(doc: JourneyDoc, subJourneyId: string, depth = 0): boolean {
  const subJourney = findEntity(doc, "subJourneys", subJourneyId);
  const parent = subJourney && readString(subJourney, "parentTouchpointId");
  return parent !== null && parent !== undefined && touchpointIsHeld(doc, parent, depth + 1);
}

function touchpointIsHeld(doc: JourneyDoc, touchpointId: string, depth = 0): boolean {
  const touchpoint = findEntity(doc, "touchpoints", touchpointId);
  return touchpoint !== null && stageIsHeld(doc, readTouchpoint("", touchpoint).stageId, depth);
}

/** Whether a lane of such a kind is locked: the cards and the curve are drawn into lanes, they are not its cells. */
function drawnLaneIsHeld(doc: JourneyDoc, kind: "touchpoint" | "emotion"): boolean {
  for (const lane of entities(doc, "lanes").values())
    if (lane instanceof Y.Map && isLocked(lane) && readOneOf(lane, "kind", LANE_KINDS, "custom") === kind)
      return true;
  return false;
}

function isOnMainPath(doc: JourneyDoc, touchpointId: string): boolean {
  const touchpoint = findEntity(doc, "touchpoints", touchpointId);
  const stage = touchpoint && findEntity(doc, "stages", readTouchpoint("", touchpoint).stageId);
  return !stage || readString(stage, "subJourneyId") === null;
}

/** What a command names, by kind of thing. */
type Named = {
  readonly stages: Set<string>;
  readonly lanes: Set<string>;
  readonly touchpoints: Set<string>;
  readonly subJourneys: Set<string>;
  /** Touchpoints that are named as the place of a cell or a point, not as cards. */
  readonly cells: Set<string>;
  readonly curves: Set<string>;
  readonly shapes: Set<string>;
};

/** Entities that lie on a touchpoint, by the argument that names them. */
const ON_TOUCHPOINT: Readonly<Record<string, EntityMapName>> = {
  pointId: "emotionPoints",
  pointIds: "emotionPoints",
  promiseId: "promises",
  pastId: "pastExpectations",
  blockId: "cells",
};

function strings(value: unknown): string[] {
  return [value].flat().filter((one): one is string => typeof one === "string");
}

function nameEntity(doc: JourneyDoc, named: Named, map: unknown, id: string): void {
  if (map === "stages") named.stages.add(id);
  else if (map === "lanes") named.lanes.add(id);
  else if (map === "touchpoints") named.touchpoints.add(id);
  else if (map === "subJourneys") named.subJourneys.add(id);
  else if (map === "shapes") named.shapes.add(id);
  else if (map === "cells" || map === "promises" || map === "pastExpectations" || map === "emotionPoints") {
    const entity = findEntity(doc, map, id);
    const on = entity && readString(entity, "touchpointId");
    const lane = entity && readString(entity, "laneId");
    if (on) named[map === "emotionPoints" ? "curves" : "cells"].add(on);
    if (lane) named.lanes.add(lane);
  }
}

/** Reads what some arguments name by the names that all commands use for their arguments. */
function readNamed(
  doc: JourneyDoc,
  name: string,
  args: Readonly<Record<string, unknown>>,
  named: Named,
): void {
  const inCell = "laneId" in args;
  const onCurve = name === "addEmotionPoint";
  for (const [key, value] of Object.entries(args)) {
    const ids = strings(value);
    if (key === "stageId" || key === "stageIds") for (const id of ids) named.stages.add(id);
    else if (key === "laneId" || key === "laneIds") for (const id of ids) named.lanes.add(id);
    else if (key === "shapeId" || key === "shapeIds") for (const id of ids) named.shapes.add(id);
    else if (key === "subJourneyId") for (const id of ids) named.subJourneys.add(id);
    else if (key === "touchpointId" || key === "touchpointIds" || key === "withId")
      for (const id of ids) named[inCell ? "cells" : onCurve ? "curves" : "touchpoints"].add(id);
    else if (key === "id") for (const id of ids) nameEntity(doc, named, args.on ?? args.map, id);
    else if (ON_TOUCHPOINT[key]) for (const id of ids) nameEntity(doc, named, ON_TOUCHPOINT[key], id);
    else if ((key === "cells" || key === "places") && Array.isArray(value))
      for (const one of value as readonly Record<string, unknown>[]) readNamed(doc, name, one, named);
    else if (key === "at" && isRecord(value))
      for (const id of strings(value.touchpointId)) named.cells.add(id);
  }
}

/** What holds something that a command names; null when it may be carried out. */
export function lockOn(doc: JourneyDoc, name: string, args: Readonly<Record<string, unknown>>): Lock | null {
  if (readFlag(metaOf(doc), "locked", false)) return "map";
  const named: Named = {
    stages: new Set(),
    lanes: new Set(),
    touchpoints: new Set(),
    subJourneys: new Set(),
    cells: new Set(),
    curves: new Set(),
    shapes: new Set(),
  };
  readNamed(doc, name, args, named);
  const shapes = [...named.shapes].map((id) => findEntity(doc, "shapes", id));
  if (name !== "restoreDeleted" && shapes.some(isLocked)) return "shape";
  // A stage is locked with everything in it, and what is attached to a touchpoint is in it too.
  for (const shape of shapes) {
    const on = shape && readShape("", shape).touchpointId;
    if (on) named.cells.add(on);
  }
  const places = [...named.touchpoints, ...named.cells, ...named.curves];
  if ([...named.lanes].some((id) => isLocked(findEntity(doc, "lanes", id)))) return "lane";
  if ([...named.stages].some((id) => stageIsHeld(doc, id))) return "stage";
  if ([...named.subJourneys].some((id) => subJourneyIsHeld(doc, id))) return "stage";
  if (places.some((id) => touchpointIsHeld(doc, id))) return "stage";
  const onMain = (ids: Iterable<string>): boolean => [...ids].some((id) => isOnMainPath(doc, id));
  if (onMain(named.touchpoints) && drawnLaneIsHeld(doc, "touchpoint")) return "lane";
  return onMain(named.curves) && drawnLaneIsHeld(doc, "emotion") ? "lane" : null;
}

import type { Entity } from "./read/attributes.ts";
import { readFlag, readNumber, readOneOf, readText } from "./read/attributes.ts";
import { readOrder } from "./order.ts";

/** Kinds of lanes (method A3). The three lines are lanes without cells: a rule across the map. */
export const LANE_KINDS = [
  "customer_action",
  "thinking",
  "touchpoint",
  "emotion",
  "evidence",
  "expectation",
  "pain",
  "opportunity",
  "promise",
  "dramatic_arc",
  "storyboard",
  "physical_evidence",
  "line_of_interaction",
  "frontstage",
  "line_of_visibility",
  "backstage",
  "line_of_internal_interaction",
  "support_process",
  "system",
  "actor",
  "employee_emotion",
  "measure",
  "custom",
] as const;
export type LaneKind = (typeof LANE_KINDS)[number];

const LINES: readonly LaneKind[] = [
  "line_of_interaction",
  "line_of_visibility",
  "line_of_internal_interaction",
];
const DRAWN: readonly LaneKind[] = ["touchpoint", "emotion", "evidence"];

/** A rule across the map: it has a title and no cells. */
export function isLine(kind: LaneKind): boolean {
  return LINES.includes(kind);
}

/** Whether people type into the cells of such a lane; the others are drawn from touchpoints, emotion points and pins. */
export function hasCells(kind: LaneKind): boolean {
  return !isLine(kind) && !DRAWN.includes(kind);
}

/** Whether a lane can shrink to its heading: a line has no more than that, and the cards carry everything else. */
export function canCollapse(kind: LaneKind): boolean {
  return !isLine(kind) && kind !== "touchpoint";
}

export type LaneView = {
  readonly id: string;
  readonly kind: LaneKind;
  /** What the team named it; empty means "the usual name of its kind", which the interface says in the reader's language. */
  readonly title: string;
  readonly order: string;
  /** Height in px of map coordinates; null is the height of its kind. */
  readonly height: number | null;
  readonly hidden: boolean;
  /** Only its heading is shown. */
  readonly collapsed: boolean;
  /** It lies above the lanes that are not frozen, and stays in sight while they move on (RULES J26). */
  readonly frozen: boolean;
  /** Held by an editor: its cells and the lane itself are not changed until somebody unlocks it (RULES J18). */
  readonly locked: boolean;
};

export const LANE_HEIGHT = { min: 24, max: 800 } as const;

export function readLane(id: string, lane: Entity): LaneView {
  const kind = readOneOf(lane, "kind", LANE_KINDS, "custom");
  return Object.freeze({
    id,
    kind,
    title: readText(lane, "title"),
    order: readOrder(lane.get("order")),
    height: readNumber(lane, "height", LANE_HEIGHT.min, LANE_HEIGHT.max),
    hidden: readFlag(lane, "hidden", false),
    frozen: readFlag(lane, "frozen", false),
    collapsed: canCollapse(kind) && readFlag(lane, "collapsed", false),
    locked: readFlag(lane, "locked", false),
  });
}

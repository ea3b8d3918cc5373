import { feedbackLoop, replyMeasures } from "@polku/journey";
import type { JourneyView, SubJourneyView } from "@polku/journey";
import type { Box, Point } from "./box.ts";
import { bottom, right } from "./box.ts";
import { frayedEnd, roundedPath } from "./edge.ts";
import type { Strand } from "./edge.ts";
import { cardBox, GRID } from "./grid.ts";
import type { Column } from "./grid.ts";

/** What branches hang under: a laid out path and where its cards stand. */
export interface Trunk {
  readonly columns: readonly Column[];
  readonly cardRow: { readonly y: number; readonly height: number };
}

/** How a sub-journey comes back: an arrow to where the path goes on, or an end that frays and stops. */
export type ReturnEdge =
  | {
      readonly state: "closed";
      /** Told, but later than promised: drawn with breaks, as a line that nearly did not hold. */
      readonly late: boolean;
      readonly d: string;
      readonly tip: Point;
      readonly toTouchpointId: string;
    }
  | {
      readonly state: "broken";
      readonly d: string;
      readonly strands: readonly Strand[];
      /** Where the words about it stand, to the right of the break. */
      readonly label: Point;
    };

/** Down the gutter beside the parent's column, left above the branch, and into its first card. */
export function leadingEdge(
  parent: Column,
  trunk: Trunk,
  box: Box,
  first: Column | undefined,
  cardRow: Trunk["cardRow"],
): string {
  const card = cardBox(parent, trunk.cardRow);
  const gutter = parent.x + 4;
  const run = box.y - 24;
  const entry = first === undefined ? { x: box.x, y: box.y } : cardBox(first, cardRow);
  const entryY = first === undefined ? box.y + 40 : entry.y + GRID.cardHeight / 2;
  const side = box.x - 18;
  return roundedPath([
    { x: card.x + 28, y: bottom(card) },
    { x: card.x + 28, y: bottom(card) + 10 },
    { x: gutter, y: bottom(card) + 10 },
    { x: gutter, y: run },
    { x: side, y: run },
    { x: side, y: entryY },
    { x: entry.x, y: entryY },
  ]);
}

export function returnEdge(
  view: JourneyView,
  sub: SubJourneyView,
  parent: Column,
  trunk: Trunk,
  box: Box,
  columns: readonly Column[],
  cardRow: Trunk["cardRow"],
): ReturnEdge {
  const way = wayBack(view, sub, trunk);
  const from = columns.find(({ touchpointId }) => touchpointId === way?.from);
  if (way === null || from === undefined) return brokenReturn(columns, box, cardRow);
  const next = trunk.columns.find(({ touchpointId }) => touchpointId === way.to) ?? parent;
  const late = sub.kind !== "free" && replyMeasures(view, sub).late;
  return { ...closedReturn(from, next, parent, trunk, box, cardRow, way.to), late };
}

/** Which card leads back, and to where. A free sub-journey promised nobody an answer: its last step simply goes on. */
function wayBack(view: JourneyView, sub: SubJourneyView, trunk: Trunk) {
  const loop = feedbackLoop(view, sub);
  if (loop.toldTouchpointId !== null && loop.returnsTo !== null) {
    return { from: loop.toldTouchpointId, to: loop.returnsTo };
  }
  const ids = sub.path.touchpointIds;
  const last = ids[ids.length - 1];
  if (sub.kind !== "free" || last === undefined) return null;
  const path = trunk.columns.flatMap(({ touchpointId }) => touchpointId ?? []);
  return { from: last, to: path[path.indexOf(sub.parentTouchpointId) + 1] ?? sub.parentTouchpointId };
}

/** Up beside the card that tells, along above the branch, and up the gutter to where the path goes on. */
function closedReturn(
  told: Column,
  next: Column,
  parent: Column,
  trunk: Trunk,
  box: Box,
  cardRow: Trunk["cardRow"],
  toTouchpointId: string,
) {
  const card = cardBox(told, cardRow);
  const target = cardBox(next, trunk.cardRow);
  const leave = right(card) + 6;
  const run = box.y - 24;
  const gutter = parent.x + parent.width - 4;
  const landing = next === parent ? right(target) - 28 : target.x + 28;
  const tip = { x: landing, y: bottom(target) + 2 };
  return {
    state: "closed" as const,
    toTouchpointId,
    tip,
    d: roundedPath([
      { x: right(card), y: card.y + 30 },
      { x: leave, y: card.y + 30 },
      ...acrossAt(leave, gutter, run),
      { x: gutter, y: tip.y + 22 },
      { x: landing, y: tip.y + 22 },
      tip,
    ]),
  };
}

/** From one upright to another at height `y`; nearly above one another they are joined by a slant, not by a jag. */
function acrossAt(from: number, to: number, y: number): Point[] {
  if (Math.abs(from - to) >= 56)
    return [
      { x: from, y },
      { x: to, y },
    ];
  return [
    { x: from, y: y + 22 },
    { x: to, y: y - 22 },
  ];
}

/** Out of the last card, a turn upwards as if to return, and then it ends. */
function brokenReturn(columns: readonly Column[], box: Box, cardRow: Trunk["cardRow"]): ReturnEdge {
  const held = columns.filter(({ touchpointId }) => touchpointId !== null);
  const last = held[held.length - 1] ?? columns[0];
  const card = last === undefined ? { ...box, width: 0, height: GRID.cardHeight } : cardBox(last, cardRow);
  const start = { x: right(card), y: card.y + card.height / 2 };
  const turn = Math.max(start.x + 44, right(box) + 44);
  const end = { x: turn, y: start.y - 74 };
  return {
    state: "broken",
    d: roundedPath([start, { x: turn, y: start.y }, end], 60),
    strands: frayedEnd(end),
    label: { x: turn + 14, y: start.y - 18 },
  };
}

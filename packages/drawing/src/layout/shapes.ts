import type { ArrowEnd, JourneyView, ShapeView } from "@polku/journey";
import { fitText } from "../text/fit.ts";
import type { FittedText } from "../text/fit.ts";
import { bottom, inset, right } from "./box.ts";
import type { Box, Point } from "./box.ts";
import { px } from "./curve.ts";
import { cardBox, touchpointColumns } from "./grid.ts";
import type { MapLayout } from "./mapLayout.ts";

/** Air between the edge of a note and its words, px. */
export const NOTE_PADDING = 12;
/** Room above a frame for its title. */
export const FRAME_TITLE = 28;

const NOTE_SIZES = [28, 20, 16, 14, 13] as const;
const TEXT_SIZES = [40, 28, 20, 16, 14] as const;

/** Where the card of each touchpoint lies that is laid out, those of open sub-journeys too. */
export function cardBoxes(layout: MapLayout): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>();
  for (const { columns, cardRow } of [layout, ...layout.branches])
    for (const column of touchpointColumns(columns)) boxes.set(column.touchpointId, cardBox(column, cardRow));
  return boxes;
}

/** Views are frozen and shared, so that what was fitted once need not be fitted again while the shape is the same. */
const fitted = new WeakMap<ShapeView, FittedText | null>();

/** What is written on a note or a text, as large as it fits; null for shapes that are written on nowhere. */
export function shapeText(shape: ShapeView): FittedText | null {
  const known = fitted.get(shape);
  if (known !== undefined) return known;
  const words = fitShape(shape);
  fitted.set(shape, words);
  return words;
}

function fitShape(shape: ShapeView): FittedText | null {
  const { kind, text, width, height } = shape;
  if (kind === "note") {
    const [w, h] = [width - 2 * NOTE_PADDING, height - 2 * NOTE_PADDING];
    return fitText(text, "regular", w, h, NOTE_SIZES);
  }
  return kind === "text" ? fitText(text, "regular", width - 8, height - 8, TEXT_SIZES) : null;
}

/** How tall a shape is drawn: notes and texts grow with what is written on them. */
export function shapeHeight(shape: ShapeView): number {
  const words = shapeText(shape);
  if (words === null) return shape.height;
  return Math.max(shape.height, words.height + (shape.kind === "note" ? 2 * NOTE_PADDING : 8));
}

/** Where a shape lies on the map; null while the card that it is attached to is not laid out. Arrows have no box of their own. */
export function shapeBox(shape: ShapeView, card: Point | null | undefined): Box | null {
  if (shape.kind === "arrow" || (shape.touchpointId !== null && !card)) return null;
  const { x, y } = card ?? { x: 0, y: 0 };
  return {
    x: shape.x + (shape.touchpointId === null ? 0 : x),
    y: shape.y + (shape.touchpointId === null ? 0 : y),
    width: shape.width,
    height: shapeHeight(shape),
  };
}

/** An arrow as it is drawn: its line, the two strokes of its tip, and the middle of it, where its words stand. */
export interface ArrowLine {
  readonly d: string;
  readonly tip: string;
  readonly from: Point;
  readonly to: Point;
  readonly middle: Point;
}

/** px between the end of an arrow and what it points at. */
const GAP = 6;
const TIP = { length: 12, spread: 0.42 } as const;

function middleOf(end: Box | Point): Point {
  return "width" in end ? { x: end.x + end.width / 2, y: end.y + end.height / 2 } : end;
}

/** Where the way from the middle of a box towards a point leaves it, and a little further. */
function edgeTowards(end: Box | Point, towards: Point): Point {
  const centre = middleOf(end);
  if (!("width" in end)) return centre;
  const [dx, dy] = [towards.x - centre.x, towards.y - centre.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return centre;
  const across = dx === 0 ? Infinity : end.width / 2 / Math.abs(dx);
  const down = dy === 0 ? Infinity : end.height / 2 / Math.abs(dy);
  // Never beyond the other one: two things that overlap have an arrow of no length between them.
  const by = Math.min(1, Math.min(across, down) + GAP / length);
  return { x: centre.x + dx * by, y: centre.y + dy * by };
}

/** Draws an arrow between two boxes or places, slightly bent, as a hand would. */
export function arrowLine(from: Box | Point, to: Box | Point): ArrowLine {
  const start = edgeTowards(from, middleOf(to));
  const end = edgeTowards(to, middleOf(from));
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = Math.hypot(dx, dy);
  const bend = length === 0 ? 0 : Math.min(32, length * 0.1) / length;
  const control = { x: (start.x + end.x) / 2 + dy * bend, y: (start.y + end.y) / 2 - dx * bend };
  const angle = Math.atan2(end.y - control.y, end.x - control.x);
  const side = (spread: number): string => {
    const size = Math.min(TIP.length, length / 2);
    return `${px(end.x - size * Math.cos(angle + spread))},${px(end.y - size * Math.sin(angle + spread))}`;
  };
  return {
    d: `M${px(start.x)},${px(start.y)}Q${px(control.x)},${px(control.y)} ${px(end.x)},${px(end.y)}`,
    tip: `M${side(TIP.spread)}L${px(end.x)},${px(end.y)}L${side(-TIP.spread)}`,
    from: start,
    to: end,
    middle: {
      x: start.x / 4 + control.x / 2 + end.x / 4,
      y: start.y / 4 + control.y / 2 + end.y / 4,
    },
  };
}

/** What an end of an arrow is at, on the map; null while that is not laid out. */
export function arrowEnd(
  end: ArrowEnd,
  cards: ReadonlyMap<string, Box>,
  shapes: ReadonlyMap<string, ShapeView>,
): Box | Point | null {
  if (end.touchpointId !== null) return cards.get(end.touchpointId) ?? null;
  if (end.shapeId === null) return { x: end.x, y: end.y };
  const shape = shapes.get(end.shapeId);
  return shape ? shapeBox(shape, cards.get(shape.touchpointId ?? "")) : null;
}

/** The stroke of a drawing, from its own corner: a line through the middles between its points, so that it has no corners. */
export function drawingPath(points: readonly number[]): string {
  const at = (i: number): [number, number] => [points[2 * i] ?? 0, points[2 * i + 1] ?? 0];
  const count = points.length / 2;
  if (count < 2) return "";
  const [x, y] = at(0);
  let d = `M${px(x)},${px(y)}`;
  for (let i = 1; i < count - 1; i += 1) {
    const [cx, cy] = at(i);
    const [nx, ny] = at(i + 1);
    d += `Q${px(cx)},${px(cy)} ${px((cx + nx) / 2)},${px((cy + ny) / 2)}`;
  }
  const [lx, ly] = at(count - 1);
  return `${d}L${px(lx)},${px(ly)}`;
}

/** The box around what an arrow is drawn in. */
function aroundArrow({ from, to }: ArrowLine): Box {
  const x = Math.min(from.x, to.x) - 40;
  const y = Math.min(from.y, to.y) - 40;
  return { x, y, width: Math.abs(from.x - to.x) + 80, height: Math.abs(from.y - to.y) + 80 };
}

/** The box that a shape is drawn in, arrows and the titles of frames included; null while it is not laid out. */
export function drawnBox(
  shape: ShapeView,
  cards: ReadonlyMap<string, Box>,
  shapes: JourneyView["shapes"],
): Box | null {
  if (shape.from && shape.to) {
    const [from, to] = [arrowEnd(shape.from, cards, shapes), arrowEnd(shape.to, cards, shapes)];
    return from && to ? aroundArrow(arrowLine(from, to)) : null;
  }
  const box = shapeBox(shape, cards.get(shape.touchpointId ?? ""));
  if (box === null || shape.kind !== "frame") return box;
  return { ...box, y: box.y - FRAME_TITLE, height: box.height + FRAME_TITLE };
}

/** Whether two boxes share a place. */
export function overlap(a: Box, b: Box): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

/** How far beyond the map "everything" goes, px. One note that somebody left far away would make all else too small to read. */
const REACH = 4_000;

/** The shapes that lie on a map or not far from it, the lowest first, and the box around them and the map. */
export function shapesOnMap(
  layout: MapLayout,
  shapes: JourneyView["shapes"],
): { readonly cards: ReadonlyMap<string, Box>; readonly shapes: readonly ShapeView[]; readonly around: Box } {
  const cards = cardBoxes(layout);
  const reach = inset(layout.box, -REACH);
  const near = [...shapes.values()].flatMap((shape) => {
    const drawn = drawnBox(shape, cards, shapes);
    return drawn && overlap(drawn, reach) ? [{ shape, drawn }] : [];
  });
  const boxes = [layout.box, ...near.map(({ drawn }) => drawn)];
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const width = Math.max(...boxes.map(right)) - x;
  const height = Math.max(...boxes.map(bottom)) - y;
  return { cards, shapes: near.map(({ shape }) => shape), around: { x, y, width, height } };
}

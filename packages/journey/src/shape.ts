import type { Entity } from "./read/attributes.ts";
import { asNumber, isRecord, readFlag, readOneOf, readString, readText } from "./read/attributes.ts";
import { readOrder } from "./order.ts";

/** What may lie on the free canvas, beside and over the map. */
export const SHAPE_KINDS = ["note", "text", "arrow", "frame", "drawing", "image"] as const;
export type ShapeKind = (typeof SHAPE_KINDS)[number];

/** The papers a note may be of, and the inks of arrows and drawings, by name: the look says which colour each is in each theme. */
export const SHAPE_COLOURS = ["yellow", "green", "blue", "rose", "violet", "grey"] as const;
export type ShapeColour = (typeof SHAPE_COLOURS)[number];

/** The free canvas has an edge: a shape is never farther than `far` px from the map's corner, nor smaller or larger than this. */
export const SHAPE_LIMIT = { far: 50_000, least: 24, most: 8_000, points: 2_000 } as const;

/** How large a new shape is, px. */
export const SHAPE_SIZE: Readonly<Record<ShapeKind, readonly [width: number, height: number]>> = {
  note: [176, 128],
  text: [260, 40],
  arrow: [24, 24],
  frame: [720, 420],
  drawing: [24, 24],
  image: [320, 240],
};

/** Where an arrow begins or ends: at a shape, at a touchpoint, or at a place of the canvas. */
export type ArrowEnd = {
  readonly x: number;
  readonly y: number;
  readonly shapeId: string | null;
  readonly touchpointId: string | null;
};

/** One thing on the free canvas. Every kind has every attribute, so that a kind may be looked at without asking which it is. */
export type ShapeView = {
  readonly id: string;
  readonly kind: ShapeKind;
  /** px of the map; of the upper left corner of the card where the shape is attached to a touchpoint. */
  readonly x: number;
  readonly y: number;
  /** The touchpoint it moves with. */
  readonly touchpointId: string | null;
  readonly width: number;
  /** Of a note and a text at least: they grow with what is written. */
  readonly height: number;
  readonly text: string;
  readonly colour: ShapeColour;
  /** What lies above what: a fractional key. */
  readonly order: string;
  readonly locked: boolean;
  /** Shapes of one group are taken in hand together. */
  readonly group: string | null;
  /** Of an arrow only. */
  readonly from: ArrowEnd | null;
  readonly to: ArrowEnd | null;
  /** Of a drawing only: x and y by turns, px from its upper left corner. */
  readonly points: readonly number[];
  /** Of an image only: the picture that the server keeps. */
  readonly imageId: string | null;
  /** Who made it. */
  readonly by: string | null;
};

/** A shape as it was read; one of a kind that this version does not know is kept, counted and not drawn. */
export type ShapeFacts = Omit<ShapeView, "kind"> & { readonly kind: ShapeKind | "unknown" };

/** Whether a shape is of a kind that this version can draw. */
export function isKnownShape(shape: ShapeFacts): shape is ShapeView {
  return shape.kind !== "unknown";
}

/** A coordinate held within the canvas, whole px; null for what is no number. */
export function onCanvas(value: unknown): number | null {
  if (typeof value !== "number" || Number.isNaN(value)) return null;
  const { far } = SHAPE_LIMIT;
  // Plus zero, so that no minus zero is ever written: it would not survive a file.
  return Math.round(Math.min(far, Math.max(-far, value))) + 0;
}

/** A width or a height held within its bounds; null for what is no number. */
export function shapeLength(value: unknown): number | null {
  if (typeof value !== "number" || Number.isNaN(value)) return null;
  return Math.round(Math.min(SHAPE_LIMIT.most, Math.max(SHAPE_LIMIT.least, value)));
}

function readEnd(value: unknown): ArrowEnd | null {
  if (!isRecord(value)) return null;
  const named = (key: string): string | null => {
    const id = value[key];
    return typeof id === "string" && id !== "" ? id : null;
  };
  const shapeId = named("shapeId");
  return Object.freeze({
    x: onCanvas(value.x) ?? 0,
    y: onCanvas(value.y) ?? 0,
    shapeId,
    touchpointId: shapeId === null ? named("touchpointId") : null,
  });
}

/** Points of a drawing, as many as a drawing may have; nothing where something is no number. */
function readPoints(value: unknown): readonly number[] {
  if (!Array.isArray(value)) return [];
  const { far, points } = SHAPE_LIMIT;
  const numbers = value.slice(0, points * 2).map((one) => asNumber(one, -far, far));
  const sound = numbers.filter((one) => one !== null);
  return sound.length === numbers.length ? sound.slice(0, sound.length - (sound.length % 2)) : [];
}

/** How far a drawing reaches from its corner. */
function reach(points: readonly number[], axis: 0 | 1): number {
  const most = points.reduce((far, one, i) => (i % 2 === axis ? Math.max(far, one) : far), 0);
  return Math.max(SHAPE_LIMIT.least, Math.min(SHAPE_LIMIT.most, most));
}

/** Reads a shape. Its place is one key, `at: [x, y]` or `[x, y, touchpointId]`, and so is its `size: [width, height]`. */
export function readShape(id: string, shape: Entity): ShapeFacts {
  const kind = readOneOf(shape, "kind", SHAPE_KINDS, "note");
  const named = shape.get("kind");
  const at: unknown = shape.get("at");
  const size: unknown = shape.get("size");
  const [x, y, on]: unknown[] = Array.isArray(at) ? at : [];
  const [width, height]: unknown[] = Array.isArray(size) ? size : [];
  const points = kind === "drawing" ? readPoints(shape.get("points")) : [];
  const [usualWidth, usualHeight] =
    kind === "drawing" ? [reach(points, 0), reach(points, 1)] : SHAPE_SIZE[kind];
  return {
    id,
    kind: typeof named === "string" && named !== kind ? "unknown" : kind,
    x: onCanvas(x) ?? 0,
    y: onCanvas(y) ?? 0,
    touchpointId: typeof on === "string" && on !== "" ? on : null,
    width: kind === "drawing" ? usualWidth : (shapeLength(width) ?? usualWidth),
    height: kind === "drawing" ? usualHeight : (shapeLength(height) ?? usualHeight),
    text: readText(shape, "text"),
    colour: readOneOf(shape, "colour", SHAPE_COLOURS, kind === "note" ? "yellow" : "grey"),
    order: readOrder(shape.get("order")),
    locked: readFlag(shape, "locked", false),
    group: readString(shape, "group"),
    from: kind === "arrow" ? (readEnd(shape.get("from")) ?? readEnd({})) : null,
    to: kind === "arrow" ? (readEnd(shape.get("to")) ?? readEnd({})) : null,
    points,
    imageId: kind === "image" ? readString(shape, "imageId") : null,
    by: readString(shape, "by"),
  };
}

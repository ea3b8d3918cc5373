// How the arguments of what is done on the free canvas are read. A place beyond the canvas is held at its edge, never refused: whoever
// drags a note far away wants it far away.
import { onCanvas, SHAPE_LIMIT, shapeLength } from "../shape.ts";
import { done, refuse } from "../result.ts";
import { id, listOf, nullable, optional, record, type Args, type Field } from "./field.ts";

export const coordinate: Field<number> = (value, name) => {
  const held = onCanvas(value);
  return held === null ? refuse(value === undefined ? "missing" : "wrong_type", name) : done(held);
};

const length: Field<number> = (value, name) => {
  const held = shapeLength(value);
  return held === null ? refuse(value === undefined ? "missing" : "wrong_type", name) : done(held);
};

const AT = { x: coordinate, y: coordinate, touchpointId: optional(nullable(id)) };
/** A place: px of the map, or of the upper left corner of a touchpoint's card. */
export const shapeAt = record(AT);

export const shapeSize = record({ width: length, height: length });

const END = {
  x: optional(coordinate),
  y: optional(coordinate),
  shapeId: optional(nullable(id)),
  touchpointId: optional(nullable(id)),
};
/** An end of an arrow: a shape, a touchpoint, or a place. */
export const arrowEnd = record(END);

/** What an argument says of an end. */
export type EndArgs = Args<typeof END>;

/** x and y by turns. */
export const drawingPoints: Field<number[]> = (value, name) => {
  const read = listOf(coordinate, SHAPE_LIMIT.points * 2)(value, name);
  if (!read.ok) return read;
  return read.value.length >= 4 && read.value.length % 2 === 0 ? read : refuse("wrong_type", name);
};

/** An end as the document holds it: what it is at, or where. */
export function writtenEnd(end: EndArgs): Readonly<Record<string, unknown>> {
  if (end.shapeId) return { shapeId: end.shapeId };
  if (end.touchpointId) return { touchpointId: end.touchpointId };
  return { x: end.x ?? 0, y: end.y ?? 0 };
}

/** A place as the document holds it: one value, so that two people's drags end in one of two places. */
export function writtenAt(at: Args<typeof AT>): readonly unknown[] {
  return at.touchpointId ? [at.x, at.y, at.touchpointId] : [at.x, at.y];
}

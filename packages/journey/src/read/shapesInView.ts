import { compareOrder } from "../order.ts";
import { isKnownShape, type ArrowEnd, type ShapeFacts, type ShapeView } from "../shape.ts";
import { shareArray, shareMap, shareObject } from "./sharing.ts";

/** A shape that shares with the one before it what did not change. */
export function shareShape(previous: ShapeView | undefined, next: ShapeView): ShapeView {
  if (!previous) return Object.freeze(next);
  const end = (before: ArrowEnd | null, after: ArrowEnd | null): ArrowEnd | null =>
    before && after ? shareObject(before, after) : after;
  return shareObject(previous, {
    ...next,
    from: end(previous.from, next.from),
    to: end(previous.to, next.to),
    points: shareArray(previous.points, next.points),
  });
}

type Shapes = ReadonlyMap<string, ShapeFacts>;

/**
 * Whether a shape is seen: what is attached to a touchpoint goes with it and comes back with it, and so does an arrow with the things at
 * its ends (RULES J22).
 */
export function isShapeInView(
  shape: ShapeFacts,
  shapes: Shapes,
  hasTouchpoint: (touchpointId: string) => boolean,
): boolean {
  if (shape.touchpointId !== null && !hasTouchpoint(shape.touchpointId)) return false;
  return [shape.from, shape.to].every((end) => {
    if (end === null) return true;
    if (end.touchpointId !== null) return hasTouchpoint(end.touchpointId);
    if (end.shapeId === null) return true;
    const at = shapes.get(end.shapeId);
    // An arrow ends at no arrow: two of them could end at one another.
    return at !== undefined && at.kind !== "arrow" && isShapeInView(at, shapes, hasTouchpoint);
  });
}

/** The shapes that are seen, the lowest first. */
export function buildShapes(
  facts: Shapes,
  living: ReadonlySet<string>,
  previous: ReadonlyMap<string, ShapeView> | undefined,
): ReadonlyMap<string, ShapeView> {
  if (facts.size === 0 && previous?.size === 0) return previous;
  const seen = [...facts.values()].filter(
    (shape): shape is ShapeView => isKnownShape(shape) && isShapeInView(shape, facts, (id) => living.has(id)),
  );
  const sorted = seen.toSorted(compareOrder);
  const next = new Map(sorted.map((shape) => [shape.id, shareShape(previous?.get(shape.id), shape)]));
  const before = [...(previous?.keys() ?? [])];
  const sameOrder = sorted.every(({ id }, i) => before[i] === id);
  return sameOrder ? shareMap(previous, next) : next;
}

/** How many shapes there are of kinds that this version does not know: they are kept and not drawn, and that is told. */
export function countUnknownShapes(facts: Shapes): number {
  let count = 0;
  for (const shape of facts.values()) if (!isKnownShape(shape)) count += 1;
  return count;
}

import type { ArrowEnd, ShapeFacts } from "../shape.ts";

function holdsPoint(frame: ShapeFacts, x: number, y: number): boolean {
  return x >= frame.x && x <= frame.x + frame.width && y >= frame.y && y <= frame.y + frame.height;
}

function holdsEnd(frame: ShapeFacts, end: ArrowEnd | null): boolean {
  const isFree = end !== null && end.shapeId === null && end.touchpointId === null;
  return isFree && frame.touchpointId === null && holdsPoint(frame, end.x, end.y);
}

/** Whether a shape lies in a frame: its middle does, or both ends of an arrow. What is on a touchpoint lies with that. */
function liesIn(frame: ShapeFacts, shape: ShapeFacts): boolean {
  if (shape.id === frame.id) return false;
  if (shape.kind === "arrow") return holdsEnd(frame, shape.from) && holdsEnd(frame, shape.to);
  if (shape.touchpointId !== frame.touchpointId) return false;
  // Of two frames of one place the smaller lies in the larger, never both in one another.
  const isSmaller = shape.width * shape.height < frame.width * frame.height;
  return (
    (shape.kind !== "frame" || isSmaller) &&
    holdsPoint(frame, shape.x + shape.width / 2, shape.y + shape.height / 2)
  );
}

/** The ids of some shapes and of what goes along when they move: what lies in the frames among them. What is locked stays (RULES J24). */
export function carriedShapes(
  shapes: Iterable<ShapeFacts>,
  shapeIds: readonly string[],
): ReadonlySet<string> {
  const all = [...shapes];
  const byId = new Map(all.map((shape) => [shape.id, shape]));
  const going = new Set(shapeIds);
  const frames = shapeIds.flatMap((id) => byId.get(id) ?? []).filter(({ kind }) => kind === "frame");
  for (let frame = frames.pop(); frame !== undefined; frame = frames.pop()) {
    for (const shape of all) {
      if (going.has(shape.id) || shape.locked || !liesIn(frame, shape)) continue;
      going.add(shape.id);
      if (shape.kind === "frame") frames.push(shape);
    }
  }
  return going;
}

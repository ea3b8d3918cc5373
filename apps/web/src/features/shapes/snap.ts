import type { Box } from "@polku/drawing";

/** A line that shows along what a dragged shape lies: at x from y to y, or at y from x to x (px of the map). */
export type Guide = {
  readonly axis: "x" | "y";
  readonly at: number;
  readonly from: number;
  readonly to: number;
};

export type Snapped = { readonly dx: number; readonly dy: number; readonly guides: readonly Guide[] };

/** Beginning, middle and end of a box along an axis. */
function lines(box: Box, axis: "x" | "y"): readonly [number, number, number] {
  const [start, length] = axis === "x" ? [box.x, box.width] : [box.y, box.height];
  return [start, start + length / 2, start + length];
}

type Found = { readonly by: number; readonly at: number; readonly other: Box };

/** The least shift along an axis that brings one of the lines of a box onto one of another's; null when none is near. */
function nearest(box: Box, others: readonly Box[], axis: "x" | "y", reach: number): Found | null {
  let found: Found | null = null;
  for (const other of others)
    for (const at of lines(other, axis))
      for (const own of lines(box, axis)) {
        const by = at - own;
        if (Math.abs(by) <= reach && (!found || Math.abs(by) < Math.abs(found.by))) found = { by, at, other };
      }
  return found;
}

function guide(axis: "x" | "y", { at, other }: Found, box: Box): Guide {
  const [a, b] = axis === "x" ? [box.y, other.y] : [box.x, other.x];
  const [c, d] =
    axis === "x" ? [box.y + box.height, other.y + other.height] : [box.x + box.width, other.x + other.width];
  return { axis, at, from: Math.min(a, b), to: Math.max(c, d) };
}

/** Lets a dragged box catch on the edges and middles of others that are nearer than `reach` px. */
export function snap(box: Box, others: readonly Box[], dx: number, dy: number, reach: number): Snapped {
  const there = { ...box, x: box.x + dx, y: box.y + dy };
  const [x, y] = [nearest(there, others, "x", reach), nearest(there, others, "y", reach)];
  const at = { ...there, x: there.x + (x?.by ?? 0), y: there.y + (y?.by ?? 0) };
  return {
    dx: at.x - box.x,
    dy: at.y - box.y,
    guides: [...(x ? [guide("x", x, at)] : []), ...(y ? [guide("y", y, at)] : [])],
  };
}

/** The box around some boxes; null around none. */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - x;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - y;
  return { x, y, width, height };
}

import type { Point } from "@polku/drawing";
import { SHAPE_LIMIT } from "@polku/journey";

function distance(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(point.x - a.x, point.y - a.y);
  const along = Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / (length * length)));
  return Math.hypot(point.x - a.x - along * dx, point.y - a.y - along * dy);
}

/** Which points of a stroke say more than `tolerance` px about it (Ramer, Douglas and Peucker; without recursion, a hand can draw long). */
function telling(stroke: readonly Point[], tolerance: number): Point[] {
  const keep = new Set([0, stroke.length - 1]);
  const spans: [number, number][] = [[0, stroke.length - 1]];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span;
    const [a, b] = [stroke[from], stroke[to]];
    let most = tolerance;
    let at = -1;
    for (let i = from + 1; i < to; i += 1) {
      const point = stroke[i];
      const far = a && b && point ? distance(point, a, b) : 0;
      if (far > most) [most, at] = [far, i];
    }
    if (at < 0) continue;
    keep.add(at);
    spans.push([from, at], [at, to]);
  }
  return stroke.filter((_, i) => keep.has(i));
}

/** Every so many-th point, so that no more than `most` are left; the last one stays. */
function thinned(stroke: readonly Point[], most: number): readonly Point[] {
  const step = Math.ceil(stroke.length / most);
  return step <= 1 ? stroke : stroke.filter((_, i) => i % step === 0 || i === stroke.length - 1);
}

/** What a hand drew, as a drawing holds it: its upper left corner, and x and y by turns from there, whole px, never more than it may hold. */
export function drawingOf(
  stroke: readonly Point[],
  tolerance: number,
): { readonly at: Point; readonly points: number[] } | null {
  if (stroke.length < 2) return null;
  // Thinned before, for what a hand draws for minutes would take long to look through, and after, for a scrawl may tell too much.
  const most = SHAPE_LIMIT.points - 1;
  const points = thinned(telling(thinned(stroke, 2 * most), tolerance), most);
  const x = Math.round(Math.min(...points.map((point) => point.x)));
  const y = Math.round(Math.min(...points.map((point) => point.y)));
  return {
    at: { x, y },
    points: points.flatMap((point) => [Math.round(point.x - x), Math.round(point.y - y)]),
  };
}

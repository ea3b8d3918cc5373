/** A point somebody drew on a touchpoint: `t` 0..1 along its column, `v` −2..2. */
export interface DrawnPoint {
  readonly t: number;
  readonly v: number;
}

/** A touchpoint as the curve sees it. Its place in the list is its column k. */
export interface DrawnTouchpoint {
  readonly id: string;
  readonly points: readonly DrawnPoint[];
}

/** A knot of a curve: `x` = column + t, `v` −2..2, and the touchpoint it lies on. */
export interface Knot {
  readonly x: number;
  readonly v: number;
  readonly touchpointId: string;
}

/** A curve through its knots; `tangents[i]` is dv/dx at `knots[i]`. */
export interface EmotionCurve {
  readonly knots: readonly Knot[];
  readonly tangents: readonly number[];
}

/** One cubic Hermite piece, for drawing: from (x0, v0) to (x1, v1) with slopes m0 and m1 (dv/dx). */
export interface CurveSegment {
  readonly x0: number;
  readonly v0: number;
  readonly m0: number;
  readonly x1: number;
  readonly v1: number;
  readonly m1: number;
}

/** Keeps t off the column's edges: two knots at one x would make a vertical step. */
function clampT(t: number): number {
  return Math.round(Math.min(0.98, Math.max(0.02, t)) * 10_000) / 10_000;
}

/**
 * One touchpoint's points in time order, t and v clamped, equal moments averaged.
 * The measures and the drawing both start here.
 */
export function settlePoints(points: readonly DrawnPoint[]): DrawnPoint[] {
  const byTime = new Map<number, number[]>();
  for (const point of points) {
    if (!Number.isFinite(point.t) || !Number.isFinite(point.v)) continue;
    const t = clampT(point.t);
    const together = byTime.get(t) ?? [];
    together.push(Math.min(2, Math.max(-2, point.v)));
    byTime.set(t, together);
  }
  return [...byTime]
    .map(([t, values]) => ({ t, v: values.reduce((sum, v) => sum + v, 0) / values.length }))
    .sort((a, b) => a.t - b.t);
}

/** The knots of touchpoints in time order: x = k + t′. A touchpoint without points gives none. */
export function curveKnots(touchpoints: readonly DrawnTouchpoint[]): Knot[] {
  return touchpoints.flatMap((touchpoint, k) =>
    settlePoints(touchpoint.points).map(({ t, v }) => ({
      x: k + t,
      v,
      touchpointId: touchpoint.id,
    })),
  );
}

interface Step {
  readonly h: number;
  readonly s: number;
}

function interiorTangent(left: Step, right: Step): number {
  const p = (left.s * right.h + right.s * left.h) / (left.h + right.h);
  const sign = (slope: number) => (slope < 0 ? -1 : 1);
  const size = Math.min(Math.abs(left.s), Math.abs(right.s), Math.abs(p) / 2);
  return (sign(left.s) + sign(right.s)) * size;
}

/**
 * Tangents that keep the curve monotone between knots, so it never rises above a peak nobody
 * drew (Steffen 1990, as in d3's `curveMonotoneX`; method A4). x must rise from point to point.
 */
export function curveTangents(points: readonly { readonly x: number; readonly v: number }[]): number[] {
  const steps: Step[] = [];
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (before === undefined) continue;
    const h = point.x - before.x;
    steps.push({ h, s: (point.v - before.v) / h });
  }
  const first = steps[0];
  const last = steps[steps.length - 1];
  if (first === undefined || last === undefined) return points.map(() => 0);
  if (steps.length === 1) return [first.s, first.s];
  const inner: number[] = [];
  for (const [index, right] of steps.entries()) {
    const left = steps[index - 1];
    if (left !== undefined) inner.push(interiorTangent(left, right));
  }
  const start = (3 * first.s - (inner[0] ?? 0)) / 2;
  const end = (3 * last.s - (inner[inner.length - 1] ?? 0)) / 2;
  return [start, ...inner, end];
}

/** The drawn emotion curve of touchpoints in time order (method A4). */
export function emotionCurve(touchpoints: readonly DrawnTouchpoint[]): EmotionCurve {
  const knots = curveKnots(touchpoints);
  return { knots, tangents: curveTangents(knots) };
}

/** The curve's pieces between neighbouring knots; none for fewer than two knots. */
export function curveSegments(curve: EmotionCurve): CurveSegment[] {
  const segments: CurveSegment[] = [];
  for (const [index, right] of curve.knots.entries()) {
    const left = curve.knots[index - 1];
    if (left === undefined) continue;
    segments.push({
      x0: left.x,
      v0: left.v,
      m0: curve.tangents[index - 1] ?? 0,
      x1: right.x,
      v1: right.v,
      m1: curve.tangents[index] ?? 0,
    });
  }
  return segments;
}

/** Where a piece is at `x` (x0 ≤ x ≤ x1). */
export function segmentValue(segment: CurveSegment, x: number): number {
  const h = segment.x1 - segment.x0;
  const u = (x - segment.x0) / h;
  const u2 = u * u;
  const u3 = u2 * u;
  return (
    (2 * u3 - 3 * u2 + 1) * segment.v0 +
    (u3 - 2 * u2 + u) * h * segment.m0 +
    (3 * u2 - 2 * u3) * segment.v1 +
    (u3 - u2) * h * segment.m1
  );
}

/** The curve's valence at `x` = column + t; flat outside the knots, null without any. */
export function curveValue(curve: EmotionCurve, x: number): number | null {
  const first = curve.knots[0];
  const last = curve.knots[curve.knots.length - 1];
  if (first === undefined || last === undefined) return null;
  if (x <= first.x) return first.v;
  if (x >= last.x) return last.v;
  return segmentValue(segmentAt(curve, x, first), x);
}

/** The piece holding `x`, found by halving: a drawing asks for many values of a long curve. */
function segmentAt(curve: EmotionCurve, x: number, first: Knot): CurveSegment {
  let low = 0;
  let high = curve.knots.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((curve.knots[middle] ?? first).x < x) low = middle;
    else high = middle;
  }
  const left = curve.knots[low] ?? first;
  const right = curve.knots[high] ?? first;
  return {
    x0: left.x,
    v0: left.v,
    m0: curve.tangents[low] ?? 0,
    x1: right.x,
    v1: right.v,
    m1: curve.tangents[high] ?? 0,
  };
}

/** The curve's mean over its knots' span, by the exact integral; null without knots. */
export function curveMean(curve: EmotionCurve): number | null {
  const first = curve.knots[0];
  const last = curve.knots[curve.knots.length - 1];
  if (first === undefined || last === undefined) return null;
  if (first.x === last.x) return first.v;
  const area = curveSegments(curve).reduce((sum, { x0, v0, m0, x1, v1, m1 }) => {
    const h = x1 - x0;
    return sum + (h * (v0 + v1)) / 2 + (h * h * (m0 - m1)) / 12;
  }, 0);
  return area / (last.x - first.x);
}

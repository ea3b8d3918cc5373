import type { Point } from "./box.ts";
import { px } from "./curve.ts";

/** How round the turns of an edge are, px; less where a stretch is too short for it. */
const TURN = 36;

/** A path along points with round turns: straight where it can be, never with a corner. */
export function roundedPath(points: readonly Point[], turn: number = TURN): string {
  return points
    .map((point, i) => {
      const before = points[i - 1];
      const after = points[i + 1];
      if (before === undefined) return `M${px(point.x)},${px(point.y)}`;
      if (after === undefined) return `L${px(point.x)},${px(point.y)}`;
      const radius = Math.min(turn, distance(before, point) / 2, distance(point, after) / 2);
      const enter = towards(point, before, radius);
      const leave = towards(point, after, radius);
      return `L${px(enter.x)},${px(enter.y)}Q${px(point.x)},${px(point.y)} ${px(leave.x)},${px(leave.y)}`;
    })
    .join("");
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to);
  if (length === 0) return from;
  return {
    x: from.x + ((to.x - from.x) * by) / length,
    y: from.y + ((to.y - from.y) * by) / length,
  };
}

/** A strand of a frayed end: a thin path and how faint it is, 0..1. */
export interface Strand {
  readonly d: string;
  readonly width: number;
  readonly opacity: number;
}

/** Directions (degrees from straight up, + to the right), lengths px, and strengths of the strands. */
const STRANDS: readonly (readonly [number, number, number])[] = [
  [-22, 30, 0.6],
  [-12, 46, 0.8],
  [-4, 62, 1],
  [3, 38, 0.9],
  [10, 54, 0.75],
  [21, 34, 0.6],
  [33, 20, 0.45],
];

/** A rope's end at `at`, coming from below: strands that part, curl and thin out. */
export function frayedEnd(at: Point): Strand[] {
  return STRANDS.map(([degrees, length, strength], i) => {
    const angle = (degrees * Math.PI) / 180;
    const curl = (i % 2 === 0 ? 1 : -1) * 0.16;
    const knee = { x: at.x + Math.sin(angle * 0.2) * length * 0.6, y: at.y - length * 0.6 };
    const end = {
      x: at.x + Math.sin(angle + curl) * length,
      y: at.y - Math.cos(angle + curl) * length,
    };
    return {
      d: `M${px(at.x)},${px(at.y)}Q${px(knee.x)},${px(knee.y)} ${px(end.x)},${px(end.y)}`,
      width: Math.round((0.6 + strength * 0.9) * 10) / 10,
      opacity: strength,
    };
  });
}

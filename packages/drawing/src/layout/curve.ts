import { curveTangents, settlePoints } from "@polku/journey";
import type { DrawnPoint, GroundingLevel } from "@polku/journey";
import type { Point } from "./box.ts";
import type { TouchpointColumn } from "./grid.ts";

/** The stretch of map a curve lives in: valence +2 at the top, −2 at the bottom, with air for marks. */
export interface CurveLane {
  readonly y: number;
  readonly height: number;
}

const AIR = 36;

/** The y of a valence −2..2 in a curve lane, px. */
export function valenceY(v: number, lane: CurveLane): number {
  const clamped = Math.min(2, Math.max(-2, v));
  return lane.y + AIR + ((2 - clamped) / 4) * (lane.height - 2 * AIR);
}

/** The valence −2..2 at a y of a curve lane, rounded to tenths: what a drag means. */
export function valenceAt(y: number, lane: CurveLane): number {
  const v = 2 - (4 * (y - lane.y - AIR)) / (lane.height - 2 * AIR);
  return Math.round(Math.min(2, Math.max(-2, v)) * 10) / 10;
}

/** The x of a place t (0..1) in a column, px. */
export function placeX(t: number, column: Pick<TouchpointColumn, "x" | "width">): number {
  return column.x + t * column.width;
}

/** The place t (0.02..0.98) at an x of a column: what a drag means. */
export function placeAt(x: number, column: Pick<TouchpointColumn, "x" | "width">): number {
  return Math.min(0.98, Math.max(0.02, Math.round(((x - column.x) / column.width) * 1000) / 1000));
}

/** A knot where it is drawn. `column` is its touchpoint's place in time, `v` its valence. */
export interface DrawnKnot extends Point {
  readonly v: number;
  readonly column: number;
  readonly touchpointId: string;
}

/**
 * The team's knots in px. The same knots as `curveKnots` (equal moments averaged, t kept off the edges),
 * at the pixels of their columns; in their order too, so the indexes of peaks and valleys fit.
 */
export function drawnKnots(
  columns: readonly TouchpointColumn[],
  points: (touchpointId: string) => readonly DrawnPoint[],
  lane: CurveLane,
): DrawnKnot[] {
  return columns.flatMap((column, k) =>
    settlePoints(points(column.touchpointId)).map(({ t, v }) => ({
      x: placeX(t, column),
      y: valenceY(v, lane),
      v,
      column: k,
      touchpointId: column.touchpointId,
    })),
  );
}

/** How a piece of the team's curve is drawn: resting on evidence, on nothing, or across touchpoints nobody drew. */
export type PieceKind = "ink" | "pencil" | "gap";

export interface CurvePiece {
  /** A path from knot to knot: `M… C…`. */
  readonly d: string;
  readonly kind: PieceKind;
  readonly from: number;
  readonly to: number;
}

function tangentsOf(points: readonly Point[]): number[] {
  return curveTangents(points.map(({ x, y }) => ({ x, v: y })));
}

/** One decimal is a tenth of a pixel: less would show, more only makes files long. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function cubic(a: Point, b: Point, m0: number, m1: number): string {
  const third = (b.x - a.x) / 3;
  const c1 = `${px(a.x + third)},${px(a.y + m0 * third)}`;
  const c2 = `${px(b.x - third)},${px(b.y - m1 * third)}`;
  return `C${c1} ${c2} ${px(b.x)},${px(b.y)}`;
}

/** A smooth path that never overshoots its points (x rising); empty for none, a bare move for one. */
export function curvePath(points: readonly Point[]): string {
  const tangents = tangentsOf(points);
  return points
    .map((point, i) => {
      const before = points[i - 1];
      if (before === undefined) return `M${px(point.x)},${px(point.y)}`;
      return cubic(before, point, tangents[i - 1] ?? 0, tangents[i] ?? 0);
    })
    .join("");
}

/**
 * The team's curve in pieces, each with its kind. A piece is a gap where it crosses a touchpoint without
 * points, and pencil where either end rests on nothing.
 */
export function curvePieces(
  knots: readonly DrawnKnot[],
  level: (touchpointId: string) => GroundingLevel,
): CurvePiece[] {
  const tangents = tangentsOf(knots);
  return knots.flatMap((to, i) => {
    const from = knots[i - 1];
    if (from === undefined) return [];
    const curve = cubic(from, to, tangents[i - 1] ?? 0, tangents[i] ?? 0);
    const assumed = [from, to].some(({ touchpointId }) => level(touchpointId) === "assumption");
    const kind: PieceKind = to.column - from.column > 1 ? "gap" : assumed ? "pencil" : "ink";
    return [{ d: `M${px(from.x)},${px(from.y)}${curve}`, kind, from: i - 1, to: i }];
  });
}

/** The same curve as `curvePath`, walked from right to left, joined by a line. */
export function curveBack(points: readonly Point[]): string {
  const tangents = tangentsOf(points);
  const last = points[points.length - 1];
  if (last === undefined) return "";
  let d = `L${px(last.x)},${px(last.y)}`;
  for (let i = points.length - 1; i > 0; i -= 1) {
    const from = points[i];
    const to = points[i - 1];
    if (from === undefined || to === undefined) continue;
    d += cubic(from, to, tangents[i] ?? 0, tangents[i - 1] ?? 0);
  }
  return d;
}

/** The expectation line: what was hoped for in the middle of each column that has a hope; dotted. */
export function expectationPath(
  columns: readonly TouchpointColumn[],
  desired: (touchpointId: string) => number | null,
  lane: CurveLane,
): string {
  const points = columns.flatMap((column) => {
    const v = desired(column.touchpointId);
    return v === null ? [] : [{ x: placeX(0.5, column), y: valenceY(v, lane) }];
  });
  return points.length < 2 ? "" : curvePath(points);
}

/** What was hoped for at a touchpoint and the least that would do, as valences; adequate null means one below desired (method A9). */
export interface Hope {
  readonly desired: number | null;
  readonly adequate: number | null;
}

/** The zone of tolerance as one closed path: from what was hoped for down to the least that would do; empty below two hopes. */
export function toleranceBand(
  columns: readonly TouchpointColumn[],
  hope: (touchpointId: string) => Hope | undefined,
  lane: CurveLane,
): string {
  const zone = columns.flatMap((column) => {
    const { desired = null, adequate = null } = hope(column.touchpointId) ?? {};
    if (desired === null) return [];
    const least = Math.min(desired, adequate ?? desired - 1);
    return [{ x: placeX(0.5, column), upper: valenceY(desired, lane), lower: valenceY(least, lane) }];
  });
  if (zone.length < 2) return "";
  const upper = zone.map(({ x, upper: y }) => ({ x, y }));
  const lower = zone.map(({ x, lower: y }) => ({ x, y }));
  return `${curvePath(upper)}${curveBack(lower)}Z`;
}

import type { CurveGap, Evidence, PinView } from "@polku/journey";
import type { Point } from "./box.ts";
import { curveBack, curvePath, placeX, px, valenceY } from "./curve.ts";
import type { CurveLane } from "./curve.ts";
import type { TouchpointColumn } from "./grid.ts";

/** A knot of the evidence curve in px, with its spread's ends; `weak` is drawn hollow. */
export interface EvidenceDot extends Point {
  readonly v: number;
  readonly touchpointId: string;
  readonly weak: boolean;
  readonly high: number;
  readonly low: number;
  /** Two crowds whose mean is nobody's feeling: never drawn as neutral. */
  readonly split: boolean;
}

/** The evidence knots in px: the mean in the middle of its column, with the 95 % interval, else the lowest and highest. */
export function evidenceDots(
  columns: readonly TouchpointColumn[],
  found: (touchpointId: string) => Evidence | undefined,
  lane: CurveLane,
  enough: number,
  isSplit: (touchpointId: string) => boolean,
): EvidenceDot[] {
  return columns.flatMap((column) => {
    const heard = found(column.touchpointId);
    if (heard === undefined || heard.mean === null) return [];
    const [low, high] = heard.ci95 ?? [heard.min ?? heard.mean, heard.max ?? heard.mean];
    return [
      {
        x: placeX(0.5, column),
        y: valenceY(heard.mean, lane),
        v: heard.mean,
        touchpointId: column.touchpointId,
        weak: heard.nv < enough,
        high: valenceY(high, lane),
        low: valenceY(low, lane),
        split: isSplit(column.touchpointId),
      },
    ];
  });
}

/** The spread around the evidence curve as one closed path; empty below two knots. */
export function spreadBand(dots: readonly EvidenceDot[]): string {
  if (dots.length < 2) return "";
  const upper = dots.map(({ x, high }) => ({ x, y: high }));
  const lower = dots.map(({ x, low }) => ({ x, y: low }));
  return `${curvePath(upper)}${curveBack(lower)}Z`;
}

/** Where a touchpoint's drawing and customers' words part by more than the convention. */
export interface GapMark {
  readonly touchpointId: string;
  readonly flag: "rosier" | "gloomier";
  readonly x: number;
  readonly width: number;
  readonly drawnY: number;
  readonly heardY: number;
}

/** The stretch between drawn and heard, for each flagged touchpoint, in the middle of its column. */
export function gapMarks(
  columns: readonly TouchpointColumn[],
  gap: (touchpointId: string) => CurveGap | undefined,
  lane: CurveLane,
): GapMark[] {
  return columns.flatMap((column) => {
    const found = gap(column.touchpointId);
    if (found === undefined || found.flag === null) return [];
    const { flag, drawn, evidence } = found;
    if (drawn === null || evidence === null) return [];
    const width = 56;
    return [
      {
        touchpointId: column.touchpointId,
        flag,
        x: placeX(0.5, column) - width / 2,
        width,
        drawnY: valenceY(drawn, lane),
        heardY: valenceY(evidence, lane),
      },
    ];
  });
}

const HATCH_STEP = 7;

/** Slanted lines across a gap, px: rising to the right where the drawing is rosier, falling where it is gloomier; colour says it too. */
export function gapHatch({ flag, x, width, drawnY, heardY }: GapMark): string {
  const top = Math.min(drawnY, heardY);
  const height = Math.abs(drawnY - heardY);
  let d = "";
  for (let at = HATCH_STEP; at < width + height; at += HATCH_STEP) {
    // The line x + y = at, cut to the box.
    const from = { x: Math.max(0, at - height), y: Math.min(at, height) };
    const to = { x: Math.min(at, width), y: Math.max(0, at - width) };
    const flip = (y: number): number => top + (flag === "rosier" ? y : height - y);
    d += `M${px(x + from.x)},${px(flip(from.y))}L${px(x + to.x)},${px(flip(to.y))}`;
  }
  return d;
}

/** A quote at its own valence. */
export interface QuoteDot extends Point {
  readonly pinId: string;
  readonly quoteId: string;
  readonly touchpointId: string;
  readonly v: number;
  /** A machine's guess, or a link nobody confirmed: drawn hollow. */
  readonly tentative: boolean;
}

const DOT_STEP = 11;

/** The valued quotes of one touchpoint as dots; those at one place stand beside one another. */
export function quoteDots(column: TouchpointColumn, pins: readonly PinView[], lane: CurveLane): QuoteDot[] {
  const taken = new Map<string, number>();
  return pins.flatMap((pin) => {
    if (pin.v === null || pin.status === "rejected") return [];
    const x = placeX(Math.min(0.92, Math.max(0.08, pin.t ?? 0.5)), column);
    const y = valenceY(pin.v, lane);
    const place = `${Math.round(x / DOT_STEP)}/${Math.round(y / DOT_STEP)}`;
    const nth = taken.get(place) ?? 0;
    taken.set(place, nth + 1);
    return [
      {
        pinId: pin.id,
        quoteId: pin.quoteId,
        touchpointId: column.touchpointId,
        v: pin.v,
        x: x + sideways(nth) * DOT_STEP,
        y,
        tentative: pin.status === "suggested" || pin.vBy === "suggested",
      },
    ];
  });
}

/** 0, 1, −1, 2, −2 …: the crowd grows to both sides of its place. */
function sideways(nth: number): number {
  const step = Math.ceil(nth / 2);
  return nth % 2 === 1 ? step : -step;
}

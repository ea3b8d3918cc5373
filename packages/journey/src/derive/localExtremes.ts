import { CONVENTIONS } from "./conventions.ts";
import type { EmotionCurve } from "./emotionCurve.ts";

/** A peak or valley: `i` is the knot (a plateau's first), `prominence` in valence. */
export interface Extreme {
  readonly i: number;
  readonly prominence: number;
}

interface Plateau {
  readonly v: number;
  readonly i: number;
}

function mergePlateaus(values: readonly number[]): Plateau[] {
  return values.flatMap((v, i) => (i > 0 && values[i - 1] === v ? [] : [{ v, i }]));
}

/** The lowest ground between a summit and higher ground, walking by `step`; null where none is higher. */
function colToHigherGround(ground: readonly Plateau[], summit: number, step: 1 | -1): number | null {
  const height = ground[summit]?.v ?? 0;
  let lowest = height;
  for (let at = summit + step; at >= 0 && at < ground.length; at += step) {
    const v = ground[at]?.v ?? height;
    if (v > height) return lowest;
    lowest = Math.min(lowest, v);
  }
  return null;
}

function summits(ground: readonly Plateau[], range: number): Extreme[] {
  return ground.flatMap(({ v, i }, index) => {
    const left = ground[index - 1];
    const right = ground[index + 1];
    if (left === undefined && right === undefined) return [];
    if ((left !== undefined && left.v > v) || (right !== undefined && right.v > v)) return [];
    const cols = [colToHigherGround(ground, index, -1), colToHigherGround(ground, index, 1)].filter(
      (col) => col !== null,
    );
    return [{ i, prominence: cols.length === 0 ? range : v - Math.max(...cols) }];
  });
}

/**
 * The peaks and valleys that stand out by at least `minProminence` (valence; default by convention).
 * A side without higher ground does not bind; the highest and lowest stand out by the whole range (method A5).
 */
export function localExtremes(
  curve: EmotionCurve,
  minProminence: number = CONVENTIONS.prominence,
): { readonly peaks: readonly Extreme[]; readonly valleys: readonly Extreme[] } {
  const ground = mergePlateaus(curve.knots.map((knot) => knot.v));
  if (ground.length === 0) return { peaks: [], valleys: [] };
  const heights = ground.map(({ v }) => v);
  const range = heights.reduce((a, b) => Math.max(a, b)) - heights.reduce((a, b) => Math.min(a, b));
  const stand = ({ prominence }: Extreme) => prominence >= minProminence;
  const mirrored = ground.map(({ v, i }) => ({ v: -v, i }));
  return {
    peaks: summits(ground, range).filter(stand),
    valleys: summits(mirrored, range).filter(stand),
  };
}

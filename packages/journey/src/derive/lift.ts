import { drawnMean } from "./curveGap.ts";
import { settlePoints } from "./emotionCurve.ts";
import type { DrawnPoint } from "./emotionCurve.ts";

/** What a touchpoint did to the mood: its last valence minus its first; null without points. */
export function lift(points: readonly DrawnPoint[]): number | null {
  const settled = settlePoints(points);
  const first = settled[0];
  const last = settled[settled.length - 1];
  return first === undefined || last === undefined ? null : last.v - first.v;
}

/** Each touchpoint's mean minus that of the nearest earlier one that has a mean; null for the first and for the undrawn. */
export function changes(touchpoints: readonly (readonly DrawnPoint[])[]): (number | null)[] {
  let before: number | null = null;
  return touchpoints.map((points) => {
    const here = drawnMean(points);
    if (here === null) return null;
    const change = before === null ? null : here - before;
    before = here;
    return change;
  });
}

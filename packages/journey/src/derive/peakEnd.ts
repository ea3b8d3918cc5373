import { curveMean } from "./emotionCurve.ts";
import type { EmotionCurve } from "./emotionCurve.ts";

/** What is remembered of a curve. `peak`, `valley`, `end`, `intense` are indexes of its knots; the rest valences. */
export interface PeakEnd {
  /** All knots at one height: then there is neither peak nor valley. */
  readonly flat: boolean;
  readonly peak: number | null;
  readonly valley: number | null;
  readonly end: number;
  /** The knot furthest from 0; of two as far, the one below 0, then the first. */
  readonly intense: number;
  /** Mean of the most intense moment and the end (Kahneman & Fredrickson). */
  readonly score: number;
  readonly mean: number;
  /** How much better (+) or worse (−) it is remembered than it was on average. */
  readonly memoryGap: number;
}

function indexOfBest(values: readonly number[], better: (challenger: number, holder: number) => boolean) {
  return values.reduce((best, value, index) => {
    const holder = values[best];
    return holder !== undefined && better(value, holder) ? index : best;
  }, 0);
}

/** Peak, valley, end and what memory makes of them (method A5); null without knots. */
export function peakEnd(curve: EmotionCurve): PeakEnd | null {
  const values = curve.knots.map((knot) => knot.v);
  const mean = curveMean(curve);
  const last = values[values.length - 1];
  if (last === undefined || mean === null) return null;
  const peak = indexOfBest(values, (a, b) => a > b);
  const valley = indexOfBest(values, (a, b) => a < b);
  const flat = values[peak] === values[valley];
  const intense = indexOfBest(
    values,
    (a, b) => Math.abs(a) > Math.abs(b) || (Math.abs(a) === Math.abs(b) && a < b),
  );
  const score = ((values[intense] ?? last) + last) / 2;
  return {
    flat,
    peak: flat ? null : peak,
    valley: flat ? null : valley,
    end: values.length - 1,
    intense,
    score,
    mean,
    memoryGap: score - mean,
  };
}

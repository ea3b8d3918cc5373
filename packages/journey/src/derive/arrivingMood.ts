import { settlePoints } from "./emotionCurve.ts";
import type { DrawnPoint } from "./emotionCurve.ts";

/** The mood a customer brings into a sub-journey: the last valence of its parent touchpoint; null where none is drawn. */
export function arrivingMood(parent: readonly DrawnPoint[]): number | null {
  const settled = settlePoints(parent);
  return settled[settled.length - 1]?.v ?? null;
}

import { mean } from "./average.ts";
import { CONVENTIONS } from "./conventions.ts";
import type { Conventions } from "./conventions.ts";
import type { DrawnPoint } from "./emotionCurve.ts";
import { evidence } from "./evidence.ts";
import type { Evidence } from "./evidence.ts";
import type { EvidenceLink } from "./link.ts";

/** How far the team's drawing lies from customers' words, in valence; + is rosier. */
export interface CurveGap {
  readonly drawn: number | null;
  readonly evidence: number | null;
  readonly gap: number | null;
  readonly flag: "rosier" | "gloomier" | null;
}

/** The mean of a touchpoint's drawn points, each clamped to −2..2; null without any. */
export function drawnMean(points: readonly DrawnPoint[]): number | null {
  return mean(points.filter(({ v }) => Number.isFinite(v)).map(({ v }) => clampValence(v)));
}

function clampValence(v: number): number {
  return Math.min(2, Math.max(-2, v));
}

/** The gap of one touchpoint (method A6); flagged from three valued people and a distance of 1. */
export function curveGap(
  points: readonly DrawnPoint[],
  links: readonly EvidenceLink[],
  conventions: Conventions = CONVENTIONS,
): CurveGap {
  return gapBetween(drawnMean(points), evidence(links, conventions), conventions);
}

/** The same, from numbers already at hand. */
export function gapBetween(
  drawn: number | null,
  found: Pick<Evidence, "mean" | "nv">,
  conventions: Conventions = CONVENTIONS,
): CurveGap {
  const gap = drawn === null || found.mean === null ? null : drawn - found.mean;
  const wide = gap !== null && found.nv >= conventions.supported && Math.abs(gap) >= conventions.gapWarn;
  return {
    drawn,
    evidence: found.mean,
    gap,
    flag: wide ? (gap > 0 ? "rosier" : "gloomier") : null,
  };
}

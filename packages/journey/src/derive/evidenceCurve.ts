import { CONVENTIONS } from "./conventions.ts";
import type { Conventions } from "./conventions.ts";
import { evidence } from "./evidence.ts";
import type { Evidence } from "./evidence.ts";
import type { EvidenceLink } from "./link.ts";

/** A touchpoint with the links on it. */
export interface LinkedTouchpoint {
  readonly id: string;
  readonly links: readonly EvidenceLink[];
}

/** A knot of the evidence curve in the middle of its column; `weak` below three valued people (a hollow dot). */
export interface EvidenceKnot {
  readonly x: number;
  readonly v: number;
  readonly tp: string;
  readonly weak: boolean;
}

export interface EvidenceCurve {
  readonly knots: readonly EvidenceKnot[];
  /** Every touchpoint's numbers, in column order. */
  readonly per: readonly (Evidence & { readonly tp: string })[];
}

/** The evidence knot of one touchpoint at column `k`; null where nobody's words are valued. */
export function evidenceKnot(
  tp: string,
  k: number,
  found: Evidence,
  conventions: Conventions = CONVENTIONS,
): EvidenceKnot | null {
  if (found.mean === null) return null;
  return { x: k + 0.5, v: found.mean, tp, weak: found.nv < conventions.supported };
}

/** The curve customers' words draw over touchpoints in time order (method A6). */
export function evidenceCurve(
  touchpoints: readonly LinkedTouchpoint[],
  conventions: Conventions = CONVENTIONS,
): EvidenceCurve {
  const per = touchpoints.map(({ id, links }) => ({ tp: id, ...evidence(links, conventions) }));
  return { knots: per.flatMap((found, k) => evidenceKnot(found.tp, k, found, conventions) ?? []), per };
}

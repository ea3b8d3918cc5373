import { CONVENTIONS } from "./conventions.ts";
import type { Conventions } from "./conventions.ts";
import type { Evidence } from "./evidence.ts";

export type ExpectationZone = "below_tolerance" | "tolerated" | "confirmed" | "delight";

/** What was met against what was hoped for, in valence. */
export interface Disconfirmation {
  /** Perceived minus desired (gap 5 of Parasuraman, Zeithaml & Berry). */
  readonly gap5: number;
  readonly zone: ExpectationZone;
}

/**
 * Where experience fell against expectation (method A9): `desired` and `adequate` are valences, adequate
 * one below desired unless given. Null when either experience or expectation is unknown.
 */
export function expectationZone(
  perceived: number | null,
  desired: number | null | undefined,
  adequate?: number | null,
): Disconfirmation | null {
  if (perceived === null || desired === null || desired === undefined) return null;
  const gap5 = perceived - desired;
  return { gap5, zone: zoneOf(perceived, desired, adequate ?? desired - 1) };
}

function zoneOf(perceived: number, desired: number, adequate: number): ExpectationZone {
  if (perceived < adequate) return "below_tolerance";
  if (perceived < desired) return "tolerated";
  return perceived - desired >= 0.5 ? "delight" : "confirmed";
}

/** How a touchpoint was perceived: by customers' words when three people are valued, else as drawn, and then `assumed`. */
export function perceivedValence(
  found: Pick<Evidence, "mean" | "nv">,
  drawn: number | null,
  conventions: Conventions = CONVENTIONS,
): { readonly v: number | null; readonly assumed: boolean } {
  const heard = found.mean !== null && found.nv >= conventions.supported;
  return heard ? { v: found.mean, assumed: false } : { v: drawn, assumed: true };
}

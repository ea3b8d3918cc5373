import { VALENCE } from "./emotionPoint.ts";
import type { Entity } from "./read/attributes.ts";
import { readNumber, readString } from "./read/attributes.ts";

/** What was hoped for at a touchpoint until it changed (RULES J30); valences as in `Expectation`. */
export type PastExpectation = {
  readonly id: string;
  readonly touchpointId: string;
  readonly desired: number | null;
  readonly adequate: number | null;
  readonly formedBy: string | null;
  /** Until when, ISO 8601; null: nobody knows, longer ago than all that is dated. */
  readonly until: string | null;
  /** Why it changed, and where the team knows it from. */
  readonly why: string | null;
};

export function readPastExpectation(id: string, past: Entity): PastExpectation | null {
  const touchpointId = readString(past, "touchpointId");
  if (touchpointId === null) return null;
  const until = readString(past, "until");
  return Object.freeze({
    id,
    touchpointId,
    desired: readNumber(past, "desired", VALENCE.min, VALENCE.max),
    adequate: readNumber(past, "adequate", VALENCE.min - 1, VALENCE.max),
    formedBy: readString(past, "formedBy"),
    until: until !== null && Number.isFinite(Date.parse(until)) ? until : null,
    why: readString(past, "why"),
  });
}

/** The oldest first; what nobody can date is oldest. */
export function comparePast(a: PastExpectation, b: PastExpectation): number {
  const [then, later] = [a.until ?? "", b.until ?? ""];
  return then === later ? (a.id < b.id ? -1 : 1) : then < later ? -1 : 1;
}

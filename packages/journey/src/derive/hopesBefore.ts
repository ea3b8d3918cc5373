import type { PastExpectation } from "../pastExpectation.ts";
import type { Expectation } from "../touchpoint.ts";

/** What was hoped for just before a day on which it changed somewhere. */
interface HopesBefore {
  /** The day, ISO 8601 (yyyy-mm-dd); empty for what nobody can date. */
  readonly until: string;
  /** The hope of each touchpoint at that time, by id. */
  readonly hopes: ReadonlyMap<string, Pick<Expectation, "desired" | "adequate">>;
}

const dayOf = ({ until }: PastExpectation): string => (until ?? "").slice(0, 10);

/**
 * The expectation line as it was before each day on which it changed, the newest first (RULES J30). At every touchpoint it is what was
 * given up first on that day or after it, else what is hoped for now.
 */
export function hopesBefore(
  touchpoints: ReadonlyMap<string, { readonly expectation: Expectation }>,
  past: readonly PastExpectation[],
): HopesBefore[] {
  const days = [...new Set(past.map(dayOf))].toSorted().toReversed();
  const oldestFirst = past.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
  return days.map((until) => {
    const hopes = new Map<string, Pick<Expectation, "desired" | "adequate">>();
    for (const [id, { expectation }] of touchpoints) hopes.set(id, expectation);
    for (const one of oldestFirst.toReversed())
      if (dayOf(one) >= until) hopes.set(one.touchpointId, { desired: one.desired, adequate: one.adequate });
    return { until, hopes };
  });
}

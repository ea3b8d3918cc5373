import type { JourneyView } from "@polku/journey";
import type { WorkshopDecision } from "@polku/protocol";

type Insights = JourneyView["insights"];

/**
 * How far the map's insights came between the beginning of a session and its end: those that are no longer open, or were not when it began;
 * `was` is null for one that was made meanwhile. `told` counts the quotes whose speakers were told of it meanwhile.
 */
export function decisionsBetween(before: Insights, after: Insights): WorkshopDecision[] {
  const known = new Map(before.map((insight) => [insight.id, insight]));
  return after.flatMap(({ id, status, toldQuoteIds }) => {
    const was = known.get(id);
    if (status === "open" && (was?.status ?? "open") === "open") return [];
    const toldBefore = new Set(was?.toldQuoteIds);
    const told = toldQuoteIds.filter((quoteId) => !toldBefore.has(quoteId)).length;
    return [{ id, status, was: was?.status ?? null, told }];
  });
}

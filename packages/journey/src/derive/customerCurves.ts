import type { TouchpointView } from "../touchpoint.ts";
import type { QuoteFacts } from "./touchpointLinks.ts";

/** The points of one customer's own curve at one touchpoint: place 0..1 in it, valence −2..2. */
export type OwnPoint = { readonly t: number; readonly v: number };

/** A customer's own curve: what one participant of a customer workshop or a participant link gave each moment. */
export interface CustomerCurve {
  /** Who it is, as a keyed hash, or the answer that stands for them. */
  readonly key: string;
  /** When they first said something of it, ISO 8601; null when nobody knows. */
  readonly at: string | null;
  readonly points: ReadonlyMap<string, readonly OwnPoint[]>;
}

const FROM_CUSTOMERS = "customer_workshop";

/**
 * The curves that customers gave themselves, in the order of their answers. Only what a person gave a feeling and nobody took back counts; one
 * moment alone is a quote and no curve. O(pins).
 */
export function customerCurves(
  touchpoints: ReadonlyMap<string, TouchpointView>,
  quotes: ReadonlyMap<string, QuoteFacts>,
): readonly CustomerCurve[] {
  const curves = new Map<string, { key: string; at: string | null; points: Map<string, OwnPoint[]> }>();
  for (const [touchpointId, { pins }] of touchpoints)
    for (const { quoteId, status, vBy, v, t } of pins) {
      const quote = quotes.get(quoteId);
      if (quote?.kind !== FROM_CUSTOMERS || quote.withdrawn || quote.speaker !== "customer") continue;
      if (v === null || vBy !== "human" || status !== "confirmed") continue;
      const key = quote.respondentKey ?? quote.itemId;
      const curve = curves.get(key) ?? { key, at: quote.at, points: new Map<string, OwnPoint[]>() };
      if (quote.at !== null && (curve.at === null || quote.at < curve.at)) curve.at = quote.at;
      curve.points.set(touchpointId, [...(curve.points.get(touchpointId) ?? []), { t: t ?? 0.5, v }]);
      curves.set(key, curve);
    }
  return [...curves.values()]
    .filter(({ points }) => points.size > 1)
    .toSorted((a, b) => (a.at ?? "").localeCompare(b.at ?? "") || (a.key < b.key ? -1 : 1));
}

import type { PinView } from "../pin.ts";
import type { JourneyView } from "../read/view.ts";
import type { EvidenceLink } from "./link.ts";

/** What the research library says of a quote, as far as the measures need it. The words are not among it. */
export type QuoteFacts = {
  readonly id: string;
  readonly kind: string;
  readonly sourceId: string;
  readonly itemId: string;
  readonly respondentKey: string | null;
  /** When the customer said it, ISO 8601. */
  readonly at: string | null;
  readonly withdrawn: boolean;
  /** Who said it: customer, agent, bot, other. */
  readonly speaker: string;
};

/** An employee's or a bot's words in a call are no customer's evidence, whatever the source is (method A3: internal never counts). */
function kindOf({ kind, speaker }: QuoteFacts): string {
  return speaker === "agent" || speaker === "bot" ? "staff_view" : kind;
}

/** Pins joined with their quotes. */
export function linksOfPins(
  pins: readonly PinView[],
  quotes: ReadonlyMap<string, QuoteFacts>,
): EvidenceLink[] {
  return pins.flatMap((pin) => {
    const quote = quotes.get(pin.quoteId);
    // A pin whose quote was erased, or is not readable for this person, rests on nothing any more.
    if (!quote) return [];
    const { v, vBy, by, stance, status } = pin;
    const { sourceId, itemId, respondentKey, at, withdrawn } = quote;
    return [
      {
        id: pin.id,
        kind: kindOf(quote),
        sourceId,
        itemId,
        respondentKey,
        at,
        withdrawn,
        v,
        vBy,
        by,
        stance,
        status,
      },
    ];
  });
}

/**
 * The evidence links of a touchpoint: its own pins joined with their quotes, and those of the sub-journeys it holds, whose people count
 * as its own (method, "Reading the demo format").
 */
export function touchpointLinks(
  view: JourneyView,
  quotes: ReadonlyMap<string, QuoteFacts>,
  touchpointId: string,
): EvidenceLink[] {
  const links = linksOfPins(view.touchpoints.get(touchpointId)?.pins ?? [], quotes);
  for (const subJourneyId of view.touchpoints.get(touchpointId)?.subJourneyIds ?? []) {
    const inner = view.subJourneys.get(subJourneyId)?.path.touchpointIds ?? [];
    for (const innerId of inner) links.push(...touchpointLinks(view, quotes, innerId));
  }
  return links;
}

import { cellKey, type JourneyView, type LaneKind } from "@polku/journey";
import type { Quote } from "../../api/quotes.ts";

/**
 * The lanes in which the customer acts, thinks and expects. What happens behind the counter is no part of the walk, nor are pains: a team
 * writes them from the inside, as causes and gaps, and what hurt is told by the customers' own words.
 */
const CUSTOMERS_LANES: ReadonlySet<LaneKind> = new Set(["customer_action", "thinking", "expectation"]);

/** One moment of the walk: what the customer does and thinks, what customers said of it, and how it felt to them (−2 to 2). */
export type Stop = {
  readonly id: string;
  readonly title: string;
  readonly stage: string;
  readonly lanes: readonly {
    readonly id: string;
    readonly kind: LaneKind;
    readonly name: string;
    readonly text: string;
  }[];
  readonly quotes: readonly Quote[];
  readonly mean: number | null;
};

function lanesAt(view: JourneyView, touchpointId: string): Stop["lanes"] {
  return view.lanes.flatMap((lane) => {
    const blocks = CUSTOMERS_LANES.has(lane.kind)
      ? view.cells.get(cellKey(lane.id, touchpointId))?.blocks
      : undefined;
    const text = (blocks ?? [])
      .map((block) => block.text.trim())
      .filter(Boolean)
      .join("\n");
    return text === "" ? [] : [{ id: lane.id, kind: lane.kind, name: lane.title, text }];
  });
}

/** Customers' own words at a touchpoint; the calls that can be heard come first. What was rejected or taken back is not said again. */
function quotesAt(
  view: JourneyView,
  quotes: ReadonlyMap<string, Quote>,
  touchpointId: string,
): readonly Quote[] {
  const said = (view.touchpoints.get(touchpointId)?.pins ?? []).flatMap((pin) => {
    const quote = pin.status === "confirmed" ? quotes.get(pin.quoteId) : undefined;
    return quote && !quote.withdrawn && quote.speaker === "customer" ? [quote] : [];
  });
  return said.toSorted((a, b) => Number(b.clip !== null) - Number(a.clip !== null));
}

/** The stops of the walk in the order of the path. `means` are the customers' by touchpoint. */
export function stopsOf(
  view: JourneyView,
  quotes: ReadonlyMap<string, Quote>,
  means: ReadonlyMap<string, number>,
): readonly Stop[] {
  return view.path.stages.flatMap((stage) =>
    stage.touchpointIds.map((id) => ({
      id,
      title: view.touchpoints.get(id)?.title ?? "",
      stage: stage.title,
      lanes: lanesAt(view, id),
      quotes: quotesAt(view, quotes, id),
      mean: means.get(id) ?? null,
    })),
  );
}

/** How many quotes stand on one stop: more would be read by nobody who walks. */
export const QUOTES_SHOWN = 3;

/** ms that a stop stays when the walk goes on by itself: its call to the end, else time to read every word of it aloud. */
export function stayAt(stop: Pick<Stop, "title" | "lanes" | "quotes">): number {
  const clip = stop.quotes[0]?.clip;
  if (clip) return (clip.to - clip.from) * 1000 + 3_000;
  const words = [
    stop.title,
    ...stop.lanes.map(({ text }) => text),
    ...stop.quotes.slice(0, QUOTES_SHOWN).map(({ text }) => text),
  ];
  const count = words.join(" ").split(/\s+/).length;
  return 4_000 + count * 400;
}

import type { InsightView } from "../../insight.ts";
import { countsAsEvidence, type EvidenceLink } from "../link.ts";
import { parseMoment } from "../moment.ts";
import { people } from "../people.ts";
import type { HealthQuote } from "./healthInput.ts";

/** A quote on the map that no insight refers to. */
export interface UnheardWish {
  readonly quoteId: string;
  readonly touchpointIds: readonly string[];
  readonly at: string | null;
}

/** Confirmed links no insight refers to, a quote once, the oldest first, those without a date last (method, unheard wishes). */
export function unheardWishes(
  places: readonly { readonly id: string; readonly links: readonly EvidenceLink[] }[],
  quoteOf: ReadonlyMap<string, HealthQuote>,
  insights: readonly InsightView[],
): UnheardWish[] {
  const heard = new Set(insights.flatMap(({ quoteIds }) => quoteIds));
  const found = new Map<string, { touchpointIds: string[]; at: string | null }>();
  for (const { id, links } of places) {
    for (const link of links.filter(countsAsEvidence)) {
      const quote = quoteOf.get(link.id);
      if (quote === undefined || heard.has(quote.id)) continue;
      const known = found.get(quote.id);
      if (known === undefined) found.set(quote.id, { touchpointIds: [id], at: quote.at });
      else if (!known.touchpointIds.includes(id)) known.touchpointIds.push(id);
    }
  }
  const age = ({ at }: { at: string | null }): number => parseMoment(at) ?? Infinity;
  return [...found]
    .map(([quoteId, wish]) => ({ quoteId, ...wish }))
    .toSorted((a, b) => age(a) - age(b) || (a.quoteId < b.quoteId ? -1 : 1));
}

/** Of the people whose words an insight rests on, those who were told what came of it. */
export interface ToldBack {
  readonly people: number;
  readonly told: number;
  readonly rate: number | null;
  readonly toldQuoteIds: readonly string[];
}

export function toldBack(
  links: readonly EvidenceLink[],
  quoteOf: ReadonlyMap<string, HealthQuote>,
  insights: readonly InsightView[],
): ToldBack {
  const named = new Set(insights.flatMap(({ quoteIds }) => quoteIds));
  const told = new Set(insights.flatMap(({ toldQuoteIds }) => toldQuoteIds));
  const of = (some: ReadonlySet<string>) =>
    people(links.filter((link) => some.has(quoteOf.get(link.id)?.id ?? ""))).length;
  const all = of(new Set([...named, ...told]));
  const back = of(told);
  return { people: all, told: back, rate: all === 0 ? null : back / all, toldQuoteIds: [...told] };
}

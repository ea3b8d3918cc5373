import type { Language } from "@polku/protocol";
import { Problem } from "../errors.ts";
import type { Actor } from "../policies/actor.ts";
import type { Services } from "../services.ts";
import type { QuoteFactsRow } from "../storage/evidenceStore.ts";
import { addPair, otherSide, pairsOfContact, pairsOfQuotes, removePair } from "../storage/sql/sqlPairs.ts";
import { quotesSeenBy } from "./quotesSeenBy.ts";
import { searchQuotes } from "./searchQuotes.ts";
import { tellQuotesChanged } from "./tellQuotesChanged.ts";

type Stores = Pick<Services, "evidence" | "db">;
type Side = "said" | "did";

const mostFound = 50;

/** On which side of a pair a quote can stand: a customer's own words, or what somebody was seen doing; null on neither. */
function sideOf({ manner, speaker, withdrawnAt }: QuoteFactsRow): Side | null {
  if (withdrawnAt !== null) return null;
  if (manner === "observed") return "did";
  return manner === "stated" && speaker === "customer" ? "said" : null;
}

const across = (side: Side): Side => (side === "said" ? "did" : "said");

async function quoteCalled({ evidence }: Stores, id: string): Promise<QuoteFactsRow> {
  const [quote] = await evidence.quotesById([id]);
  if (quote === undefined) throw new Problem("quote.unknown");
  return quote;
}

/** Joins what somebody said with what they did, and tells the open maps on which either stands. Throws `quote.unknown`, or `quote.pair` when they are not one of each. */
export async function joinQuotes(
  services: Stores & Pick<Services, "clock" | "rooms">,
  by: string,
  ids: readonly [string, string],
): Promise<void> {
  const [one, other] = [await quoteCalled(services, ids[0]), await quoteCalled(services, ids[1])];
  const side = sideOf(one);
  if (side === null || sideOf(other) !== across(side)) throw new Problem("quote.pair");
  await addPair(services.db, { ids, by, at: services.clock.now() });
  tellQuotesChanged(services, ids);
}

/** Takes a pair apart, and tells the open maps; both quotes stay. */
export async function partQuotes(
  services: Pick<Services, "db" | "rooms">,
  ids: readonly [string, string],
): Promise<void> {
  await removePair(services.db, ...ids);
  tellQuotesChanged(services, ids);
}

/** What each of these quotes is joined with, as far as the actor sees it. Whether one was said and the other done the quotes tell. */
export async function joinedWith(
  services: Pick<Services, "db" | "rooms" | "journeys" | "clock">,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const pairs = await pairsOfQuotes(services.db, ids);
  const both = pairs.flatMap(({ one, other }) => [
    { from: one, to: other },
    { from: other, to: one },
  ]);
  const seen = new Set(await quotesSeenBy(services, actor, [...new Set(both.map(({ to }) => to))]));
  const joined = new Map<string, string[]>();
  for (const { from, to } of both) if (seen.has(to)) joined.set(from, [...(joined.get(from) ?? []), to]);
  return joined;
}

/**
 * The pairs of a contact's quotes, what was said before what was done. A pair whose quotes have since become both of a kind is left out, and
 * is there again when they are not.
 */
export async function pairsOf(
  { db, evidence }: Stores,
  contactId: string,
): Promise<{ said: QuoteFactsRow; did: QuoteFactsRow }[]> {
  const pairs = await pairsOfContact(db, contactId);
  const rows = await evidence.quotesById([...new Set(pairs.flatMap(({ one, other }) => [one, other]))]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return pairs.flatMap(({ one, other }) => {
    const both = [byId.get(one), byId.get(other)];
    const said = both.find((quote) => quote !== undefined && sideOf(quote) === "said");
    const did = both.find((quote) => quote !== undefined && sideOf(quote) === "did");
    return said === undefined || did === undefined ? [] : [{ said, did }];
  });
}

/**
 * Quotes that a quote can be joined with, at most 50, the newest first: of the same person, or of anyone, then those that bear `q`. None
 * for a quote that can stand on neither side. Throws `quote.unknown`.
 */
export async function counterpartsOf(
  services: Stores,
  id: string,
  { anyone, q, language }: { anyone: boolean; q: string; language: Language },
): Promise<QuoteFactsRow[]> {
  const { db, evidence } = services;
  const quote = await quoteCalled(services, id);
  const side = sideOf(quote);
  if (side === null) return [];
  const { contactId, respondentKey } = quote;
  if (anyone && q !== "") {
    const { quotes } = await searchQuotes(evidence, { q, limit: 1000, language });
    return quotes.filter((found) => sideOf(found) === across(side)).slice(0, mostFound);
  }
  const ids = await otherSide(db, { side: across(side), contactId, respondentKey, anyone, limit: mostFound });
  return evidence.quotesById(ids);
}

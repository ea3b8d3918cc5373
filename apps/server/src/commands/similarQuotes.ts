import { likeness, stemsForIndex, trigramsOf } from "@polku/evidence";
import type { Language } from "@polku/protocol";
import { Problem } from "../errors.ts";
import type { EvidenceStore, QuoteFactsRow } from "../storage/evidenceStore.ts";
import { quoteInLanguage } from "../storage/inLanguage.ts";
import { languageOf } from "./searchContacts.ts";

/** Small words are in everything: only the longest stems of a quote look for its like. */
const mostStems = 12;
const shortestStem = 4;
const mostContacts = 300;
const mostShown = 10;
/** Below this two quotes share a word, not a thought. */
const leastAlike = 0.25;

/**
 * Quotes that say much the same as one, the most alike first: of the latest 300 quoted contacts that share one of its longer words. Throws
 * `quote.unknown`.
 */
export async function similarQuotes(
  store: EvidenceStore,
  id: string,
  language: Language,
): Promise<QuoteFactsRow[]> {
  const [row] = await store.quotesById([id]);
  if (row === undefined) throw new Problem("quote.unknown");
  const quote = quoteInLanguage(row, language);
  const stems = [...new Set(stemsForIndex(quote.text, languageOf(row.lang)))]
    .filter((stem) => stem.length >= shortestStem)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, mostStems);
  if (stems.length === 0) return [];
  const contacts = await store.findContacts({
    question: { all: [{ stems }] },
    filter: { attached: true },
    limit: mostContacts,
  });
  const others = await store.quotesOfContacts(contacts.map((contact) => contact.id));
  const own = trigramsOf(quote.text, languageOf(quote.lang));
  return others
    .filter((other) => other.id !== id && other.withdrawnAt === null)
    .map((other) => quoteInLanguage(other, language))
    .map((other) => ({ other, alike: likeness(own, trigramsOf(other.text, languageOf(other.lang))) }))
    .filter(({ alike }) => alike >= leastAlike)
    .toSorted((a, b) => b.alike - a.alike || b.other.rowNo - a.other.rowNo)
    .slice(0, mostShown)
    .map(({ other }) => other);
}

import { marksIn } from "@polku/evidence";
import type { Language } from "@polku/protocol";
import type { EvidenceStore, QuoteFactsRow } from "../storage/evidenceStore.ts";
import { quoteInLanguage } from "../storage/inLanguage.ts";
import { languageOf } from "./searchContacts.ts";
import { knownTerms } from "./searchTerms.ts";

const inOneLook = 200;
const mostLookedAt = 5000;

/** Finds quotes whose own words hold every searched word in some of its forms or as a part of a compound, the newest first. */
export async function searchQuotes(
  store: EvidenceStore,
  asked: {
    q: string;
    limit: number;
    cursor?: number | undefined;
    source?: string | undefined;
    contact?: string | undefined;
    theme?: string | undefined;
    /** The reader's, for words kept in several. */
    language: Language;
  },
): Promise<{ quotes: QuoteFactsRow[]; next?: string }> {
  const { q, limit, cursor, language, ...filter } = asked;
  const terms = await knownTerms(store, { q, typing: false });
  const quotes: QuoteFactsRow[] = [];
  let before = cursor;
  for (let looked = 0; looked < mostLookedAt; looked += inOneLook) {
    const found = await store.listQuotes({ ...filter, language, before, limit: inOneLook });
    for (const quote of found.map((row) => quoteInLanguage(row, language))) {
      if (marksIn(quote.text, languageOf(quote.lang), terms) !== null) quotes.push(quote);
      before = quote.rowNo;
      if (quotes.length === limit) return { quotes, next: String(before) };
    }
    if (found.length < inOneLook) return { quotes };
  }
  return { quotes, next: String(before) };
}

import type { Language } from "@polku/evidence";
import { marksIn } from "@polku/evidence";
import type { Language as ReaderLanguage } from "@polku/protocol";
import { contactInLanguage } from "../storage/inLanguage.ts";
import type { ContactFilter, EvidenceStore, FoundContact, IndexQuestion } from "../storage/evidenceStore.ts";
import { relevanceOf } from "./relevance.ts";
import { type KnownTerm, knownTerms, questionsOf } from "./searchTerms.ts";

/** A contact found, and where the searched words stand in it: [from, to] pairs. */
export type ContactHit = { contact: FoundContact; marks: [number, number][] };

export type ContactSearch = {
  q: string;
  /** The last word is still being typed. */
  typing: boolean;
  filter: ContactFilter;
  /** The latest said first, or what fits the words best; without words always by date. */
  sort: "date" | "relevance";
  /** As the last page gave it: `tier.place`, or `r.place.offset` within what is ranked. */
  cursor?: string | undefined;
  limit: number;
  /** Asks how many there are: what the index proposes, up to `mostCounted`, and one more when there are more. */
  counted?: boolean | undefined;
  /** The reader's, for words kept in several. */
  language: ReaderLanguage;
};

export type FoundPage = { hits: ContactHit[]; next?: string; count?: number };

/** At most so many candidates are looked at for one page; a cursor goes on from there. */
const mostLookedAt = 2000;

/** So many of the latest that hold all words are ranked; older ones follow by date. */
const mostRanked = 150;

/** Compounds are ranked with them only where fewer hold the words themselves: asking for compounds walks through the index once more. */
const enoughRanked = 30;

/** The list goes from the latest place to the first: no place is as late as this. */
const beforeAllPlaces = Number.MAX_SAFE_INTEGER;

/** A count goes no further. */
const mostCounted = 1000;

/**
 * Finds contacts: first those that hold every word in some of its forms, then those that hold them only as parts of compounds. The index
 * proposes, and each proposal's words are checked, since two words may share a stem by accident.
 */
export async function searchContacts(store: EvidenceStore, search: ContactSearch): Promise<FoundPage> {
  const terms = await knownTerms(store, search);
  const isRanked = search.sort === "relevance" && terms.length > 0 && !/^[12]\./.test(search.cursor ?? "");
  const page = isRanked
    ? await byRelevance(store, search, terms)
    : await byDate(store, search, terms, search.cursor);
  if (search.counted !== true) return page;
  const isAll = page.next === undefined && search.cursor === undefined;
  return { ...page, count: isAll ? page.hits.length : await countOf(store, search, terms) };
}

/** A few of those that the index proposes may turn out not to hold the words. */
function countOf(
  store: EvidenceStore,
  { filter }: ContactSearch,
  terms: readonly KnownTerm[],
): Promise<number> {
  const [strict, wide] = terms.length === 0 ? [undefined] : questionsOf(terms);
  const question = wide === undefined ? strict : { all: wide.all };
  return store.countContacts({ question, filter, most: mostCounted + 1 });
}

/** The ranked part is worked out anew for each page: it begins at the place that the first page saw on top, so that pages fit together. */
async function byRelevance(
  store: EvidenceStore,
  search: ContactSearch,
  terms: readonly KnownTerm[],
): Promise<FoundPage> {
  const [, top, from] = (search.cursor ?? "").split(".").map(Number);
  const start = from ?? 0;
  const cursor = top === undefined ? undefined : `1.${top}`;
  const found = await byDate(store, { ...search, limit: mostRanked }, terms, cursor, enoughRanked);
  const ranked = found.hits
    .map((hit) => ({ ...hit, fits: relevanceOf(hit.contact.text, hit.marks, terms) }))
    .toSorted((a, b) => b.fits - a.fits || b.contact.place - a.contact.place);
  const hits = ranked.slice(start, start + search.limit).map(({ contact, marks }) => ({ contact, marks }));
  const until = start + hits.length;
  if (until >= ranked.length) return found.next === undefined ? { hits } : { hits, next: found.next };
  const highest = top ?? Math.max(...ranked.map(({ contact }) => contact.place)) + 1;
  return { hits, next: `r.${highest}.${until}` };
}

/** Goes through the tiers until the limit is reached; with `enough`, into no further tier once there are so many. */
async function byDate(
  store: EvidenceStore,
  search: ContactSearch,
  terms: readonly KnownTerm[],
  cursor: string | undefined,
  enough = search.limit,
): Promise<FoundPage> {
  const [startTier = 1, before] = (cursor ?? "1").split(".").map(Number);
  const tiers: (IndexQuestion | undefined)[] = terms.length === 0 ? [undefined] : questionsOf(terms);
  const hits: ContactHit[] = [];
  let looked = 0;
  for (let tier = startTier; tier <= tiers.length; tier += 1) {
    if (hits.length >= enough) return { hits, next: `${tier}.${beforeAllPlaces}` };
    let from = tier === startTier ? before : undefined;
    for (;;) {
      const wanted = Math.max(search.limit - hits.length, 20);
      const found = await store.findContacts({
        question: tiers[tier - 1],
        filter: search.filter,
        before: from,
        limit: wanted,
      });
      for (const contact of found.map((row) => contactInLanguage(row, search.language))) {
        const marks = marksIn(contact.text, languageOf(contact.lang), terms);
        if (marks !== null) hits.push({ contact, marks });
        from = contact.place;
        if (hits.length === search.limit) return { hits, next: `${tier}.${from}` };
      }
      looked += found.length;
      if (found.length < wanted) break;
      if (looked >= mostLookedAt) return { hits, next: `${tier}.${from}` };
    }
  }
  return { hits };
}

/** The language a text was indexed in. */
export function languageOf(lang: string): Language {
  return lang === "fi" || lang === "en" ? lang : "other";
}

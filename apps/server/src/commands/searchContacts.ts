import {
  compoundKeys,
  compoundsOf,
  keysOf,
  type Language,
  marksIn,
  type SearchTerm,
  understand,
} from "@polku/evidence";
import type { Language as ReaderLanguage } from "@polku/protocol";
import { contactInLanguage } from "../storage/inLanguage.ts";
import type { ContactFilter, EvidenceStore, FoundContact, IndexQuestion } from "../storage/evidenceStore.ts";

/** A contact found, and where the searched words stand in it: [from, to] pairs. */
export type ContactHit = { contact: FoundContact; marks: [number, number][] };

export type ContactSearch = {
  q: string;
  /** The last word is still being typed. */
  typing: boolean;
  filter: ContactFilter;
  /** `tier.rowNo` as the last page gave it. */
  cursor?: string | undefined;
  limit: number;
  /** The reader's, for words kept in several. */
  language: ReaderLanguage;
};

type KnownTerm = { term: SearchTerm; keys: string[]; compounds: ReadonlySet<string>; prefix: boolean };

/** At most so many candidates are looked at for one page; a cursor goes on from there. */
const mostLookedAt = 2000;

/**
 * Finds contacts: first those that hold every word in some of its forms, then those that hold them only as parts of compounds, each the newest
 * first. The index proposes, and each proposal's words are checked, since two words may share a stem by accident.
 */
export async function searchContacts(
  store: EvidenceStore,
  search: ContactSearch,
): Promise<{ hits: ContactHit[]; next?: string }> {
  const [startTier, before] = readCursor(search.cursor);
  const terms = await knownTerms(store, search);
  const tiers = terms.length === 0 ? [undefined] : questionsOf(terms);
  const hits: ContactHit[] = [];
  let looked = 0;
  for (let tier = startTier; tier <= tiers.length; tier += 1) {
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
        from = contact.rowNo;
        if (hits.length === search.limit) return { hits, next: `${tier}.${from}` };
      }
      looked += found.length;
      if (found.length < wanted) break;
      if (looked >= mostLookedAt) return { hits, next: `${tier}.${from}` };
    }
  }
  return { hits };
}

/** The terms of a search with those of their keys and compounds that the index holds. */
export async function knownTerms(
  store: EvidenceStore,
  { q, typing }: Pick<ContactSearch, "q" | "typing">,
): Promise<KnownTerm[]> {
  const terms = understand(q);
  const known: KnownTerm[] = [];
  for (const [index, term] of terms.entries()) {
    const prefix = typing && index === terms.length - 1 && term.word.length >= 2;
    const [keys, compounds] = [await store.knownStems(keysOf(term)), await compoundsIn(store, term)];
    known.push({ term, keys, compounds, prefix });
  }
  return known;
}

async function compoundsIn(store: EvidenceStore, term: SearchTerm): Promise<ReadonlySet<string>> {
  const vocabulary = new Set<string>();
  for (const piece of compoundKeys(term))
    for (const stem of await store.stemsWith(piece)) vocabulary.add(stem);
  const near = [...vocabulary];
  // Asked twice: first to learn which second halves it needs to know about, then with the answer.
  const halves = new Set<string>();
  compoundsOf(term, near, (half) => {
    halves.add(half);
    return false;
  });
  const stems = new Set(await store.knownStems([...halves]));
  return new Set(compoundsOf(term, near, (half) => stems.has(half)));
}

function questionsOf(terms: readonly KnownTerm[]): IndexQuestion[] {
  const strict = terms.map(({ term, keys, prefix }) => ({
    stems: keys,
    prefix: prefix ? term.word : undefined,
  }));
  if (terms.every(({ compounds }) => compounds.size === 0)) return [{ all: strict }];
  const wide = terms.map(({ compounds }, index) => {
    const own = strict[index] ?? { stems: [], prefix: undefined };
    return { ...own, stems: [...own.stems, ...compounds] };
  });
  return [{ all: strict }, { all: wide, none: strict }];
}

function readCursor(cursor: string | undefined): [number, number | undefined] {
  const [tier, rowNo] = (cursor ?? "1").split(".").map(Number);
  return [tier ?? 1, rowNo];
}

/** The language a text was indexed in. */
export function languageOf(lang: string): Language {
  return lang === "fi" || lang === "en" ? lang : "other";
}

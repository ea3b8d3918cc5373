import {
  compoundEdges,
  compoundsOf,
  keysOf,
  phraseKeys,
  type SearchTerm,
  stemOf,
  understand,
} from "@polku/evidence";
import type { EvidenceStore, IndexQuestion, SearchKeys } from "../storage/evidenceStore.ts";

/** A term of a search with those of its keys, compounds and completions that the index holds. */
export type KnownTerm = {
  term: SearchTerm;
  keys: string[];
  compounds: ReadonlySet<string>;
  /** The word is still being typed: words that begin with it count. */
  prefix: boolean;
  completions: string[];
};

/** A word that is being typed is completed by so many of the shortest stems that begin so. */
const mostCompletions = 60;

/** What is asked of the words that the library holds. */
export type Vocabulary = Pick<EvidenceStore, "stemsAt" | "knownStems" | "completions">;

/** The terms of a search as the index knows them: two questions for all of them, and one more for a word that is being typed. */
export async function knownTerms(
  store: Vocabulary,
  { q, typing }: { q: string; typing: boolean },
): Promise<KnownTerm[]> {
  const terms = understand(q);
  const edges = terms.map(compoundEdges);
  const near = await store.stemsAt({
    starts: [...new Set(edges.flatMap(({ starts }) => starts))],
    ends: [...new Set(edges.flatMap(({ ends }) => ends))],
  });
  // Asked twice: first to learn which second halves the compounds need to know about, then with the answer.
  const halves = new Set<string>();
  for (const term of terms)
    compoundsOf(term, near, (half) => {
      halves.add(half);
      return false;
    });
  const stems = new Set(await store.knownStems([...new Set([...terms.flatMap(keysOf), ...halves])]));
  const known: KnownTerm[] = [];
  for (const [index, term] of terms.entries()) {
    const isLast = index === terms.length - 1 && term.phrase === undefined;
    const prefix = typing && isLast && term.word.length >= 2;
    known.push({
      term,
      keys: keysOf(term).filter((key) => stems.has(key)),
      compounds: new Set(compoundsOf(term, near, (half) => stems.has(half))),
      prefix,
      completions: prefix ? await completionsOf(store, term.word) : [],
    });
  }
  return known;
}

/** Stems that begin as the word does; where it has gone past its stem (asiakaspalvelus…), the stem itself. */
async function completionsOf(store: Vocabulary, word: string): Promise<string[]> {
  const found = await store.completions(word, mostCompletions);
  if (found.length > 0 || word.length < 5) return found;
  const shorter = [1, 2, 3, 4].map((letters) => word.slice(0, -letters)).filter((piece) => piece.length >= 4);
  return store.knownStems([...new Set(shorter.flatMap((piece) => [piece, stemOf(piece, "fi")]))]);
}

/** What the index is asked: the words in their forms, and then, where there are any, as parts of compounds too. */
export function questionsOf(terms: readonly KnownTerm[]): IndexQuestion[] {
  const strict = terms.map(({ term, keys, completions }): SearchKeys => {
    const stems = [...new Set([...keys, ...completions])];
    return term.phrase === undefined ? { stems } : { stems, phrases: phraseKeys(term.phrase) };
  });
  if (terms.every(({ compounds }) => compounds.size === 0)) return [{ all: strict }];
  const wide = strict.map((own, index) => ({
    ...own,
    stems: [...own.stems, ...(terms[index]?.compounds ?? [])],
  }));
  return [{ all: strict }, { all: wide, none: strict }];
}

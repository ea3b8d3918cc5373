import { stem, stemsOf, type Word, wordsOf, type Language } from "./analyse.ts";
import { paradigms } from "./bases.ts";
import { irregularForms } from "./irregular.ts";
import { kindredForms } from "./kindred.ts";

/** A typed word, or words in quotes, understood: what to look up in the index, and how a found word is checked against it. */
export interface SearchTerm {
  readonly word: string;
  /** Words in quotes: these very words, one after the other. `forms` and `stems` are empty then. */
  readonly phrase?: readonly string[];
  /** Finnish forms of every word this may be a form of. */
  readonly forms: ReadonlySet<string>;
  /** What a compound of it begins with: the nouns it may be a form of, as they are and in the genitive. */
  readonly starts: readonly string[];
  readonly stems: { readonly fi: ReadonlySet<string>; readonly en: ReadonlySet<string> };
}

/** At most so many words of a query are looked at. */
const maxTerms = 8;

const quotedWords = /["“”„»«]([^"“”„»«]+)["“”„»«]/gu;

/** Typed words to terms; every term must be found (AND), any of its stems will do (OR). Words in quotes are one term. */
export function understand(query: string): SearchTerm[] {
  const text = query.normalize("NFC");
  const phrases = [...text.matchAll(quotedWords)].map(([, inside]) =>
    wordsOf(inside ?? "").map(({ word }) => word),
  );
  const words = wordsOf(text.replace(quotedWords, " ")).map(({ word }) => word);
  return [...phrases.filter((phrase) => phrase.length > 0).map(phraseOf), ...words.map(termOf)].slice(
    0,
    maxTerms,
  );
}

const none: ReadonlySet<string> = new Set();

function phraseOf(phrase: string[]): SearchTerm {
  return { word: phrase.join(" "), phrase, forms: none, starts: [], stems: { fi: none, en: none } };
}

const known = new Map<string, SearchTerm>();
const mostKnown = 2_000;

/** Understanding a word costs about a millisecond, and a person who types asks for the same words again and again. */
function termOf(word: string): SearchTerm {
  const before = known.get(word);
  if (before !== undefined) return before;
  const term = understood(word);
  if (known.size >= mostKnown) known.clear();
  known.set(word, term);
  return term;
}

function understood(word: string): SearchTerm {
  const isWord = !/\d/.test(word) && word.length <= 30;
  const { forms, nouns } = isWord ? paradigms(word) : { forms: new Set([word]), nouns: new Set<string>() };
  for (const form of kindredForms(word, nouns, forms)) forms.add(form);
  const fi = new Set([...forms].map((form) => stem(form, "fi")));
  const en = new Set(irregularForms(word).map((form) => stem(form, "en")));
  const starts = [...nouns].flatMap((noun) => [noun, ...(forms.has(`${noun}n`) ? [`${noun}n`] : [])]);
  return {
    word,
    forms,
    starts: [...new Set(starts)].filter((start) => start.length >= 4),
    stems: { fi, en },
  };
}

/** How the index holds words in quotes: as the stems of either language, or of both where the language of a text is not known. */
export function phraseKeys(phrase: readonly string[]): string[][] {
  const made = (["fi", "en", "other"] as const).map((language) =>
    phrase.flatMap((word) => stemsOf(word, language)),
  );
  return [...new Map(made.map((stems) => [stems.join(" "), stems])).values()];
}

/** All the index keys of a term, both languages. */
export function keysOf(term: SearchTerm): string[] {
  return [...new Set([...term.stems.fi, ...term.stems.en])];
}

/**
 * Which of the index's distinct stems are compounds of the term: they end in it (nettilasku for lasku) or begin with it
 * as compounds do, as a noun or its genitive, before another word (palvelupiste for palvelu). A mere prefix is no
 * compound: tilaus is not of tila, kortteli not of kortti. `vocabulary`: stems of the index at the term's `compoundEdges`.
 */
export function compoundsOf(
  term: SearchTerm,
  vocabulary: readonly string[],
  isStem: (stem: string) => boolean,
): string[] {
  const { ends, starts } = compoundEdges(term);
  return vocabulary
    .filter((key) => !term.stems.fi.has(key))
    .filter(
      (key) =>
        ends.some((end) => endsAsCompound(key, end)) ||
        starts.some((start) => beginsCompound(key, start, isStem)),
    )
    .slice(0, 100);
}

/** What a compound of the term ends in, and what it begins with. */
export function compoundEdges(term: SearchTerm): { ends: string[]; starts: string[] } {
  if (term.word.length < 4) return { ends: [], starts: [] };
  return { ends: [...term.stems.fi].filter((key) => key.length >= 4), starts: [...term.starts] };
}

function endsAsCompound(key: string, end: string): boolean {
  return (
    key.endsWith(end) &&
    key.length - end.length >= 3 &&
    /[aeiouyäö]/.test(key.slice(0, key.length - end.length))
  );
}

function beginsCompound(key: string, start: string, isStem: (stem: string) => boolean): boolean {
  if (!key.startsWith(start)) return false;
  const rest = key.slice(start.length);
  // What begins with a long word and goes on for long is a compound, whether or not its other half stands alone somewhere.
  return rest.length >= 4 && (start.length >= surelyWord || isStem(rest));
}

const surelyWord = 7;

/**
 * Whether a word of a text is a hit. The index only proposes, for two words may share a stem by accident (tietää and
 * tie): a form of the term is a hit, with a clitic or possessive too; a word that merely shares a long stem is one, unless
 * it reads as "I did" (autoin for auto); a proposed compound is one when its end is a form or its beginning the word.
 */
export function isHit(
  term: SearchTerm,
  word: string,
  language: Language,
  compounds: ReadonlySet<string>,
): boolean {
  if (word === term.word) return true;
  const keys = stemsOf(word, language);
  if (language !== "fi" && keys.some((key) => term.stems.en.has(key))) return true;
  if (language === "en") return false;
  const bare = withoutSuffixes(word);
  if (bare.some((form) => term.forms.has(form))) return true;
  if (keys.some((key) => compounds.has(key)) && bare.some((form) => readsAsCompound(term, form))) return true;
  return keys.some((key) => key.length >= 5 && term.stems.fi.has(key)) && !/[aeiouyäö]in$/.test(word);
}

const clitic = /(kin|kaan|kään|han|hän|ko|kö|pa|pä)$/;
const possessive = /(ni|si|nsa|nsä|mme|nne|an|än|en)$/;

/** The word, and what is left of it without a clitic, a possessive, or both: numerollaankin → numerolla. */
function withoutSuffixes(word: string): string[] {
  const bare = [word, word.replace(clitic, "")];
  return [...bare, ...bare.map((form) => form.replace(possessive, ""))];
}

function readsAsCompound(term: SearchTerm, word: string): boolean {
  for (let at = 3; at <= word.length - 4; at += 1) {
    if (term.forms.has(word.slice(at)) && /[aeiouyäö]/.test(word.slice(0, at))) return true;
  }
  return term.starts.some((start) => word.startsWith(start) && word.length >= start.length + 4);
}

const judgements = new WeakMap<object, Map<Language, Map<string, boolean>>>();

/** What one search has found out about words: the same few hundred stand in every text it looks at. */
function judgedBy(term: object, language: Language): Map<string, boolean> {
  const languages = judgements.get(term) ?? new Map<Language, Map<string, boolean>>();
  judgements.set(term, languages);
  const words = languages.get(language) ?? new Map<string, boolean>();
  languages.set(language, words);
  return words;
}

/** Where the terms stand in a text, as [from, to] pairs in order; null when a term is not there at all. */
export function marksIn(
  text: string,
  language: Language,
  terms: readonly { term: SearchTerm; compounds: ReadonlySet<string>; prefix?: boolean }[],
): [number, number][] | null {
  const words = wordsOf(text);
  const marks = new Map<number, number>();
  for (const one of terms) {
    const { term, compounds, prefix } = one;
    if (term.phrase !== undefined) {
      const stretches = phraseIn(words, term.phrase);
      if (stretches.length === 0) return null;
      for (const [from, to] of stretches) marks.set(from, to);
      continue;
    }
    const judged = judgedBy(one, language);
    const hits = words.filter(({ word }) => {
      const known = judged.get(word);
      if (known !== undefined) return known;
      const hit = isHit(term, word, language, compounds) || (prefix === true && word.startsWith(term.word));
      judged.set(word, hit);
      return hit;
    });
    if (hits.length === 0) return null;
    for (const { from, to } of hits) marks.set(from, to);
  }
  return [...marks].toSorted(([a], [b]) => a - b);
}

/** Where words stand one after the other, as they are written but for their case. */
function phraseIn(words: readonly Word[], phrase: readonly string[]): [number, number][] {
  return words.flatMap((first, at): [number, number][] => {
    const last = words[at + phrase.length - 1];
    const all = phrase.every((word, index) => words[at + index]?.word === word);
    return all && last !== undefined ? [[first.from, last.to]] : [];
  });
}

import { stem, stemsOf, wordsOf, type Language } from "./analyse.ts";
import { paradigms } from "./bases.ts";
import { irregularForms } from "./irregular.ts";

/** A typed word understood: which stems to look up in the index, and how a found word is checked against it. */
export interface SearchTerm {
  readonly word: string;
  /** Finnish forms of every word this may be a form of. */
  readonly forms: ReadonlySet<string>;
  readonly stems: { readonly fi: ReadonlySet<string>; readonly en: ReadonlySet<string> };
}

/** At most so many words of a query are looked at. */
const maxTerms = 8;

/** Typed words to terms; every term must be found (AND), any of its stems will do (OR). */
export function understand(query: string): SearchTerm[] {
  return wordsOf(query.normalize("NFC"))
    .slice(0, maxTerms)
    .map(({ word }) => termOf(word));
}

function termOf(word: string): SearchTerm {
  const forms = /\d/.test(word) || word.length > 30 ? new Set([word]) : paradigms(word);
  const fi = new Set([...forms].map((form) => stem(form, "fi")));
  const en = new Set(irregularForms(word).map((form) => stem(form, "en")));
  return { word, forms, stems: { fi, en } };
}

/** All the index keys of a term, both languages. */
export function keysOf(term: SearchTerm): string[] {
  return [...new Set([...term.stems.fi, ...term.stems.en])];
}

/**
 * Which of the index's distinct stems are compounds of the term: they end in it (nettilasku for lasku) or begin with it
 * as compounds do, in its typed form or genitive, before another word (palvelupiste for palvelu). A mere prefix is no
 * compound: tilaus is not of tila, kortteli not of kortti. `vocabulary`: stems of the index that contain the term's `compoundKey`.
 */
export function compoundsOf(
  term: SearchTerm,
  vocabulary: readonly string[],
  isStem: (stem: string) => boolean,
): string[] {
  if (term.word.length < 4) return [];
  const ends = [...term.stems.fi].filter((key) => key.length >= 4);
  const starts = [...new Set([term.word, ...genitives(term)])];
  return vocabulary
    .filter((key) => !term.stems.fi.has(key))
    .filter(
      (key) =>
        ends.some((end) => endsAsCompound(key, end)) ||
        starts.some((start) => beginsCompound(key, start, isStem)),
    )
    .slice(0, 100);
}

/** What a compound of the term surely contains, for the database's LIKE. */
export function compoundKeys(term: SearchTerm): string[] {
  if (term.word.length < 4) return [];
  const keys = [...[...term.stems.fi].filter((key) => key.length >= 4), term.word].toSorted(
    (a, b) => a.length - b.length,
  );
  return keys.filter((key, index) => !keys.slice(0, index).some((shorter) => key.includes(shorter)));
}

function genitives(term: SearchTerm): string[] {
  return [`${term.word}n`].filter((form) => term.forms.has(form));
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
  return rest.length >= 4 && isStem(rest);
}

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
  return [term.word, ...genitives(term)].some(
    (start) => word.startsWith(start) && word.length >= start.length + 4,
  );
}

/** Where the terms stand in a text, as [from, to] pairs in order; null when a term is not there at all. */
export function marksIn(
  text: string,
  language: Language,
  terms: readonly { term: SearchTerm; compounds: ReadonlySet<string>; prefix?: boolean }[],
): [number, number][] | null {
  const words = wordsOf(text);
  const marks = new Map<number, number>();
  for (const { term, compounds, prefix } of terms) {
    const hits = words.filter(
      ({ word }) => isHit(term, word, language, compounds) || (prefix === true && word.startsWith(term.word)),
    );
    if (hits.length === 0) return null;
    for (const { from, to } of hits) marks.set(from, to);
  }
  return [...marks].toSorted(([a], [b]) => a - b);
}

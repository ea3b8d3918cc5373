import stemmers from "snowball-stemmers";
import { detect } from "tinyld/light";

/** The languages the index knows; `other` words are indexed by both stems. */
export type Language = "fi" | "en" | "other";

/** A word in a text, lower case, and its place. */
export interface Word {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** The words of a text in order. */
export function wordsOf(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    found.push({ word: match[0].toLowerCase(), from: match.index, to: match.index + match[0].length });
  }
  return found;
}

const finnish = stemmers.newStemmer("finnish");
const english = stemmers.newStemmer("english");
const known = { fi: new Map<string, string>(), en: new Map<string, string>() };
const longestWord = 40;

/** The Snowball stem of a lower-case word. Words over 40 letters are cut first: they are no words. */
export function stem(word: string, language: "fi" | "en"): string {
  const cache = known[language];
  const cached = cache.get(word);
  if (cached !== undefined) return cached;
  const made = (language === "fi" ? finnish : english).stem(word.slice(0, longestWord));
  if (cache.size > 200_000) cache.clear();
  cache.set(word, made);
  return made;
}

/**
 * What the full-text index holds for a text: plain stems in order, with the words of an unknown language under both
 * stems. All cleverness about inflection is on the query's side, so that it improves without indexing again.
 */
export function stemsForIndex(text: string, language: Language): string[] {
  return wordsOf(text).flatMap(({ word }) => stemsOf(word, language));
}

/** The stems a word is indexed by. */
export function stemsOf(word: string, language: Language): string[] {
  if (language !== "other") return [stem(word, language)];
  const [fi, en] = [stem(word, "fi"), stem(word, "en")];
  return fi === en ? [fi] : [fi, en];
}

const signs = {
  fi: /(?<!\p{L})(ja|ei|en|oli|on|että|mutta|kun|niin|minä|mä|se|sen|ole|olen|joka|eikä|vaan|myös|sitten|vielä|kiitos|hyvä|huono)(?!\p{L})/giu,
  en: /(?<!\p{L})(the|and|was|is|to|my|not|they|it|of|for|with|this|that|were|have|had|you|but|very|good|bad)(?!\p{L})/giu,
  sv: /å|(?<!\p{L})(och|är|inte|jag|det|som|att|på|har|med)(?!\p{L})/giu,
};

/**
 * The language of a text: Finnish, English, or `other` when it is neither or too short to tell. Small words decide where
 * they agree; only a text in which they do not is worth the full detector, which costs fifty times as much.
 */
export function languageOf(text: string): Language {
  const sample = text.slice(0, 2000);
  const [fi, en, sv] = [countOf(signs.fi, sample), countOf(signs.en, sample), countOf(signs.sv, sample)];
  if (fi > 0 && en === 0 && sv === 0) return "fi";
  if (en > 0 && fi === 0 && sv === 0) return "en";
  const found = detect(sample, { only: ["fi", "en", "sv"] });
  return found === "fi" || found === "en" ? found : "other";
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

import { stem, wordsOf, type Language } from "./analyse.ts";

/** Small words are in everything. */
const shortestStem = 4;

/** The letters of a text by threes, over its longer stems: two texts that say the same in other forms share most of them. */
export function trigramsOf(text: string, language: Language): Set<string> {
  const by = language === "en" ? "en" : "fi";
  const letters = ` ${wordsOf(text)
    .map(({ word }) => stem(word, by))
    .filter((one) => one.length >= shortestStem)
    .join(" ")} `;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= letters.length; at += 1) found.add(letters.slice(at, at + 3));
  return found;
}

/** How alike two texts are, 0..1: twice the shared threes by all threes (Dice). */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  let shared = 0;
  for (const piece of a) if (b.has(piece)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

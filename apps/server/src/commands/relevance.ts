import type { KnownTerm } from "./searchTerms.ts";

/**
 * How well a text fits the words of a search; only to be compared with another's. Words as they were typed count more than other forms, forms
 * more than parts of compounds; words near each other, several hits and short texts count for it.
 */
export function relevanceOf(
  text: string,
  marks: readonly (readonly [number, number])[],
  terms: readonly KnownTerm[],
): number {
  const words = marks.map(([from, to]) => text.slice(from, to).toLowerCase());
  const fit = terms.reduce((sum, known) => sum + bestOf(known, words), 0);
  const first = marks[0]?.[0] ?? 0;
  const spread = (marks.at(-1)?.[1] ?? first) - first;
  const near = terms.length > 1 ? 2 / (1 + spread / 60) : 0;
  return fit + near + Math.log2(1 + marks.length) / 2 - Math.log2(1 + text.length) / 8;
}

function bestOf({ term }: KnownTerm, words: readonly string[]): number {
  if (words.includes(term.word)) return 3;
  return words.some((word) => term.forms.has(word)) ? 2 : 1;
}

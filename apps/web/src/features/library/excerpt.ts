import type { Mark } from "./reading/pieces.ts";
import type { Span } from "./reading/span.ts";

const LONGEST = 280;
const BEFORE = 60;

/** The part of a text to show in a list: its beginning, or the surroundings of the first hit when that stands far inside. */
export function excerptOf(text: string, hits: readonly (readonly [number, number])[]): Span {
  const first = hits[0]?.[0] ?? 0;
  if (first < LONGEST - BEFORE) return { start: 0, end: Math.min(text.length, LONGEST) };
  const start = text.lastIndexOf(" ", first - BEFORE) + 1;
  return { start, end: Math.min(text.length, start + LONGEST) };
}

export function hitMarks(hits: readonly (readonly [number, number])[]): Mark[] {
  return hits.map(([start, end]) => ({ start, end, as: "hit" }));
}

import { mondayOf, weekOf } from "@polku/journey";

/** Half a year: the last week, the eight that it is compared with, and what a person wants to see before. */
export const weeksShown = 26;
export const themesShown = 12;

/** The weeks that sums run over, by number, the last one included. */
export function weeksUntil(moment: number): { first: number; last: number; from: number; to: number } {
  const last = weekOf(moment);
  const first = last - weeksShown + 1;
  return { first, last, from: mondayOf(first), to: mondayOf(last + 1) - 1 };
}

/** Counts of weeks, by their number, as a list without gaps. */
export function listed(counts: ReadonlyMap<number, number>, first: number): number[] {
  return Array.from({ length: weeksShown }, (_, index) => counts.get(first + index) ?? 0);
}

/** Equal valences together, from −2 to 2. */
export function gathered(values: Iterable<readonly [number, number]>): { v: number; n: number }[] {
  const counts = new Map<number, number>();
  for (const [v, n] of values) counts.set(v, (counts.get(v) ?? 0) + n);
  return [...counts].map(([v, n]) => ({ v, n })).toSorted((a, b) => a.v - b.v);
}

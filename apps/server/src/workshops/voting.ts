import type { WorkshopTally } from "@polku/protocol";

type Dots = { voterId: string; voterName: string; thing: string; dots: number };

/**
 * Counts a vote. Most dots first; things with as many share a rank (1, 2, 2, 4), and stand in the order of their names so that the order says
 * nothing more. Names come only into a vote that is not anonymous, in the order of the alphabet.
 */
export function countVote(
  stepId: string,
  given: readonly Dots[],
  { anonymous }: { readonly anonymous: boolean },
): WorkshopTally {
  const byThing = new Map<string, Dots[]>();
  for (const one of given) byThing.set(one.thing, [...(byThing.get(one.thing) ?? []), one]);
  const sums = [...byThing].map(([thing, all]) => ({
    thing,
    dots: all.reduce((sum, { dots }) => sum + dots, 0),
    by: anonymous ? null : all.map(({ voterName }) => voterName).toSorted(),
  }));
  const results = sums
    .toSorted((a, b) => b.dots - a.dots || (a.thing < b.thing ? -1 : 1))
    .map((one) => ({ ...one, rank: 1 + sums.filter(({ dots }) => dots > one.dots).length }));
  return { stepId, voters: new Set(given.map(({ voterId }) => voterId)).size, results };
}

import { type PinnedPath, type RolledUp, rollUp } from "@polku/journey";
import { factsOfQuotes } from "../commands/quoteFacts.ts";
import type { Actor } from "../policies/actor.ts";
import { roleIn } from "../policies/policy.ts";
import type { Services } from "../services.ts";

/** Most journeys that are counted for one map. */
const mostJourneys = 200;

const waysOf = ({ below, touchpoints }: PinnedPath): string[] => [
  ...below,
  ...touchpoints.flatMap((touchpoint) => touchpoint.below),
];

/**
 * What each journey rests on that a journey leads to, counted from the documents and the library as they stand, for somebody: what they may
 * not see is neither told nor counted, nor is what is in the trash.
 */
export async function rollUpFor(services: Services, actor: Actor, aboveId: string): Promise<RolledUp[]> {
  const now = services.clock.now();
  const { pinnedPaths, journeys, evidence } = services;
  const listed = new Set((await journeys.list()).map(({ id }) => id));
  const ways = [...new Set(waysOf(await pinnedPaths.of(aboveId)))];
  const paths = new Map<string, PinnedPath>();
  const waiting = [...ways];
  for (let id = waiting.shift(); id !== undefined && paths.size < mostJourneys; id = waiting.shift()) {
    if (id === aboveId || paths.has(id) || !listed.has(id) || roleIn(actor, id, now) === undefined) continue;
    // oxlint-disable-next-line no-await-in-loop -- Documents are opened one after the other, not all at once.
    const path = await pinnedPaths.of(id);
    paths.set(id, path);
    waiting.push(...waysOf(path));
  }
  const pinned = [...paths.values()].flatMap(({ touchpoints }) =>
    touchpoints.flatMap(({ pins }) => pins.map(({ quoteId }) => quoteId)),
  );
  const quotes = await factsOfQuotes(evidence, pinned);
  return ways.flatMap((journeyId) => rollUp(paths, quotes, { journeyId, aboveId, now }) ?? []);
}

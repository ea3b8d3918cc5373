import { quotesNamed } from "@polku/journey";
import type { Actor } from "../policies/actor.ts";
import { mayInJourney } from "../policies/policy.ts";
import type { Services } from "../services.ts";

/**
 * Of these quotes the ones that an actor sees: all, when they see every journey; else those that stand in a journey they were let into.
 * A quote that nobody has put on their map does not exist for them.
 */
export async function quotesSeenBy(
  { rooms, journeys, clock }: Pick<Services, "rooms" | "journeys" | "clock">,
  actor: Actor,
  ids: readonly string[],
): Promise<string[]> {
  if (mayInJourney(actor, "journey.read", "*", clock.now()).allowed) return [...ids];
  const unseen = new Set(ids);
  for (const journeyId of new Set(actor.grants.map((grant) => grant.journeyId))) {
    if (unseen.size === 0) break;
    if (!mayInJourney(actor, "journey.read", journeyId, clock.now()).allowed) continue;
    if ((await journeys.find(journeyId)) === undefined) continue;
    const named = await rooms.readDocument(journeyId, quotesNamed);
    for (const id of unseen) if (named.has(id)) unseen.delete(id);
  }
  return ids.filter((id) => !unseen.has(id));
}

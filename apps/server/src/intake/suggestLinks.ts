import { type Language, marksIn } from "@polku/evidence";
import { knownTerms } from "../commands/searchTerms.ts";
import type { Services } from "../services.ts";
import type { RoutingRuleRow } from "../storage/intakeTables.ts";

/** What a rule looks at in a contact that was just kept. */
export type Arrived = {
  id: string;
  text: string;
  lang: string;
  channel: string | null;
  themes: readonly string[];
  queue: string | null;
};

type Needed = Pick<Services, "db" | "evidence" | "clock" | "rooms">;

/**
 * Suggests links for contacts just kept, by every rule whose conditions they all fulfil, and tells the open maps. Resolves to how many were new. What
 * a person has rejected is not suggested again.
 */
export async function suggestLinks(services: Needed, arrived: readonly Arrived[]): Promise<number> {
  const { db, clock, rooms } = services;
  if (arrived.length === 0) return 0;
  const rules = await db.selectFrom("routingRule").selectAll().execute();
  const links = [];
  for (const rule of rules) {
    const caught = await caughtBy(services, rule, arrived);
    for (const { id } of caught) {
      const { journeyId, touchpointId, id: ruleId } = rule;
      links.push({
        contactId: id,
        journeyId,
        touchpointId,
        ruleId,
        state: "open" as const,
        by: null,
        at: clock.now(),
      });
    }
  }
  if (links.length === 0) return 0;
  const added = await db
    .insertInto("suggestedLink")
    .values(links)
    .onConflict((known) => known.doNothing())
    .returning("journeyId")
    .execute();
  for (const journeyId of new Set(added.map((one) => one.journeyId)))
    rooms.broadcast({ journeyId }, { t: "suggested" });
  return added.length;
}

async function caughtBy(
  { evidence }: Pick<Services, "evidence">,
  rule: RoutingRuleRow,
  arrived: readonly Arrived[],
): Promise<Arrived[]> {
  const { words, theme, channel, queue } = rule;
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  const left = arrived.filter(
    (one) =>
      (channel === null || one.channel === channel) &&
      (queue === null || (one.queue !== null && same(one.queue, queue))) &&
      (theme === null || one.themes.some((given) => same(given, theme))),
  );
  if (words === null || left.length === 0) return left;
  const terms = await knownTerms(evidence, { q: words, typing: false });
  return left.filter(({ text, lang }) => marksIn(text, languageOf(lang), terms) !== null);
}

function languageOf(lang: string): Language {
  return lang === "fi" || lang === "en" ? lang : "other";
}

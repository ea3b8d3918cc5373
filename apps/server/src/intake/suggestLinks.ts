import { type Language, marksIn } from "@polku/evidence";
import { type KnownTerm, knownTerms, type Vocabulary } from "../commands/searchTerms.ts";
import type { Services } from "../services.ts";
import type { NewContact } from "../storage/evidenceStore.ts";
import type { RoutingRuleRow, SuggestedLinkRow } from "../storage/intakeTables.ts";
import type { AppDatabase } from "../storage/tables.ts";

/** What a rule looks at in a contact. */
type Arrived = {
  id: string;
  text: string;
  lang: string;
  channel: string | null;
  themes: readonly string[];
  queue: string | null;
  /** What the index holds of its words. */
  stems: ReadonlySet<string>;
};

type Needed = Pick<Services, "db" | "evidence" | "clock" | "rooms">;
type Kept = Pick<NewContact, "id" | "text" | "lang" | "channel" | "themes" | "stems">;

const mostInOneInsert = 500;

/**
 * Suggests links for contacts just kept, by every rule whose conditions they all fulfil, and tells the open maps. Resolves to how many were new. What
 * a person has rejected is not suggested again; contacts that are not in the library (they were there before) are left out.
 */
export async function suggestLinks(
  services: Needed,
  contacts: readonly Kept[],
  queueOf: (id: string) => string | null = () => null,
): Promise<number> {
  const { db, clock, rooms } = services;
  const rules = await rulesOf(db);
  if (contacts.length === 0 || rules.length === 0) return 0;
  const arrived = (await thoseHere(db, contacts)).map((one) => arrivedOf(one, queueOf(one.id)));
  const at = clock.now();
  const links: SuggestedLinkRow[] = [];
  for (const rule of rules) {
    const { journeyId, touchpointId, id: ruleId } = rule;
    for (const { id: contactId } of await caughtBy(services.evidence, rule, arrived))
      links.push({ contactId, journeyId, touchpointId, ruleId, state: "open", by: null, at });
  }
  const told: string[] = [];
  for (let from = 0; from < links.length; from += mostInOneInsert) {
    const added = await db
      .insertInto("suggestedLink")
      .values(links.slice(from, from + mostInOneInsert))
      .onConflict((known) => known.doNothing())
      .returning("journeyId")
      .execute();
    told.push(...added.map(({ journeyId }) => journeyId));
  }
  for (const journeyId of new Set(told)) rooms.broadcast({ journeyId }, { t: "suggested" });
  return told.length;
}

/** For how many of these each touchpoint would be suggested; nothing is kept. */
export async function whatRulesCatch(
  services: Pick<Services, "db" | "evidence">,
  contacts: readonly (Omit<Arrived, "id" | "queue" | "stems"> & Pick<Kept, "stems">)[],
): Promise<{ journeyId: string; touchpointId: string; count: number }[]> {
  const rules = await rulesOf(services.db);
  if (rules.length === 0) return [];
  const arrived = contacts.map((one, n) => ({
    ...one,
    id: String(n),
    queue: null,
    stems: new Set(one.stems),
  }));
  const vocabulary = withStems(services.evidence, new Set(contacts.flatMap(({ stems }) => stems)));
  const caught = new Map<string, { rule: RoutingRuleRow; ids: Set<string> }>();
  for (const rule of rules) {
    const place = `${rule.journeyId} ${rule.touchpointId}`;
    const { ids } = caught.get(place) ?? { ids: new Set<string>() };
    for (const { id } of await caughtBy(vocabulary, rule, arrived)) ids.add(id);
    caught.set(place, { rule, ids });
  }
  return [...caught.values()].flatMap(({ rule: { journeyId, touchpointId }, ids }) =>
    ids.size === 0 ? [] : [{ journeyId, touchpointId, count: ids.size }],
  );
}

function rulesOf(db: AppDatabase): Promise<RoutingRuleRow[]> {
  return db.selectFrom("routingRule").selectAll().execute();
}

function arrivedOf({ id, text, lang, channel, themes, stems }: Kept, queue: string | null): Arrived {
  return { id, text, lang, channel, themes: JSON.parse(themes) as string[], queue, stems: new Set(stems) };
}

async function thoseHere(db: AppDatabase, contacts: readonly Kept[]): Promise<Kept[]> {
  const ids = contacts.map(({ id }) => id);
  const rows = await db.selectFrom("contact").select("id").where("id", "in", ids).execute();
  const here = new Set(rows.map(({ id }) => id));
  return contacts.filter(({ id }) => here.has(id));
}

async function caughtBy(
  vocabulary: Vocabulary,
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
  const terms = await knownTerms(vocabulary, { q: words, typing: false });
  return left.filter(
    ({ text, lang, stems }) => mayHold(terms, stems) && marksIn(text, languageOf(lang), terms) !== null,
  );
}

/** As the index would propose it: few of many texts need to be read. Words in quotes are read. */
function mayHold(terms: readonly KnownTerm[], stems: ReadonlySet<string>): boolean {
  return terms.every(
    ({ term, keys, compounds }) =>
      term.phrase !== undefined ||
      keys.some((key) => stems.has(key)) ||
      (compounds.size > 0 && [...stems].some((stem) => compounds.has(stem))),
  );
}

/** The words of the library and of contacts that are not in it yet. */
function withStems(evidence: Vocabulary, own: ReadonlySet<string>): Vocabulary {
  return {
    knownStems: async (stems) => [
      ...new Set([...(await evidence.knownStems(stems)), ...stems.filter((stem) => own.has(stem))]),
    ],
    stemsAt: async (edges) => {
      const { starts, ends } = edges;
      const near = [...own].filter(
        (stem) => starts.some((start) => stem.startsWith(start)) || ends.some((end) => stem.endsWith(end)),
      );
      return [...new Set([...(await evidence.stemsAt(edges)), ...near])];
    },
    completions: (piece, limit) => evidence.completions(piece, limit),
  };
}

function languageOf(lang: string): Language {
  return lang === "fi" || lang === "en" ? lang : "other";
}

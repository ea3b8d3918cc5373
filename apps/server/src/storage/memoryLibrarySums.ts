import { type LibrarySums, weekOf } from "@polku/journey";
import type { LibrarySumsAsked } from "./evidenceStore.ts";
import type { ContactRow, QuoteRow } from "./evidenceTables.ts";
import { scoreOf } from "./sql/tags.ts";
import type { ListedTheme } from "./themeTree.ts";
import { gathered, listed, themesShown, weeksUntil } from "./sums.ts";

type Library = {
  contacts: readonly ContactRow[];
  quotes: readonly QuoteRow[];
  /** The commonest first. */
  themes: readonly ListedTheme[];
  themesOf: (contact: ContactRow) => ReadonlySet<string>;
  isTriaged: (contactId: string) => boolean;
};

/** The sums of a library that is in memory: what they mean, without a database. */
export function memoryLibrarySums(
  { sources, source, from, to, until }: LibrarySumsAsked,
  { contacts, quotes, themes, themesOf, isTriaged }: Library,
): LibrarySums {
  const end = Math.min(until, to ?? until);
  const driving = contacts.filter((one) => source === undefined || one.sourceId === source);
  const own = contacts.filter((one) => sources.includes(one.sourceId));
  const said = driving.flatMap(({ occurredAt }) =>
    occurredAt === null || occurredAt > end ? [] : [occurredAt],
  );
  const span = weeksUntil(said.length === 0 ? end : Math.max(...said));
  const within = ({ occurredAt: at }: ContactRow): boolean =>
    (from === undefined || (at !== null && at >= from)) && (to === undefined || (at !== null && at <= to));
  const perWeek = (some: readonly ContactRow[]): number[] => {
    const counts = new Map<number, number>();
    for (const { occurredAt } of some.filter(within))
      if (occurredAt !== null) counts.set(weekOf(occurredAt), (counts.get(weekOf(occurredAt)) ?? 0) + 1);
    return listed(counts, span.first);
  };
  return {
    valences: gathered(
      own.filter(within).flatMap((one) => valenceOf(one, quotes).map((v) => [v, 1] as const)),
    ),
    read: { triaged: own.filter(({ id }) => isTriaged(id)).length, total: own.length },
    weeks: { first: span.first, contacts: perWeek(driving) },
    themes: themes
      .filter(({ under }) => under === undefined)
      .slice(0, themesShown)
      .map(({ theme }) => {
        const family = [theme, ...themes.flatMap((one) => (one.under === theme ? one.theme : []))];
        const borne = driving.filter((one) => family.some((name) => themesOf(one).has(name)));
        return { theme, contacts: perWeek(borne) };
      }),
  };
}

/** By its score, or else the mean of its quotes; nothing where neither says anything. */
function valenceOf(contact: ContactRow, quotes: readonly QuoteRow[]): number[] {
  if (contact.ratingX !== null) {
    const score = scoreOf(contact);
    return score === null ? [] : [score];
  }
  const own = quotes.filter(({ contactId, withdrawnAt }) => contactId === contact.id && withdrawnAt === null);
  const values = own.flatMap(({ valence }) => valence ?? []);
  return values.length === 0 ? [] : [values.reduce((a, b) => a + b, 0) / values.length];
}

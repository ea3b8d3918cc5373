import { evidenceHealth, type EvidenceHealth, type LibrarySums } from "@polku/journey";
import { useMemo } from "react";
import { useLibrarySums } from "../../api/evidenceHealth.ts";
import { useMe } from "../../api/people.ts";
import { useSources, type SourceEntry } from "../../api/sources.ts";
import { useConnection, useJourney, useQuotes } from "../../session/SessionContext.tsx";

/** What the page is narrowed to; null where it is not. Days as 2026-11-24. */
export type HealthChoice = {
  readonly from: string | null;
  readonly to: string | null;
  readonly persona: string | null;
  readonly source: string | null;
};

export const NO_CHOICE: HealthChoice = { from: null, to: null, persona: null, source: null };

export type Health = {
  readonly health: EvidenceHealth;
  readonly library: LibrarySums | null;
  readonly sources: readonly SourceEntry[];
  /** The library is open to members only: a guest sees what the map tells. */
  readonly mayRead: boolean;
  readonly error: Error | null;
};

/** One moment for the whole page: numbers of one page belong together. */
const opened = Date.now();
const DAY = 86_400_000;

/** The health of the open journey's evidence, as it is now. */
export function useHealth(choice: HealthChoice): Health {
  const view = useJourney((journey) => journey);
  const quotes = useQuotes();
  const { canEdit } = useConnection();
  const me = useMe();
  const kind = me.data?.kind;
  const mayRead = canEdit && kind !== undefined && kind !== "guest";
  const used = useMemo(
    () => [...new Set([...quotes.values()].map(({ sourceId }) => sourceId))].toSorted(),
    [quotes],
  );
  const { from, to, persona, source } = choice;
  const sums = useLibrarySums({ sources: source === null ? used : [source], source, from, to }, mayRead);
  const { data: sources = [] } = useSources(mayRead);
  const library = sums.data ?? null;
  const health = useMemo(
    () =>
      evidenceHealth({
        view,
        quotes,
        surveys: sources,
        library,
        filter: {
          from: from === null ? undefined : Date.parse(from),
          to: to === null ? undefined : Date.parse(to) + DAY - 1,
          personaId: persona ?? undefined,
          sourceId: source ?? undefined,
        },
        now: opened,
      }),
    [view, quotes, sources, library, from, to, persona, source],
  );
  return { health, library, sources, mayRead, error: sums.error };
}

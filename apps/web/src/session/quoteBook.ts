import type { Quote } from "../api/quotes.ts";

/** The quotes that pins of the open journey name, fetched when first asked for and forgotten when the server says they changed. */
export type QuoteBook = {
  /** All that is known now; another map whenever something changed. */
  readonly quotes: () => ReadonlyMap<string, Quote>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Makes sure these are here, or known to be nowhere. */
  readonly want: (ids: Iterable<string>) => void;
  /** Forgets these (all when none are named) and fetches them anew: a word erased on the server must not stay on a screen. */
  readonly refresh: (ids?: readonly string[]) => void;
  /** Drops these at once: they were erased, and nobody need be asked. */
  readonly forget: (ids: readonly string[]) => void;
  readonly close: () => void;
};

/** @param fetch answers the quotes that exist; `later` gathers what many cards ask for in one instant into one call. */
export function createQuoteBook(
  fetch: (ids: readonly string[]) => Promise<readonly Quote[]>,
  later: (run: () => void) => void,
): QuoteBook {
  let known: ReadonlyMap<string, Quote> = new Map();
  let closed = false;
  let planned = false;
  const asked = new Set<string>();
  const waiting = new Set<string>();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  const load = async (): Promise<void> => {
    planned = false;
    const ids = [...waiting];
    waiting.clear();
    if (ids.length === 0 || closed) return;
    try {
      const found = await fetch(ids);
      if (closed) return;
      const next = new Map(known);
      for (const id of ids) next.delete(id);
      for (const quote of found) next.set(quote.id, quote);
      known = next;
      tell();
    } catch {
      // Offline, or the server is restarting: they are asked for again at the next occasion, and until then no word is shown that
      // may have been erased.
      const left = new Map(known);
      for (const id of ids) {
        asked.delete(id);
        left.delete(id);
      }
      if (left.size === known.size) return;
      known = left;
      tell();
    }
  };

  const plan = (ids: Iterable<string>): void => {
    for (const id of ids) {
      if (asked.has(id)) continue;
      asked.add(id);
      waiting.add(id);
    }
    if (waiting.size === 0 || planned) return;
    planned = true;
    later(() => void load());
  };

  return {
    quotes: () => known,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    want: plan,
    refresh: (ids) => {
      const stale = ids && ids.length > 0 ? ids : [...asked];
      for (const id of stale) asked.delete(id);
      plan(stale);
    },
    forget: (ids) => {
      const left = new Map(known);
      for (const id of ids) {
        asked.add(id);
        left.delete(id);
      }
      if (left.size === known.size) return;
      known = left;
      tell();
    },
    close: () => {
      closed = true;
      listeners.clear();
    },
  };
}

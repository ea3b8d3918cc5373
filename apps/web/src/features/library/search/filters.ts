import { SOURCE_KINDS, type SourceKind } from "@polku/journey";

export const FEELINGS = ["negative", "neutral", "positive"] as const;
export const ORIGINS = ["asked", "listened"] as const;
export const TRIAGE = ["unread", "read", "aside"] as const;

/** What a search is narrowed by; null where it is not. */
export type Filters = {
  readonly source: string | null;
  readonly kind: SourceKind | null;
  readonly origin: (typeof ORIGINS)[number] | null;
  readonly theme: string | null;
  readonly channel: string | null;
  /** Days, as 2026-11-24. */
  readonly from: string | null;
  readonly to: string | null;
  readonly feeling: (typeof FEELINGS)[number] | null;
  /** Only those with a quote made of them, only those without, or all. */
  readonly attached: boolean | null;
  readonly triage: (typeof TRIAGE)[number] | null;
  /** A touchpoint of the open journey. */
  readonly touchpoint: string | null;
};

export const NO_FILTERS: Filters = {
  source: null,
  kind: null,
  origin: null,
  theme: null,
  channel: null,
  from: null,
  to: null,
  feeling: null,
  attached: null,
  triage: null,
  touchpoint: null,
};

export const FILTER_NAMES = Object.keys(NO_FILTERS) as (keyof Filters)[];

export function filtersUsed(view: Filters): (keyof Filters)[] {
  return FILTER_NAMES.filter((name) => view[name] !== null);
}

/** The words of an address: one a filter that is set, by the names that the server knows. */
export function filterWords(filters: Filters): Record<string, string> {
  const words: Record<string, string> = {};
  for (const name of filtersUsed(filters)) {
    const value = filters[name];
    words[name] = typeof value === "boolean" ? (value ? "1" : "0") : String(value);
  }
  return words;
}

/** Reads them back; what is not understood is left out. */
export function filtersFrom(words: URLSearchParams): Filters {
  const text = (name: string): string | null => words.get(name)?.slice(0, 200) || null;
  const day = (name: string): string | null => {
    const found = text(name);
    return found !== null && /^\d{4}-\d{2}-\d{2}$/.test(found) ? found : null;
  };
  const among = <T extends string>(name: string, all: readonly T[]): T | null =>
    all.find((one) => one === words.get(name)) ?? null;
  const attached = words.get("attached");
  return {
    source: text("source"),
    kind: among("kind", SOURCE_KINDS),
    origin: among("origin", ORIGINS),
    theme: text("theme"),
    channel: text("channel"),
    from: day("from"),
    to: day("to"),
    feeling: among("feeling", FEELINGS),
    attached: attached === "1" ? true : attached === "0" ? false : null,
    triage: among("triage", TRIAGE),
    touchpoint: text("touchpoint"),
  };
}

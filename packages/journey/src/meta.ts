import type { Entity } from "./read/attributes.ts";
import { readFlag, readNumber, readOneOf, readString, readText } from "./read/attributes.ts";

export const LANGUAGES = ["en", "fi"] as const;
export type Language = (typeof LANGUAGES)[number];

export const JOURNEY_KINDS = ["experience", "feedback"] as const;
export const JOURNEY_STATES = ["current", "future"] as const;

/** How closely a journey looks: the whole relationship, a journey, a part of one, a single interaction (Smaply, TheyDo). */
export const JOURNEY_LEVELS = [0, 1, 2, 3] as const;

/** What is said of the journey as a whole. */
export type MetaView = {
  readonly title: string;
  readonly scope: string;
  readonly kind: (typeof JOURNEY_KINDS)[number];
  readonly state: (typeof JOURNEY_STATES)[number];
  /** 0 lifecycle … 3 micro-interaction (Smaply, TheyDo). */
  readonly level: number;
  readonly lang: Language;
  /** Invented demonstration data: everything that shows it says so. */
  readonly sample: boolean;
  /** The whole map is held by an editor (RULES J18). */
  readonly locked: boolean;
  readonly notice: string | null;
  /** The journey's own words for −2 … +2; empty where the reader's language says it (RULES J27). */
  readonly feelingWorst: string;
  readonly feelingBad: string;
  readonly feelingMiddle: string;
  readonly feelingGood: string;
  readonly feelingBest: string;
  readonly schemaVersion: number;
};

export function readMeta(meta: Entity): MetaView {
  return Object.freeze({
    title: readText(meta, "title"),
    scope: readText(meta, "scope"),
    kind: readOneOf(meta, "kind", JOURNEY_KINDS, "experience"),
    state: readOneOf(meta, "state", JOURNEY_STATES, "current"),
    level: readNumber(meta, "level", 0, 3) ?? 1,
    lang: readOneOf(meta, "lang", LANGUAGES, "en"),
    sample: readFlag(meta, "sample", false),
    locked: readFlag(meta, "locked", false),
    notice: readString(meta, "notice"),
    feelingWorst: readText(meta, "feelingWorst"),
    feelingBad: readText(meta, "feelingBad"),
    feelingMiddle: readText(meta, "feelingMiddle"),
    feelingGood: readText(meta, "feelingGood"),
    feelingBest: readText(meta, "feelingBest"),
    schemaVersion: readNumber(meta, "schemaVersion", 0, 1e6) ?? 0,
  });
}

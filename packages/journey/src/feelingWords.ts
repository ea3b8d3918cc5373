import type { Language, MetaView } from "./meta.ts";

/** The five steps of the emotion scale, from the worst to the best. */
export const FEELING_STEPS = [-2, -1, 0, 1, 2] as const;
export type FeelingStep = (typeof FEELING_STEPS)[number];

/** Where the journey keeps its own word for a step: a text of `meta`, so that two people may type in it (RULES J27). */
export const FEELING_KEYS = {
  [-2]: "feelingWorst",
  [-1]: "feelingBad",
  0: "feelingMiddle",
  1: "feelingGood",
  2: "feelingBest",
} as const satisfies Record<FeelingStep, keyof MetaView>;

/** The journey's own word for a step of the scale; null where it has none and the reader's language says it. */
export function ownFeelingWord(meta: MetaView, step: FeelingStep): string | null {
  return meta[FEELING_KEYS[step]].replaceAll(/\s+/g, " ").trim() || null;
}

/** What the steps are called where a journey has no words of its own: the same on screen, in files and to who draws for it. */
export const FEELING_WORDS = {
  en: { "-2": "wretched", "-1": "poor", "0": "neutral", "1": "good", "2": "wonderful" },
  fi: { "-2": "kurja", "-1": "huono", "0": "neutraali", "1": "hyvä", "2": "ihana" },
} as const satisfies Record<Language, Record<`${FeelingStep}`, string>>;

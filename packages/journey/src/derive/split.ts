import type { EvidenceLink } from "./link.ts";
import { people, personValences } from "./people.ts";

/** Two crowds in one place: people at −1 or below and people at +1 or above. */
export interface Split {
  readonly low: number;
  readonly high: number;
  /** A mean near 0 that hides both is never drawn as neutral. */
  readonly split: boolean;
}

/** Whether a touchpoint divides people, by each person's mean valence. */
export function split(links: readonly EvidenceLink[]): Split {
  const values = personValences(people(links));
  const low = values.filter((v) => v <= -1).length;
  const high = values.filter((v) => v >= 1).length;
  return { low, high, split: low > 0 && high > 0 };
}

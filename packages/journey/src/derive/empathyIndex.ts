import { mean } from "./average.ts";

/** The parts of empathy; null where unknown. Shown beside the index, never hidden in it. */
export interface EmpathyParts {
  /** Share of cases a person answered, 0..1. */
  readonly human: number | null;
  /** Share of cases that became a dialogue, 0..1. */
  readonly dialogue: number | null;
  /** Closed-loop rate, 0..1. */
  readonly closed: number | null;
  /** Valence at the end minus valence at the start, −4..4. */
  readonly recovery: number | null;
}

/** Empathy 0–100: the equal mean of the known parts; null below two of them (method A8). */
export function empathyIndex({ human, dialogue, closed, recovery }: EmpathyParts): number | null {
  const lifted = recovery === null ? null : Math.min(1, Math.max(0, (recovery + 2) / 4));
  const known = [human, dialogue, closed, lifted].filter((part) => part !== null);
  const index = known.length < 2 ? null : mean(known);
  return index === null ? null : 100 * index;
}

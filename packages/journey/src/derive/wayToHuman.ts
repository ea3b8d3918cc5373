import type { ContactKind } from "../touchpoint.ts";

/** A step of a path as far as the way to a person needs it; `waitMinutes` null where nobody said how long. */
export interface Step {
  readonly contactKind: ContactKind;
  readonly waitMinutes: number | null;
}

/** How far a person is from a step without one: in steps, and in the minutes of waiting that are known; or nowhere. */
export type WayToHuman =
  | { readonly found: true; readonly steps: number; readonly minutes: number | null }
  | { readonly found: false };

/** Whether a person is there: alone, or with a tool (method A3). */
function isHuman(kind: ContactKind): boolean {
  return kind === "human" || kind === "assisted";
}

/**
 * The way to a human from step `at` of a path: where a bot, self-service or nobody meets the customer, the next step with a person, and
 * the minutes waited from here to there. Null where a person is there already; not found is a dead end (method, "way to a human").
 */
export function wayToHuman(path: readonly (Step | undefined)[], at: number): WayToHuman | null {
  const here = path[at];
  if (here === undefined || isHuman(here.contactKind)) return null;
  let minutes: number | null = null;
  for (let i = at; i < path.length; i += 1) {
    const step = path[i];
    if (step === undefined) continue;
    if (isHuman(step.contactKind)) return { found: true, steps: i - at, minutes };
    if (step.waitMinutes !== null) minutes = (minutes ?? 0) + step.waitMinutes;
  }
  return { found: false };
}

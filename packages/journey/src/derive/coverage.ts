import { CONVENTIONS } from "./conventions.ts";
import type { Conventions } from "./conventions.ts";
import { grounding } from "./grounding.ts";
import type { GroundingLevel } from "./grounding.ts";
import { people } from "./people.ts";
import type { LinkedTouchpoint } from "./evidenceCurve.ts";
import { sourceClass } from "./sourceKinds.ts";

/** How much of a journey rests on customers' words. Shares 0..1; null where there is nothing to share. */
export interface Coverage {
  readonly total: number;
  readonly per: Readonly<Record<GroundingLevel, number>>;
  /** Touchpoints that are supported, triangulated or contested, of all. */
  readonly coverage: number | null;
  /** The same among moments of truth. */
  readonly motCoverage: number | null;
  /** People heard unasked, of people asked and people heard unasked. */
  readonly listenedShare: number | null;
}

const RESTING: ReadonlySet<GroundingLevel> = new Set(["supported", "triangulated", "contested"]);

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** A journey's coverage (method A6). `now` in ms since 1970. */
export function coverage(
  touchpoints: readonly (LinkedTouchpoint & { readonly mot?: boolean })[],
  now: number,
  conventions: Conventions = CONVENTIONS,
): Coverage {
  const levels = touchpoints.map(({ links, mot }) => ({
    level: grounding(links, now, conventions).level,
    mot: mot === true,
  }));
  const count = (level: GroundingLevel) => levels.filter((found) => found.level === level).length;
  const resting = levels.filter(({ level }) => RESTING.has(level));
  const moments = levels.filter(({ mot }) => mot);
  return {
    total: levels.length,
    per: {
      assumption: count("assumption"),
      anecdotal: count("anecdotal"),
      supported: count("supported"),
      triangulated: count("triangulated"),
      contested: count("contested"),
    },
    coverage: share(resting.length, levels.length),
    motCoverage: share(resting.filter(({ mot }) => mot).length, moments.length),
    listenedShare: listenedShare(touchpoints),
  };
}

/** A person who was both asked and heard counts on both sides; over touchpoints, once. */
function listenedShare(touchpoints: readonly LinkedTouchpoint[]): number | null {
  const everyone = people(touchpoints.flatMap(({ links }) => links));
  const heard = (origin: "asked" | "listened") =>
    everyone.filter(({ links }) => links.some(({ kind }) => sourceClass(kind) === origin)).length;
  const listened = heard("listened");
  return share(listened, heard("asked") + listened);
}

import { CONVENTIONS } from "./conventions.ts";
import type { Conventions } from "./conventions.ts";
import { isStale } from "./link.ts";
import type { EvidenceLink } from "./link.ts";
import { people, personValences } from "./people.ts";
import { methodFamily, sourceClass } from "./sourceKinds.ts";

/** How far a touchpoint rests on customers' words, from nothing to triangulated; or they disagree. */
export type GroundingLevel = "assumption" | "anecdotal" | "supported" | "triangulated" | "contested";

export const GROUNDING_LEVELS: readonly GroundingLevel[] = [
  "assumption",
  "anecdotal",
  "supported",
  "triangulated",
  "contested",
];

/** A touchpoint's grounding: the level, and every count it was decided by. */
export interface Grounding {
  readonly level: GroundingLevel;
  /** People. */
  readonly n: number;
  readonly families: number;
  readonly sources: number;
  readonly researchers: number;
  readonly askedAndListened: boolean;
  readonly triangulation: {
    readonly method: boolean;
    readonly data: boolean;
    readonly researcher: boolean;
  };
  /** People whose mean is at least +0.5 / at most −0.5. */
  readonly nPos: number;
  readonly nNeg: number;
  /** People who contradict. */
  readonly contra: number;
  readonly stale: boolean;
}

/**
 * The grounding of a touchpoint by its links (method A6); the first level that fits wins.
 * `now` in ms since 1970 decides what is stale.
 */
export function grounding(
  links: readonly EvidenceLink[],
  now: number,
  conventions: Conventions = CONVENTIONS,
): Grounding {
  const everyone = people(links);
  const counted = everyone.flatMap((person) => person.links);
  const values = personValences(everyone);
  const distinct = (of: (link: EvidenceLink) => string | null) =>
    new Set(counted.map(of).filter((value) => value !== null)).size;
  const n = everyone.length;
  const families = distinct((link) => methodFamily(link.kind));
  const sources = distinct((link) => link.sourceId);
  const researchers = new Set(counted.flatMap((link) => link.by)).size;
  const counts = {
    n,
    families,
    sources,
    researchers,
    askedAndListened: distinct((link) => sourceClass(link.kind)) >= 2,
    triangulation: {
      method: families >= 2,
      data: sources >= 2 && n >= conventions.triangulated,
      researcher: researchers >= 2,
    },
    nPos: values.filter((v) => v >= 0.5).length,
    nNeg: values.filter((v) => v <= -0.5).length,
    contra: everyone.filter(({ links }) => links.some(({ stance }) => stance === "contradicts")).length,
    stale: isStale(counted, now, conventions),
  };
  return { level: level(counts, conventions), ...counts };
}

type Counts = Omit<Grounding, "level">;

function level(counts: Counts, conventions: Conventions): GroundingLevel {
  if (counts.n === 0) return "assumption";
  if (opinionsDivide(counts, conventions) || manyContradict(counts, conventions)) {
    return "contested";
  }
  if (counts.n < conventions.supported) return "anecdotal";
  const { method, data } = counts.triangulation;
  return method && data && !counts.stale ? "triangulated" : "supported";
}

function opinionsDivide({ n, nPos, nNeg }: Counts, conventions: Conventions): boolean {
  const fewer = Math.min(nPos, nNeg);
  return n >= conventions.contestedN && fewer >= 2 && fewer / (nPos + nNeg) >= conventions.contestedShare;
}

function manyContradict({ n, contra }: Counts, conventions: Conventions): boolean {
  return contra >= 2 && contra / n >= conventions.contestedShare;
}

/** Why a touchpoint has its level, as a code and the numbers a sentence needs; the words are elsewhere. */
export type GroundingReason =
  | { readonly code: "nobody_has_said_this" }
  | { readonly code: "opinions_divide"; readonly n: number; readonly pos: number; readonly neg: number }
  | { readonly code: "people_contradict"; readonly n: number; readonly contra: number }
  | { readonly code: "few_people"; readonly n: number; readonly needed: number }
  | {
      readonly code: "many_people_ways_and_sources";
      readonly n: number;
      readonly families: number;
      readonly sources: number;
    }
  | { readonly code: "newest_is_old"; readonly n: number; readonly days: number }
  | { readonly code: "needs_more_people"; readonly n: number; readonly needed: number }
  | { readonly code: "needs_second_method"; readonly n: number; readonly families: number }
  | { readonly code: "needs_second_source"; readonly n: number; readonly sources: number };

/** The one thing that decided the level: for `supported`, what is missing from `triangulated`. */
export function groundingReason(found: Grounding, conventions: Conventions = CONVENTIONS): GroundingReason {
  const { n, families, sources, nPos, nNeg, contra } = found;
  switch (found.level) {
    case "assumption":
      return { code: "nobody_has_said_this" };
    case "contested":
      return opinionsDivide(found, conventions)
        ? { code: "opinions_divide", n, pos: nPos, neg: nNeg }
        : { code: "people_contradict", n, contra };
    case "anecdotal":
      return { code: "few_people", n, needed: conventions.supported };
    case "triangulated":
      return { code: "many_people_ways_and_sources", n, families, sources };
    case "supported":
      return missingFromTriangulated(found, conventions);
  }
  return found.level satisfies never;
}

function missingFromTriangulated(
  { n, families, sources }: Grounding,
  conventions: Conventions,
): GroundingReason {
  if (n < conventions.triangulated) {
    return { code: "needs_more_people", n, needed: conventions.triangulated };
  }
  if (families < 2) return { code: "needs_second_method", n, families };
  if (sources < 2) return { code: "needs_second_source", n, sources };
  return { code: "newest_is_old", n, days: conventions.staleDays };
}

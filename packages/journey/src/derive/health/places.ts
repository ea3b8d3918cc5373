import { curveGap, type CurveGap } from "../curveGap.ts";
import { evidence, type Evidence } from "../evidence.ts";
import { grounding, type Grounding, groundingReason, type GroundingReason } from "../grounding.ts";
import type { EvidenceLink } from "../link.ts";
import { countsAsEvidence } from "../link.ts";
import { ageInDays, parseMoment } from "../moment.ts";
import { people } from "../people.ts";
import { sourceClass } from "../sourceKinds.ts";
import { split, type Split } from "../split.ts";
import { teamPoints } from "../teamPoints.ts";
import { touchpointLinks } from "../touchpointLinks.ts";
import type { HealthInput, HealthQuote } from "./healthInput.ts";

/** One touchpoint and what it rests on. */
export interface HealthPlace {
  readonly id: string;
  readonly title: string;
  readonly mot: boolean;
  /** The sub-journey it belongs to; null on the main path. */
  readonly subJourneyId: string | null;
  readonly links: readonly EvidenceLink[];
  readonly grounding: Grounding;
  readonly reason: GroundingReason;
  readonly evidence: Evidence;
  readonly gap: CurveGap;
  readonly split: Split;
  /** People who were asked, and people who were listened to; one may be both. */
  readonly asked: number;
  readonly listened: number;
  /** Days since the newest dated words, and since the oldest; null without any. */
  readonly newestDays: number | null;
  readonly oldestDays: number | null;
}

/** The quotes that the filter lets through: the others are as if nobody had pinned them. */
export function filteredQuotes({ quotes, filter }: HealthInput): ReadonlyMap<string, HealthQuote> {
  const { from, to, personaId, sourceId } = filter;
  const passes = (quote: HealthQuote): boolean => {
    const at = parseMoment(quote.at);
    if (from !== undefined && (at === null || at < from)) return false;
    if (to !== undefined && (at === null || at > to)) return false;
    if (personaId !== undefined && quote.personaId !== personaId) return false;
    return sourceId === undefined || quote.sourceId === sourceId;
  };
  return new Map([...quotes].filter(([, quote]) => passes(quote)));
}

/** Every touchpoint in the order of its path: the main path, then the sub-journeys. */
export function healthPlaces(input: HealthInput, quotes: ReadonlyMap<string, HealthQuote>): HealthPlace[] {
  const { view, now } = input;
  const paths = [
    { subJourneyId: null, ids: view.path.touchpointIds },
    ...[...view.subJourneys.values()].map(({ id, path }) => ({ subJourneyId: id, ids: path.touchpointIds })),
  ];
  return paths.flatMap(({ subJourneyId, ids }) =>
    ids.flatMap((id): HealthPlace[] => {
      const touchpoint = view.touchpoints.get(id);
      if (touchpoint === undefined) return [];
      const links = touchpointLinks(view, quotes, id);
      const found = grounding(links, now);
      const ages = links.filter(countsAsEvidence).flatMap(({ at }) => {
        const moment = parseMoment(at);
        return moment === null ? [] : [ageInDays(moment, now)];
      });
      return [
        {
          id,
          title: touchpoint.title,
          mot: touchpoint.mot,
          subJourneyId,
          links,
          grounding: found,
          reason: groundingReason(found),
          evidence: evidence(links),
          gap: curveGap(teamPoints(touchpoint), links),
          split: split(links),
          asked: heard(links, "asked"),
          listened: heard(links, "listened"),
          newestDays: ages.length === 0 ? null : Math.min(...ages),
          oldestDays: ages.length === 0 ? null : Math.max(...ages),
        },
      ];
    }),
  );
}

/** People who said something in a source of this class. */
export function heard(links: readonly EvidenceLink[], origin: "asked" | "listened"): number {
  return people(links).filter((person) => person.links.some(({ kind }) => sourceClass(kind) === origin))
    .length;
}

import {
  evidence,
  grounding,
  groundingReason,
  touchpointLinks,
  type Evidence,
  type EvidenceLink,
  type Grounding,
  type GroundingReason,
  type JourneyView,
} from "@polku/journey";
import { useEffect, useMemo } from "react";
import type { Quote } from "../api/quotes.ts";
import { useJourney, useQuotes, useSession } from "./SessionContext.tsx";
import { useFeelings, useFeelingsWhen } from "./useFeelings.ts";

/** What a touchpoint rests on, with the reason for its level and the numbers behind it. */
export type Grounded = {
  readonly links: readonly EvidenceLink[];
  readonly grounding: Grounding;
  readonly reason: GroundingReason;
  readonly evidence: Evidence;
};

/** Staleness is counted in days: the moment the page was opened is exact enough, and keeps every number of one page at one moment. */
const opened = Date.now();

export function groundedBy(links: readonly EvidenceLink[]): Grounded {
  const found = grounding(links, opened);
  return { links, grounding: found, reason: groundingReason(found), evidence: evidence(links) };
}

/** Asks for the quotes that the pins of the map name, now and as they come; nothing is rendered for that. */
export function useWantQuotes(): void {
  const session = useSession();
  useEffect(() => {
    let seen: JourneyView["touchpoints"] | undefined;
    const want = (): void => {
      const { touchpoints } = session.view();
      if (touchpoints === seen) return;
      seen = touchpoints;
      session.quotes.want([...touchpoints.values()].flatMap(({ pins }) => pins.map((pin) => pin.quoteId)));
    };
    want();
    return session.subscribe(want);
  }, [session]);
}

/** The grounding of one touchpoint; a touchpoint that holds a sub-journey counts the people in it too. */
export function useGrounding(touchpointId: string): Grounded {
  const session = useSession();
  const quotes = useQuotes();
  const own = useJourney((view) => view.touchpoints.get(touchpointId));
  const decisive = useFeelingsWhen((own?.subJourneyIds.length ?? 0) > 0);
  return useMemo(() => {
    const view = session.view();
    const touchpoints = decisive ?? new Map(own ? [[touchpointId, own]] : []);
    return groundedBy(touchpointLinks({ ...view, touchpoints }, quotes, touchpointId));
  }, [session, quotes, own, decisive, touchpointId]);
}

const NOBODY: readonly string[] = [];

/** What a stage rests on: everybody who said something at one of its touchpoints, each of them once. */
export function useStageGrounding(touchpointIds: readonly string[] = NOBODY): Grounded {
  const session = useSession();
  const quotes = useQuotes();
  const touchpoints = useFeelings();
  return useMemo(() => {
    const view = { ...session.view(), touchpoints };
    return groundedBy(touchpointIds.flatMap((id) => touchpointLinks(view, quotes, id)));
  }, [session, quotes, touchpoints, touchpointIds]);
}

/** The grounding of every touchpoint of the view, by id. */
export function groundAll(
  view: JourneyView,
  quotes: ReadonlyMap<string, Quote>,
): ReadonlyMap<string, Grounded> {
  return new Map(
    [...view.touchpoints.keys()].map((id) => [id, groundedBy(touchpointLinks(view, quotes, id))]),
  );
}

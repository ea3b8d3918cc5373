import type { JourneyView } from "@polku/journey";
import { useMemo } from "react";
import { useJourney, useQuotes } from "../../session/SessionContext.tsx";
import { groundAll } from "../../session/useGrounding.ts";
import { stopsOf, type Stop } from "./stops.ts";

const whole = (view: JourneyView): JourneyView => view;

/** The stops of the walk, as the map stands. */
export function useStops(): readonly Stop[] {
  const view = useJourney(whole);
  const quotes = useQuotes();
  const means = useMemo(
    () =>
      new Map(
        [...groundAll(view, quotes)].flatMap(([id, { evidence }]): [string, number][] =>
          evidence.mean === null ? [] : [[id, evidence.mean]],
        ),
      ),
    [view, quotes],
  );
  return useMemo(() => stopsOf(view, quotes, means), [view, quotes, means]);
}

import type { JourneyView } from "@polku/journey";
import { useMemo } from "react";
import { customersMeans } from "../../session/customersMeans.ts";
import { useJourney, useQuotes } from "../../session/SessionContext.tsx";
import { stopsOf, type Stop } from "./stops.ts";

const whole = (view: JourneyView): JourneyView => view;

/** The stops of the walk, as the map stands. */
export function useStops(): readonly Stop[] {
  const view = useJourney(whole);
  const quotes = useQuotes();
  const means = useMemo(() => customersMeans(view, quotes), [view, quotes]);
  return useMemo(() => stopsOf(view, quotes, means), [view, quotes, means]);
}

import { CONVENTIONS } from "@polku/journey";
import type { JourneysBelowList } from "@polku/protocol";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { PlacedMean } from "../ui/MeansCurve.tsx";
import { request } from "./request.ts";

/** What a journey below rests on, as far as this reader may see. */
export type JourneyBelow = JourneysBelowList["items"][number];

/** The mean of a touchpoint of a journey below, as a place of its curve; below three valued people it is weak. */
export function placedMean({ mean, nv }: JourneyBelow["touchpoints"][number]): PlacedMean {
  return { mean, weak: nv < CONVENTIONS.supported };
}

const keyOf = (journeyId: string) => ["below", journeyId] as const;

/** What each journey rests on that a journey leads to. Without an answer nothing is shown: a number of before would be a guess. */
export function useJourneysBelow(journeyId: string) {
  return useQuery({
    queryKey: keyOf(journeyId),
    queryFn: async () =>
      (await request<JourneysBelowList>("GET", `/api/v1/journeys/${journeyId}/below`)).items,
    // The server tells of other numbers: a chip that comes into sight asks for nothing.
    staleTime: Infinity,
  });
}

/** Has the numbers of the journeys below asked for anew, where they are shown. */
export function useAskBelowAnew(journeyId: string): () => void {
  const client = useQueryClient();
  return useCallback(
    () => void client.invalidateQueries({ queryKey: keyOf(journeyId) }),
    [client, journeyId],
  );
}

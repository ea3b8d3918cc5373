import type { CreatedJourney, FutureStateChanges } from "@polku/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type JourneyEntry, useJourneys } from "./journeys.ts";
import { request } from "./request.ts";

/** A journey as it is and as it shall be. */
export type Pair = { readonly current: JourneyEntry; readonly future: JourneyEntry };

/** The pairs that a journey is one half of, among the journeys that this person may see. */
export function pairsOf(journeys: readonly JourneyEntry[], journeyId: string): Pair[] {
  return journeys.flatMap((future) => {
    const current = journeys.find(({ id }) => id === future.futureOf);
    return current && (current.id === journeyId || future.id === journeyId) ? [{ current, future }] : [];
  });
}

/** The list with every future state right after its original; all else keeps its order. */
export function besideOriginals(journeys: readonly JourneyEntry[]): JourneyEntry[] {
  const ids = new Set(journeys.map(({ id }) => id));
  const follows = ({ futureOf }: JourneyEntry): boolean => futureOf !== null && ids.has(futureOf);
  const withFutures = (journey: JourneyEntry): JourneyEntry[] => [
    journey,
    ...journeys.filter(({ futureOf }) => futureOf === journey.id).flatMap(withFutures),
  ];
  return journeys.filter((journey) => !follows(journey)).flatMap(withFutures);
}

/** The pairs that a journey is one half of; none until the list has come. */
export function usePairs(journeyId: string): readonly Pair[] {
  const { data } = useJourneys();
  return data ? pairsOf(data, journeyId) : [];
}

/** The address of the page that shows both. */
export function pairAddress({ current, future }: Pair): string {
  return `/j/${current.id}/future/${future.id}`;
}

export function useMakeFutureState(journeyId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (title: string) =>
      request<CreatedJourney>("POST", `/api/v1/journeys/${journeyId}/future`, { title }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["journeys"] }),
  });
}

/** Both states, and what differs in the future one. */
export function useStates(journeyId: string, futureId: string) {
  return useQuery({
    queryKey: ["states", journeyId, futureId],
    queryFn: () => request<FutureStateChanges>("GET", `/api/v1/journeys/${journeyId}/future/${futureId}`),
  });
}

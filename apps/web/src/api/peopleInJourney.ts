import type { DoorState, PersonEntry, PersonInJourneyChange } from "@polku/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ApiProblem, request } from "./request.ts";

export type { PersonEntry } from "@polku/protocol";

const path = (journeyId: string) => `/api/v1/journeys/${journeyId}/people`;
export const peopleKey = (journeyId: string) => ["people", journeyId] as const;

/** Who may be in a journey, and who waits to be let in. Only those who lead may ask. */
export function usePeople(journeyId: string, mayAsk: boolean) {
  return useQuery({
    queryKey: peopleKey(journeyId),
    enabled: mayAsk,
    queryFn: async () => (await request<{ items: PersonEntry[] }>("GET", path(journeyId))).items,
  });
}

export function useChangePerson(journeyId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...asked }: PersonInJourneyChange & { id: string }) =>
      request<void>("PATCH", `${path(journeyId)}/${id}`, asked),
    onSettled: () => client.invalidateQueries({ queryKey: peopleKey(journeyId) }),
  });
}

export function useShowOut(journeyId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>("DELETE", `${path(journeyId)}/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: peopleKey(journeyId) }),
  });
}

/** ms between two looks at the door of somebody who waits in the lobby */
const LOOK_EVERY = 1_500;

/** Where I stand before a journey whose link has a lobby; asked again and again until they let me in or send me away. */
export function useDoor(journeyId: string) {
  return useQuery({
    queryKey: ["door", journeyId],
    refetchInterval: ({ state }) => (state.data === undefined || state.data === "waits" ? LOOK_EVERY : false),
    queryFn: async () => {
      try {
        return (await request<DoorState>("GET", `/api/v1/join/door/${journeyId}`)).state;
      } catch (error) {
        if (error instanceof ApiProblem && error.code === "journey.unknown") return "out";
        throw error;
      }
    },
  });
}

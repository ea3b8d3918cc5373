import type { Restored, VersionChanges, VersionEntry, VersionList, WholeVersion } from "@polku/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { request } from "./request.ts";

export type { VersionChanges, VersionEntry, VersionList };

/** A state: a version by its id, the journey as it stands, or (to compare with) `previous`, the version before. */
export type Moment = string;
export const NOW: Moment = "now";

const path = (journeyId: string) => `/api/v1/journeys/${journeyId}`;
const listKey = (journeyId: string) => ["versions", journeyId] as const;

export function useVersions(journeyId: string) {
  return useQuery({
    queryKey: listKey(journeyId),
    queryFn: () => request<VersionList>("GET", `${path(journeyId)}/versions`),
  });
}

/** The journey's file at a moment. A version never changes; the present does. */
export function useJourneyAt(journeyId: string, moment: Moment) {
  return useQuery({
    queryKey: ["journeyAt", journeyId, moment],
    staleTime: moment === NOW ? 0 : Infinity,
    queryFn: async (): Promise<unknown> => {
      const at = moment === NOW ? path(journeyId) : `${path(journeyId)}/versions/${moment}`;
      return (await request<Pick<WholeVersion, "journey">>("GET", at)).journey;
    },
  });
}

/** What was done between a version and another moment; `previous` is the version before it. */
export function useChanges(journeyId: string, version: string | undefined, other: Moment) {
  return useQuery({
    enabled: version !== undefined,
    queryKey: ["changes", journeyId, version, other],
    queryFn: () =>
      request<VersionChanges>("GET", `${path(journeyId)}/versions/${version}/changes?with=${other}`),
  });
}

/** Names a version, or the present state when none is given. */
export function useNameVersion(journeyId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ moment, name }: { moment: Moment; name: string }) =>
      moment === NOW
        ? request<VersionEntry>("POST", `${path(journeyId)}/versions`, { name })
        : request<VersionEntry>("PATCH", `${path(journeyId)}/versions/${moment}`, { name }),
    onSuccess: () => client.invalidateQueries({ queryKey: listKey(journeyId) }),
  });
}

export function useRestoreVersion(journeyId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (version: string) =>
      request<Restored>("POST", `${path(journeyId)}/versions/${version}/restore`),
    onSuccess: () => client.invalidateQueries({ queryKey: listKey(journeyId) }),
  });
}

import type { ParticipantCurve, ParticipantLinkEntry, ParticipantView } from "@polku/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { request } from "./request.ts";

export type { ParticipantView } from "@polku/protocol";

const path = (journeyId: string) => `/api/v1/journeys/${journeyId}/participant-links`;
const key = (journeyId: string) => ["participant-links", journeyId] as const;

/** The links by which customers or colleagues draw their own curve. */
export function useParticipantLinks(journeyId: string) {
  return useQuery({
    queryKey: key(journeyId),
    queryFn: async () => (await request<{ items: ParticipantLinkEntry[] }>("GET", path(journeyId))).items,
  });
}

export function useMakeParticipantLink(journeyId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (link: { asks: "customer" | "colleague"; title: string }) =>
      request<{ id: string; url: string }>("POST", path(journeyId), link),
    onSuccess: () => client.invalidateQueries({ queryKey: key(journeyId) }),
  });
}

export function useRevokeParticipantLink(journeyId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>("DELETE", `${path(journeyId)}/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: key(journeyId) }),
  });
}

/** What a participant link asks. */
export function useParticipantView(secret: string) {
  return useQuery({
    queryKey: ["participate", secret],
    staleTime: Infinity,
    queryFn: () => request<ParticipantView>("POST", "/api/v1/participate/look", { secret }),
  });
}

export function useSendCurve() {
  return useMutation({
    mutationFn: (curve: ParticipantCurve) => request<void>("POST", "/api/v1/participate", curve),
  });
}

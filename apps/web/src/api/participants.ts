import type { ParticipantCurve, ParticipantLinkEntry, ParticipantView, SpokenCurve } from "@polku/protocol";
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

/** A curve, and what the person said aloud: as the server keeps sound, how loud it is, and to which text they agreed. */
type Answer = {
  readonly curve: ParticipantCurve;
  readonly voice?: {
    readonly file: Blob;
    readonly peaks: readonly number[];
    readonly consentVersion: string;
  };
};

function sendAnswer({ curve, voice }: Answer): Promise<void> {
  if (!voice) return request("POST", "/api/v1/participate", curve);
  const answer: SpokenCurve = { ...curve, soundConsentVersion: voice.consentVersion };
  const form = new FormData();
  // What is told of the sound comes before it: the server looks at it first.
  form.append("answer", JSON.stringify(answer));
  form.append("peaks", JSON.stringify(voice.peaks));
  form.append("file", voice.file, "voice");
  return request("POST", "/api/v1/participate/spoken", form);
}

/** Sends an answer, once its sound is ready to be sent. */
export function useSendAnswer() {
  return useMutation({ mutationFn: async (ready: () => Promise<Answer>) => sendAnswer(await ready()) });
}

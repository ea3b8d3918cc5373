import type { RecordingEntry, SourceMeta, TakenImport } from "@polku/protocol";
import type { TFunction } from "i18next";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { request } from "./request.ts";
import { LIBRARY } from "./sources.ts";
import { clockOf } from "../ui/clockOf.ts";

export type { RecordingEntry };

/** Where the sound of a recording, and of a quote, is fetched. */
export const soundOf = (recordingId: string): string => `/api/v1/recordings/${recordingId}`;
export const soundOfQuote = (quoteId: string): string => `/api/v1/quotes/${quoteId}/sound`;

/** What a button that plays a clip is called: with its length, m:ss. */
export function clipWords(
  t: TFunction,
  { from, to }: { readonly from: number; readonly to: number },
): { readonly play: string; readonly pause: string } {
  const length = clockOf(Math.max(1, Math.round(to - from)));
  return { play: t("sound.playClip", { length }), pause: t("sound.pauseClip") };
}

type Sound = { readonly file: Blob; readonly peaks: readonly number[] };

export function useAddRecording(contactId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, peaks }: Sound) => {
      const form = new FormData();
      form.append("peaks", JSON.stringify(peaks));
      form.append("file", file, "sound");
      return request<RecordingEntry>("POST", `/api/v1/contacts/${contactId}/recording`, form);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: LIBRARY }),
  });
}

/** Takes in a recording that has no transcript; what the server answers is an import that has ended. */
export function importRecording(
  { file, peaks }: Sound,
  name: string,
  meta: SourceMeta,
): Promise<TakenImport> {
  const form = new FormData();
  form.append("meta", JSON.stringify(meta));
  form.append("peaks", JSON.stringify(peaks));
  form.append("file", file, name);
  return request<TakenImport>("POST", "/api/v1/recordings", form);
}

export function useSilence(recordingId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (stretches: readonly { from: number; to: number }[]) =>
      request<RecordingEntry>("POST", `${soundOf(recordingId)}/silence`, { stretches }),
    onSuccess: () => client.invalidateQueries({ queryKey: LIBRARY }),
  });
}

export function useRemoveRecording(recordingId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<void>("DELETE", soundOf(recordingId)),
    onSuccess: () => client.invalidateQueries({ queryKey: LIBRARY }),
  });
}

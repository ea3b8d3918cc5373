import type { TrashList } from "@polku/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { request } from "./request.ts";

export type DeletedJourney = TrashList["items"][number];

const path = "/api/v1/trash";
const key = ["trash"] as const;

/** The journeys that were deleted and can still be brought back. */
export function useDeletedJourneys() {
  return useQuery({
    queryKey: key,
    queryFn: async () => (await request<TrashList>("GET", path)).items,
  });
}

function useDeed(act: (id: string) => Promise<void>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: key }),
        client.invalidateQueries({ queryKey: ["journeys"] }),
      ]),
  });
}

export const useDeleteJourney = () => useDeed((id) => request<void>("DELETE", `/api/v1/journeys/${id}`));
export const useRestoreJourney = () => useDeed((id) => request<void>("POST", `${path}/${id}/restore`));
export const usePurgeJourney = () => useDeed((id) => request<void>("DELETE", `${path}/${id}`));

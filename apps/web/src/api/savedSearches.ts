import type { NewSavedSearch, SavedSearch } from "@polku/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { request } from "./request.ts";

export type { SavedSearch };

const SAVED = ["savedSearches"] as const;

/** The searches that somebody of the team gave a name, by name. */
export function useSavedSearches() {
  return useQuery({
    queryKey: SAVED,
    queryFn: async () => (await request<{ items: SavedSearch[] }>("GET", "/api/v1/saved-searches")).items,
  });
}

export function useSaveSearch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (search: NewSavedSearch) => request<SavedSearch>("POST", "/api/v1/saved-searches", search),
    onSuccess: () => client.invalidateQueries({ queryKey: SAVED }),
  });
}

export function useDropSearch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>("DELETE", `/api/v1/saved-searches/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: SAVED }),
  });
}

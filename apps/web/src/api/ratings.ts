import type { RatingAgreement, RatingsToDo } from "@polku/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { request } from "./request.ts";
import { LIBRARY } from "./sources.ts";

const RATINGS = [...LIBRARY, "ratings"] as const;

export function useRatingsToDo() {
  return useQuery({
    queryKey: [...RATINGS, "next"],
    queryFn: () => request<RatingsToDo>("GET", "/api/v1/ratings/next"),
  });
}

export function useAgreement(enabled: boolean) {
  return useQuery({
    queryKey: [...RATINGS, "agreement"],
    queryFn: () => request<RatingAgreement>("GET", "/api/v1/ratings"),
    enabled,
  });
}

export function useRate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, valence }: { readonly id: string; readonly valence: number }) =>
      request<void>("POST", `/api/v1/quotes/${id}/rating`, { valence }),
    onSuccess: () => client.invalidateQueries({ queryKey: RATINGS }),
  });
}

import type { QuoteList, QuotePairList } from "@polku/protocol";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { request } from "./request.ts";
import { LIBRARY } from "./sources.ts";

const PAIRS = [...LIBRARY, "pairs"] as const;

/** What was said beside what was done, joined by people of the team, of the quotes of one contact. */
export function usePairsOf(contactId: string) {
  return useQuery({
    queryKey: [...PAIRS, contactId],
    queryFn: async () => (await request<QuotePairList>("GET", `/api/v1/contacts/${contactId}/pairs`)).items,
  });
}

/** Quotes that one can be joined with: of the same person, or with `anyone` of everybody, then those that bear `q`. */
export function useCounterparts(quoteId: string, anyone: boolean, q: string) {
  const query = new URLSearchParams({ anyone: anyone ? "1" : "0", ...(anyone && q !== "" && { q }) });
  return useQuery({
    queryKey: [...LIBRARY, "counterparts", quoteId, query.toString()],
    queryFn: async ({ signal }) => {
      const path = `/api/v1/quotes/${quoteId}/counterparts?${query.toString()}`;
      return (await request<QuoteList>("GET", path, undefined, signal)).items;
    },
    placeholderData: keepPreviousData,
  });
}

export function useJoinQuotes() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, other }: { readonly id: string; readonly other: string }) =>
      request<void>("POST", `/api/v1/quotes/${id}/pairs`, { with: other }),
    onSuccess: () => client.invalidateQueries({ queryKey: PAIRS }),
  });
}

export function usePartQuotes() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, other }: { readonly id: string; readonly other: string }) =>
      request<void>("DELETE", `/api/v1/quotes/${id}/pairs/${other}`),
    onSuccess: () => client.invalidateQueries({ queryKey: PAIRS }),
  });
}

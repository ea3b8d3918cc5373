import type { NewQuote, QuoteChange, QuoteEntry, QuoteList } from "@polku/protocol";
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { request } from "./request.ts";
import { LIBRARY } from "./sources.ts";

/** A quote with its words and where they came from. The words stay in memory; they are never written into the document. */
export type Quote = QuoteEntry;
export type { NewQuote, QuoteChange };

const MOST_PER_CALL = 100;
const PAGE = 50;

/** Fetches quotes by id; those that were erased or may not be read are simply not among the answers. */
export async function fetchQuotes(ids: readonly string[]): Promise<Quote[]> {
  const quotes: Quote[] = [];
  for (let i = 0; i < ids.length; i += MOST_PER_CALL) {
    const part = ids
      .slice(i, i + MOST_PER_CALL)
      .map(encodeURIComponent)
      .join(",");
    quotes.push(...(await request<QuoteList>("GET", `/api/v1/quotes?ids=${part}`)).items);
  }
  return quotes;
}

/** The quotes made so far, the newest first or those that bear the words. */
export function useQuoteSearch(q: string, source: string | null) {
  return useInfiniteQuery({
    queryKey: [...LIBRARY, "quotes", q, source],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: String(PAGE) });
      if (q !== "") query.set("q", q);
      if (source !== null) query.set("source", source);
      if (pageParam !== null) query.set("cursor", pageParam);
      return request<QuoteList>("GET", `/api/v1/quotes?${query.toString()}`, undefined, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next ?? null,
    placeholderData: keepPreviousData,
  });
}

/** The quotes made of one contact. */
export function useQuotesOf(contactId: string) {
  return useQuery({
    queryKey: [...LIBRARY, "quotesOf", contactId],
    queryFn: async () =>
      (await request<QuoteList>("GET", `/api/v1/quotes?contact=${contactId}&limit=200`)).items,
  });
}

/** Quotes that say much the same as one, the most alike first. */
export function useSimilarQuotes(quoteId: string) {
  return useQuery({
    queryKey: [...LIBRARY, "similar", quoteId],
    queryFn: async () => (await request<QuoteList>("GET", `/api/v1/quotes/${quoteId}/similar`)).items,
  });
}

export function useMakeQuote() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (quote: NewQuote) => request<Quote>("POST", "/api/v1/quotes", quote),
    onSuccess: () => client.invalidateQueries({ queryKey: LIBRARY }),
  });
}

export function useChangeQuote() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, change }: { id: string; change: QuoteChange }) =>
      request<Quote>("PATCH", `/api/v1/quotes/${id}`, change),
    onSuccess: () => client.invalidateQueries({ queryKey: LIBRARY }),
  });
}

export function useRemoveQuote() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>("DELETE", `/api/v1/quotes/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: LIBRARY }),
  });
}

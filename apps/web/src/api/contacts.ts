import type { ContactEntry, ContactPage, TriageChange, TriageState } from "@polku/protocol";
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { request } from "./request.ts";
import { LIBRARY } from "./sources.ts";

export type { ContactEntry, TriageState };

export type ContactSearch = {
  readonly q: string;
  readonly sort: "date" | "relevance";
  /** The words of the filters, by the names that the server knows. */
  readonly filters: Readonly<Record<string, string>>;
};

const PAGE = 30;

function addressOf({ q, sort, filters }: ContactSearch, cursor: string | null): string {
  const query = new URLSearchParams({ ...filters, limit: String(PAGE), sort });
  if (q !== "") {
    query.set("q", q);
    query.set("typing", "1");
  }
  if (cursor !== null) query.set("cursor", cursor);
  return `/api/v1/contacts?${query.toString()}`;
}

/** What customers said, page after page; while new words are searched the earlier hits stay. */
export function useContacts(search: ContactSearch) {
  return useInfiniteQuery({
    queryKey: [...LIBRARY, "contacts", search],
    queryFn: ({ pageParam, signal }) =>
      request<ContactPage>("GET", addressOf(search, pageParam), undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next ?? null,
    placeholderData: keepPreviousData,
  });
}

/** How many a search would find, up to 1,001; asked apart, so that the hits do not wait for it. */
export function useContactCount(search: ContactSearch, wanted: boolean) {
  return useQuery({
    queryKey: [...LIBRARY, "contactCount", search],
    enabled: wanted,
    queryFn: async ({ signal }) => {
      const address = addressOf({ ...search, sort: "date" }, null).replace(`limit=${PAGE}`, "limit=1");
      return (await request<ContactPage>("GET", `${address}&counted=1`, undefined, signal)).count ?? null;
    },
  });
}

/** Says of contacts that they are unread, read or set aside; for the whole team. */
export function useTriage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: TriageChange) => request<TriageChange>("POST", "/api/v1/contacts/triage", change),
    onSuccess: (_, { ids, state }) => {
      client.setQueriesData<{ pages: ContactPage[] }>({ queryKey: [...LIBRARY, "contacts"] }, (known) => {
        // The rows stay where they are until the next search, so that nothing moves away under the hand.
        const items = (page: ContactPage) =>
          page.items.map((one) => (ids.includes(one.id) ? { ...one, triage: state } : one));
        return known && { ...known, pages: known.pages.map((page) => ({ ...page, items: items(page) })) };
      });
      for (const id of ids)
        client.setQueryData<ContactEntry>(
          [...LIBRARY, "contact", id],
          (one) => one && { ...one, triage: state },
        );
    },
  });
}

export function useContact(id: string) {
  return useQuery({
    queryKey: [...LIBRARY, "contact", id],
    queryFn: () => request<ContactEntry>("GET", `/api/v1/contacts/${id}`),
  });
}

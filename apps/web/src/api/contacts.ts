import type { ContactEntry, ContactPage } from "@polku/protocol";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { request } from "./request.ts";
import { LIBRARY } from "./sources.ts";

export type { ContactEntry };

export type ContactSearch = {
  readonly q: string;
  readonly source: string | null;
  /** Only those with a quote made of them, only those without, or all. */
  readonly attached: boolean | null;
};

const PAGE = 50;

function addressOf({ q, source, attached }: ContactSearch, cursor: string | null): string {
  const query = new URLSearchParams({ limit: String(PAGE) });
  if (q !== "") {
    query.set("q", q);
    query.set("typing", "1");
  }
  if (source !== null) query.set("source", source);
  if (attached !== null) query.set("attached", attached ? "1" : "0");
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

export function useContact(id: string) {
  return useQuery({
    queryKey: [...LIBRARY, "contact", id],
    queryFn: () => request<ContactEntry>("GET", `/api/v1/contacts/${id}`),
  });
}

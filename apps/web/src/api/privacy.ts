import type { AccessEntry, AccessPage, EraseReason, PersonErased, PersonFound } from "@polku/protocol";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { currentLanguage } from "../i18n/language.ts";
import { problemOf, request } from "./request.ts";
import { LIBRARY } from "./sources.ts";

export type { AccessEntry, PersonFound };

/** What can be erased from a screen; a person by what their file calls them, or by the key of their contacts. */
export type Erasable =
  | { readonly what: "source" | "contact"; readonly id: string }
  | { readonly what: "person"; readonly person: string };

type Asked = Erasable & { readonly reason: EraseReason };

function askToErase(asked: Asked): Promise<Omit<PersonErased, "respondentKey">> {
  if (asked.what === "person")
    return request("POST", "/api/v1/people/erase", { person: asked.person, reason: asked.reason });
  const noun = asked.what === "source" ? "sources" : "contacts";
  return request("DELETE", `/api/v1/${noun}/${asked.id}?reason=${asked.reason}`);
}

/** Erases for good; nothing of the library stays in this window. */
export function useErase() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: askToErase,
    onSuccess: () => client.resetQueries({ queryKey: LIBRARY }),
  });
}

/** How much is kept of a person. Asked only when a person presses the button: each asking is a line of the log. */
export function useFindPerson() {
  return useMutation({
    mutationFn: (person: string) => request<PersonFound>("POST", "/api/v1/people/find", { person }),
  });
}

/** Everything that is kept of a person, their sound too, as an archive. */
export async function personArchive(person: string): Promise<Blob> {
  const response = await fetch("/api/v1/people/archive", {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json", "accept-language": currentLanguage() },
    body: JSON.stringify({ person }),
  });
  if (!response.ok) throw await problemOf(response);
  return response.blob();
}

const PAGE = 50;

/** Who saw, exported, identified and erased what, page after page, the newest first. */
export function useAccessLog() {
  return useInfiniteQuery({
    queryKey: ["accessLog"],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: String(PAGE) });
      if (pageParam !== null) query.set("cursor", pageParam);
      return request<AccessPage>("GET", `/api/v1/access-log?${query.toString()}`, undefined, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next ?? null,
    gcTime: 0,
  });
}

export const ACCESS_LOG_FILE = "/api/v1/access-log.csv";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { CreatedJourney, GrantEntry, JourneyEntry, JourneyList } from "@polku/protocol";
import type { Language } from "@polku/journey";
import { takeAhead } from "./ahead.ts";
import { request } from "./request.ts";

const LIST = ["journeys"] as const;

export function useJourneys() {
  return useQuery({
    queryKey: LIST,
    queryFn: async () => (await request<JourneyList>("GET", "/api/v1/journeys")).items,
  });
}

export function useCreateJourney() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (journey: { title: string; lang: Language }) =>
      request<CreatedJourney>("POST", "/api/v1/journeys", journey),
    onSuccess: () => client.invalidateQueries({ queryKey: LIST }),
  });
}

/** The journey made of a file, and what of the file was not understood. */
type ImportedJourney = {
  readonly id: string;
  readonly skipped: readonly { readonly row: number; readonly text: string }[];
};

/** Imports a journey file as a new journey. */
export function useImportJourney() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append("file", file);
      return request<ImportedJourney>("POST", "/api/v1/journeys/import", form);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: LIST }),
  });
}

/** Puts a journey away or brings it back; it stays what it is for whoever has its address. */
export function useArchiveJourney() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, archived }: { id: string; archived: boolean }) =>
      request<JourneyEntry>("PATCH", `/api/v1/journeys/${id}`, { archived }),
    onSuccess: () => client.invalidateQueries({ queryKey: LIST }),
  });
}

export type { JourneyEntry };

type Ticket = { readonly token: string; readonly role: string };

/** A one-use ticket for the socket, and the role it carries. */
export async function fetchTicket(id: string): Promise<Ticket> {
  const early = await takeAhead("ticket", id);
  if (early !== null) return (await early.json()) as Ticket;
  return request("POST", `/api/v1/journeys/${id}/ticket`);
}

/** The document's state that was asked for before the app ran; `null` when there is none to be had. */
export async function stateAhead(id: string): Promise<Uint8Array | null> {
  const early = await takeAhead("state", id);
  return early === null ? null : new Uint8Array(await early.arrayBuffer());
}

export type ShareLink = {
  readonly id: string;
  readonly role: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly hasPassword: boolean;
  readonly lobby: boolean;
  readonly uses: number;
  readonly state: "live" | "expired" | "revoked";
};

export type Grant = Pick<GrantEntry, "kind" | "id" | "name" | "role" | "via" | "expiresAt">;

/** Who may see a journey, as what, and by what. */
export function useAccess(id: string) {
  return useQuery({
    queryKey: ["access", id],
    queryFn: async () => (await request<{ items: Grant[] }>("GET", `/api/v1/journeys/${id}/access`)).items,
  });
}

const links = (id: string) => ["links", id] as const;

export function useLinks(id: string) {
  return useQuery({
    queryKey: links(id),
    queryFn: async () => (await request<{ items: ShareLink[] }>("GET", `/api/v1/journeys/${id}/links`)).items,
  });
}

export function useMakeLink(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (link: { role: string; expiresAt?: string; password?: string; lobby?: boolean }) =>
      request<{ id: string; url: string }>("POST", `/api/v1/journeys/${id}/links`, link),
    onSuccess: () => client.invalidateQueries({ queryKey: links(id) }),
  });
}

export function useRevokeLink(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (linkId: string) => request<void>("DELETE", `/api/v1/journeys/${id}/links/${linkId}`),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: links(id) }),
        client.invalidateQueries({ queryKey: ["access", id] }),
      ]),
  });
}

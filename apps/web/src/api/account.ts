import type {
  CreatedInvitation,
  InvitationEntry,
  InvitationView,
  MemberChange,
  MemberEntry,
  NewInvitation,
  SessionEntry,
} from "@polku/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Me } from "./people.ts";
import { request } from "./request.ts";

export type { InvitationEntry, InvitationView, MemberEntry, SessionEntry };

const keys = { me: ["me"], sessions: ["sessions"], members: ["members"], invitations: ["invitations"] };

/** A change of one's own account or of the members; what was fetched of `of` is asked for again. */
function useChange<V, T>(of: readonly string[][], run: (value: V) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => Promise.all(of.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

async function itemsOf<T>(path: string): Promise<T[]> {
  return (await request<{ items: T[] }>("GET", path)).items;
}

/** `code` is asked for by the problem `secondFactor.needed`. */
export const signInByPassword = (email: string, password: string, code?: string): Promise<Me> =>
  request(
    "POST",
    "/api/v1/sign-in/password",
    code === undefined ? { email, password } : { email, password, code },
  );

export function useSignInWays() {
  return useQuery({
    queryKey: ["signInWays"],
    staleTime: Infinity,
    queryFn: () => request<{ oidc: boolean }>("GET", "/api/v1/sign-in/ways"),
  });
}

export const signOut = (): Promise<void> => request("POST", "/api/v1/sign-out");

export const lookAtInvitation = (secret: string): Promise<InvitationView> =>
  request("POST", "/api/v1/invitations/look", { secret });

export const acceptInvitation = (given: {
  secret: string;
  name: string;
  email: string;
  password: string;
}): Promise<Me> => request("POST", "/api/v1/invitations/accept", given);

export const useChangeMe = () =>
  useChange([keys.me], (change: { name?: string; email?: string; password?: string; code?: string }) =>
    request<Me>("PATCH", "/api/v1/me", change),
  );

export const useChangePassword = () =>
  useChange([keys.me, keys.sessions], (change: { before?: string; password: string; code?: string }) =>
    request<{ ended: number }>("POST", "/api/v1/me/password", change),
  );

export const useSessions = () =>
  useQuery({ queryKey: keys.sessions, queryFn: () => itemsOf<SessionEntry>("/api/v1/me/sessions") });

export const useEndSession = () =>
  useChange([keys.sessions], (id: string) => request<void>("DELETE", `/api/v1/me/sessions/${id}`));

export const useEndOtherSessions = () =>
  useChange([keys.sessions], () => request<{ ended: number }>("DELETE", "/api/v1/me/sessions"));

export const useMembers = () =>
  useQuery({ queryKey: keys.members, queryFn: () => itemsOf<MemberEntry>("/api/v1/members") });

export const useChangeMember = () =>
  useChange([keys.members], ({ id, ...change }: MemberChange & { id: string }) =>
    request<MemberEntry>("PATCH", `/api/v1/members/${id}`, change),
  );

export const useRemoveMember = () =>
  useChange([keys.members], (id: string) => request<void>("DELETE", `/api/v1/members/${id}`));

export const useTurnMemberFactorOff = () =>
  useChange([keys.members], (id: string) => request<void>("DELETE", `/api/v1/members/${id}/second-factor`));

export const useInvitations = () =>
  useQuery({ queryKey: keys.invitations, queryFn: () => itemsOf<InvitationEntry>("/api/v1/invitations") });

export const useInvite = () =>
  useChange([keys.invitations], (wanted: NewInvitation) =>
    request<CreatedInvitation>("POST", "/api/v1/invitations", wanted),
  );

export const useWithdrawInvitation = () =>
  useChange([keys.invitations], (id: string) => request<void>("DELETE", `/api/v1/invitations/${id}`));

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { takeAhead } from "./ahead.ts";
import { ApiProblem, request } from "./request.ts";

/** The person this browser is signed in as. */
export type Me = {
  readonly id: string;
  readonly name: string;
  readonly kind: "owner" | "member" | "guest";
  readonly colour: string;
  /** What one may in every journey; guests have no such role. */
  readonly role: string | null;
  readonly email: string | null;
  readonly hasPassword: boolean;
  /** Whether signing in by password asks for a code too. */
  readonly secondFactor: boolean;
};

/** Who I am; null when nobody is signed in. */
export function useMe() {
  return useQuery({
    queryKey: ["me"],
    staleTime: 60_000,
    retry: false,
    queryFn: async (): Promise<Me | null> => {
      try {
        const early = await takeAhead("me");
        if (early !== null) return (await early.json()) as Me;
        return await request<Me>("GET", "/api/v1/me");
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 401) return null;
        throw error;
      }
    },
  });
}

/** Uses the one-time link of the owner. */
export function signIn(token: string): Promise<Me> {
  return request<Me>("POST", "/api/v1/sign-in", { token });
}

export type LinkLook = {
  readonly journeyId: string;
  readonly title: string;
  readonly role: string;
  readonly needsPassword: boolean;
};

/** What a share link opens, before one goes in. */
export function lookAtLink(secret: string): Promise<LinkLook> {
  return request<LinkLook>("POST", "/api/v1/join/look", { secret });
}

export function joinByLink(
  secret: string,
  name: string,
  password?: string,
): Promise<{ journeyId: string; role: string; waits?: true }> {
  return request("POST", "/api/v1/join", { secret, name, ...(password ? { password } : {}) });
}

/** Forgets everything that was fetched for the person before. */
export function useForgetPerson(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    client.clear();
    await client.invalidateQueries();
  };
}

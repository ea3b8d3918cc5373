import type { LinkedAccount, LinkProof, ProviderPage } from "@polku/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { request } from "./request.ts";

const path = "/api/v1/me/oidc";
const key = ["me", "linkedAccount"] as const;

/** The account of the organisation's provider that is linked to one's own, or null. */
export function useLinkedAccount() {
  return useQuery({
    queryKey: key,
    queryFn: async () => (await request<LinkedAccount>("GET", path)).linked,
  });
}

/** Asks for the provider's page, to which the browser goes on. */
export const useBeginLinking = () =>
  useMutation({ mutationFn: (proof: LinkProof) => request<ProviderPage>("POST", path, proof), gcTime: 0 });

export function useUnlink() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (proof: LinkProof) => request<{ ended: number }>("POST", `${path}/off`, proof),
    gcTime: 0,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: key }),
        client.invalidateQueries({ queryKey: ["sessions"] }),
      ]),
  });
}

import type { BegunFactor, FactorState, OwnProof, RecoveryCodes } from "@polku/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { request } from "./request.ts";

export type { BegunFactor, OwnProof };

const path = "/api/v1/me/second-factor";
const key = ["me", "secondFactor"] as const;

/** Whether one's own second factor is on, since when, and how many recovery codes are left. */
export function useSecondFactor() {
  return useQuery({ queryKey: key, queryFn: () => request<FactorState>("GET", path) });
}

/** A deed that changes whether it is on, or its codes. Secrets are told once and kept in no cache. */
function useDeed<V, T>(act: (value: V) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    gcTime: 0,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ["me"] }),
        client.invalidateQueries({ queryKey: ["sessions"] }),
      ]),
  });
}

export const useBeginFactor = () => useDeed((proof: OwnProof) => request<BegunFactor>("POST", path, proof));
export const useConfirmFactor = () =>
  useDeed((code: string) => request<RecoveryCodes>("POST", `${path}/confirm`, { code }));
export const useRenewCodes = () =>
  useDeed((proof: OwnProof) => request<RecoveryCodes>("POST", `${path}/codes`, proof));
export const useTurnFactorOff = () =>
  useDeed((proof: OwnProof) => request<void>("POST", `${path}/off`, proof));

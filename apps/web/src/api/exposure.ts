import type { Exposure, ExposureChoice } from "@polku/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { request } from "./request.ts";

const KEY = ["exposure"] as const;

/** Who of the team met how many customers this month. Refused to whoever may not read the library. */
export function useExposure() {
  return useQuery({
    queryKey: KEY,
    queryFn: () => request<Exposure>("GET", "/api/v1/exposure"),
  });
}

export function useShowExposure() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (choice: ExposureChoice) => request<void>("POST", "/api/v1/exposure", choice),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

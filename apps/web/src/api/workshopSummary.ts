import type { WorkshopList, WorkshopSummary } from "@polku/protocol";
import { useQuery } from "@tanstack/react-query";
import { request } from "./request.ts";

export type { WorkshopSummary } from "@polku/protocol";

const path = (journeyId: string) => `/api/v1/journeys/${journeyId}/workshops`;

/** The workshops of a journey, the newest first. */
export function useWorkshops(journeyId: string) {
  return useQuery({
    queryKey: ["workshops", journeyId],
    queryFn: () => request<WorkshopList>("GET", path(journeyId)),
  });
}

/** What came of one of them. */
export function useWorkshopSummary(journeyId: string, workshopId: string | undefined) {
  return useQuery({
    enabled: workshopId !== undefined,
    queryKey: ["workshops", journeyId, workshopId],
    queryFn: () => request<WorkshopSummary>("GET", `${path(journeyId)}/${workshopId}`),
  });
}

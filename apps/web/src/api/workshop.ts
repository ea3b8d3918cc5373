import type {
  AgendaStep,
  HeardQuote,
  NewWorkshop,
  NewWorkshopDraft,
  OwnCurve,
  WorkshopBallot,
  WorkshopLead,
  WorkshopView,
} from "@polku/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { request } from "./request.ts";

export type {
  AgendaStep,
  DrawnCurve,
  WorkshopLead,
  WorkshopNote,
  WorkshopState,
  WorkshopTally,
  WorkshopTimer,
} from "@polku/protocol";

const path = (journeyId: string) => `/api/v1/journeys/${journeyId}/workshop`;
export const workshopKey = (journeyId: string) => ["workshop", journeyId] as const;

/** What is known of the workshop; `ahead` is how far the server's clock is ahead of this window's, ms. */
export type KnownWorkshop = WorkshopView & { readonly ahead: number };

export function useWorkshopView(journeyId: string) {
  return useQuery({
    queryKey: workshopKey(journeyId),
    staleTime: Infinity,
    queryFn: async (): Promise<KnownWorkshop> => {
      const view = await request<WorkshopView>("GET", path(journeyId));
      return { ...view, ahead: view.now - Date.now() };
    },
  });
}

/** A deed of this person in the workshop; what is shown is read anew after it. */
function useDeed<T>(journeyId: string, act: (asked: T) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: workshopKey(journeyId) }),
  });
}

export const useBeginWorkshop = (journeyId: string) =>
  useDeed(journeyId, (wanted: NewWorkshop) => request<void>("POST", path(journeyId), wanted));

export const useLeadWorkshop = (journeyId: string) =>
  useDeed(journeyId, (asked: WorkshopLead) => request<void>("PATCH", path(journeyId), asked));

export const useEndWorkshop = (journeyId: string) =>
  useDeed(journeyId, () => request<void>("DELETE", path(journeyId)));

export const useWriteDraft = (journeyId: string) =>
  useDeed(journeyId, (draft: NewWorkshopDraft) => request<void>("POST", `${path(journeyId)}/drafts`, draft));

export const useTakeDraftAway = (journeyId: string) =>
  useDeed(journeyId, (id: string) => request<void>("DELETE", `${path(journeyId)}/drafts/${id}`));

export const useDrawCurve = (journeyId: string) =>
  useDeed(journeyId, (curve: OwnCurve) => request<void>("POST", `${path(journeyId)}/curve`, curve));

export const useHearQuote = (journeyId: string) =>
  useDeed(journeyId, (heard: HeardQuote) => request<void>("POST", `${path(journeyId)}/heard`, heard));

export const useRevealNotes = (journeyId: string) =>
  useDeed(journeyId, (stepId: string) => request<void>("POST", `${path(journeyId)}/reveal`, { stepId }));

export const useMarkNote = (journeyId: string) =>
  useDeed(journeyId, ({ id, isHuman }: { id: string; isHuman: boolean | null }) =>
    request<void>("PATCH", `${path(journeyId)}/notes/${id}`, { isHuman }),
  );

export const useGiveDots = (journeyId: string) =>
  useDeed(journeyId, (ballot: WorkshopBallot) => request<void>("POST", `${path(journeyId)}/votes`, ballot));

export const useCloseVote = (journeyId: string) =>
  useDeed(journeyId, (stepId: string) => request<void>("POST", `${path(journeyId)}/close-vote`, { stepId }));

/** The step that is on. */
export function stepThatIsOn({
  steps,
  stepId,
}: {
  steps: AgendaStep[];
  stepId: string;
}): AgendaStep | undefined {
  return steps.find(({ id }) => id === stepId);
}

import type { CommentChange, CommentList, NewComment } from "@polku/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { request } from "./request.ts";

export type { CommentList, CommentThread, Remark } from "@polku/protocol";

const path = (journeyId: string) => `/api/v1/journeys/${journeyId}/comments`;
export const commentsKey = (journeyId: string) => ["comments", journeyId] as const;

export function useComments(journeyId: string) {
  return useQuery({
    queryKey: commentsKey(journeyId),
    staleTime: Infinity,
    queryFn: () => request<CommentList>("GET", path(journeyId)),
  });
}

function useDeed<T>(journeyId: string, act: (asked: T) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => client.invalidateQueries({ queryKey: commentsKey(journeyId) }),
  });
}

export const useAddComment = (journeyId: string) =>
  useDeed(journeyId, (comment: NewComment) => request<void>("POST", path(journeyId), comment));

export const useChangeComment = (journeyId: string) =>
  useDeed(journeyId, ({ id, ...change }: CommentChange & { id: string }) =>
    request<void>("PATCH", `${path(journeyId)}/${id}`, change),
  );

export const useRemoveComment = (journeyId: string) =>
  useDeed(journeyId, (id: string) => request<void>("DELETE", `${path(journeyId)}/${id}`));

export const useSawMentions = (journeyId: string) =>
  useDeed(journeyId, () => request<void>("POST", `${path(journeyId)}/seen`));

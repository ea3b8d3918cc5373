import type {
  NewRoutingRule,
  RoutingRule,
  RulePreview,
  SuggestionCounts,
  SuggestionDecision,
  SuggestionList,
} from "@polku/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { request } from "./request.ts";
import { LIBRARY } from "./sources.ts";

export type { NewRoutingRule, RoutingRule };
export type Suggestion = SuggestionList["items"][number];

/** How many suggestions wait at each touchpoint of a journey. */
export async function fetchSuggestionCounts(journeyId: string): Promise<ReadonlyMap<string, number>> {
  const { items } = await request<SuggestionCounts>("GET", `/api/v1/journeys/${journeyId}/suggestions`);
  return new Map(items.map(({ touchpointId, count }) => [touchpointId, count]));
}

/** What waits at a touchpoint; `count` is part of the key, so that a new one is fetched when it is counted. */
export function useSuggestions(journeyId: string, touchpointId: string, count: number) {
  return useQuery({
    queryKey: [...LIBRARY, "suggestions", journeyId, touchpointId, count],
    queryFn: async () => {
      const query = new URLSearchParams({ journey: journeyId, touchpoint: touchpointId });
      return (await request<SuggestionList>("GET", `/api/v1/suggestions?${query.toString()}`)).items;
    },
    enabled: count > 0,
    placeholderData: (before: Suggestion[] | undefined) => before,
  });
}

export function useDecide() {
  return useMutation({
    mutationFn: (decision: SuggestionDecision) => request<void>("POST", "/api/v1/suggestions", decision),
  });
}

const RULES = ["routing-rules"] as const;

export function useRules(journeyId: string) {
  return useQuery({
    queryKey: [...RULES, journeyId],
    queryFn: async () =>
      (await request<{ items: RoutingRule[] }>("GET", `/api/v1/routing-rules?journey=${journeyId}`)).items,
  });
}

export function useAddRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (rule: NewRoutingRule) => request<RoutingRule>("POST", "/api/v1/routing-rules", rule),
    onSuccess: () => client.invalidateQueries({ queryKey: RULES }),
  });
}

export function useRemoveRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>("DELETE", `/api/v1/routing-rules/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: RULES }),
  });
}

/** What a rule would have caught so far. */
export function useRulePreview() {
  return useMutation({
    mutationFn: (rule: NewRoutingRule) => request<RulePreview>("POST", "/api/v1/routing-rules/preview", rule),
  });
}

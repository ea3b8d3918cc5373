import type { NewTask, TaskChange, TaskList } from "@polku/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { request } from "./request.ts";

export type { Task } from "@polku/protocol";

const path = (journeyId: string) => `/api/v1/journeys/${journeyId}/tasks`;
export const tasksKey = (journeyId: string) => ["tasks", journeyId] as const;

export function useTasks(journeyId: string) {
  return useQuery({
    queryKey: tasksKey(journeyId),
    staleTime: Infinity,
    queryFn: () => request<TaskList>("GET", path(journeyId)),
  });
}

function useDeed<T>(journeyId: string, act: (asked: T) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => client.invalidateQueries({ queryKey: tasksKey(journeyId) }),
  });
}

export const useAddTask = (journeyId: string) =>
  useDeed(journeyId, (task: NewTask) => request<void>("POST", path(journeyId), task));

export const useChangeTask = (journeyId: string) =>
  useDeed(journeyId, ({ id, ...change }: TaskChange & { id: string }) =>
    request<void>("PATCH", `${path(journeyId)}/${id}`, change),
  );

export const useRemoveTask = (journeyId: string) =>
  useDeed(journeyId, (id: string) => request<void>("DELETE", `${path(journeyId)}/${id}`));

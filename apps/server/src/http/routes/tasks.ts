import { journeyParams, newTask, taskChange, taskList, taskParams } from "@polku/protocol/http";
import type { Actor } from "../../policies/actor.ts";
import { mayInJourney } from "../../policies/policy.ts";
import type { Services } from "../../services.ts";
import { route } from "../route.ts";

const path = "/api/v1/journeys/:id/tasks";

function askerOf({ clock }: Services, actor: Actor, journeyId: string) {
  return { actor, mayEdit: mayInJourney(actor, "journey.edit", journeyId, clock.now()).allowed };
}

const list = route({
  method: "GET",
  path,
  summary: "The tasks of a journey: what is not done first, the nearest day first.",
  access: { to: "journey.read", inJourney: "id" },
  params: journeyParams,
  answers: { status: 200, body: taskList, description: "The tasks" },
  handle: async ({ services, actor, params }) => ({
    body: {
      items: await services.tasks.list(params.id, askerOf(services, actor, params.id)),
      mayAdd: mayInJourney(actor, "journey.comment", params.id, services.clock.now()).allowed,
    },
  }),
});

const add = route({
  method: "POST",
  path,
  summary: "Write down what somebody will do about a thing of the map, who and by when.",
  access: { to: "journey.comment", inJourney: "id" },
  params: journeyParams,
  body: newTask,
  perMinute: 120,
  answers: { status: 204, description: "Written down" },
  handle: async ({ services, actor, params, body }) => {
    await services.tasks.add(params.id, body, askerOf(services, actor, params.id));
    return {};
  },
});

const change = route({
  method: "PATCH",
  path: `${path}/:taskId`,
  summary: "Say that a task is done or not; change its words, who sees to it, or its day.",
  access: { to: "journey.comment", inJourney: "id" },
  params: taskParams,
  body: taskChange,
  answers: { status: 204, description: "Changed" },
  handle: async ({ services, actor, params, body }) => {
    await services.tasks.change(params.id, params.taskId, body, askerOf(services, actor, params.id));
    return {};
  },
});

const remove = route({
  method: "DELETE",
  path: `${path}/:taskId`,
  summary: "Remove a task.",
  access: { to: "journey.comment", inJourney: "id" },
  params: taskParams,
  answers: { status: 204, description: "Removed" },
  handle: async ({ services, actor, params }) => {
    await services.tasks.remove(params.id, params.taskId, askerOf(services, actor, params.id));
    return {};
  },
});

export const taskRoutes = [list, add, change, remove];

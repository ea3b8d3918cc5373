import { commentChange, commentList, commentParams, journeyParams, newComment } from "@polku/protocol/http";
import { mayInJourney } from "../../policies/policy.ts";
import type { Actor } from "../../policies/actor.ts";
import type { Services } from "../../services.ts";
import { route } from "../route.ts";

const path = "/api/v1/journeys/:id/comments";

function askerOf(services: Services, actor: Actor, journeyId: string) {
  const { allowed } = mayInJourney(actor, "journey.edit", journeyId, services.clock.now());
  return { actor, mayEdit: allowed };
}

const list = route({
  method: "GET",
  path,
  summary: "The comments of a journey in threads, the one with the latest remark first.",
  access: { to: "journey.read", inJourney: "id" },
  params: journeyParams,
  answers: { status: 200, body: commentList, description: "The threads" },
  handle: async ({ services, actor, params }) => ({
    body: {
      items: await services.comments.list(params.id, askerOf(services, actor, params.id)),
      mayComment: mayInJourney(actor, "journey.comment", params.id, services.clock.now()).allowed,
    },
  }),
});

const add = route({
  method: "POST",
  path,
  summary: "Comment on a thing of the map, or answer in a thread. `@` and a name calls somebody.",
  access: { to: "journey.comment", inJourney: "id" },
  params: journeyParams,
  body: newComment,
  perMinute: 120,
  answers: { status: 204, description: "Said" },
  handle: async ({ services, actor, params, body }) => {
    await services.comments.add(params.id, body, askerOf(services, actor, params.id));
    return {};
  },
});

const change = route({
  method: "PATCH",
  path: `${path}/:commentId`,
  summary: "Change one's own words, or resolve a thread and open it again.",
  access: { to: "journey.comment", inJourney: "id" },
  params: commentParams,
  body: commentChange,
  answers: { status: 204, description: "Changed" },
  handle: async ({ services, actor, params, body }) => {
    await services.comments.change(params.id, params.commentId, body, askerOf(services, actor, params.id));
    return {};
  },
});

const remove = route({
  method: "DELETE",
  path: `${path}/:commentId`,
  summary: "Remove a remark; with the one that began a thread go its answers.",
  access: { to: "journey.comment", inJourney: "id" },
  params: commentParams,
  answers: { status: 204, description: "Removed" },
  handle: async ({ services, actor, params }) => {
    await services.comments.remove(params.id, params.commentId, askerOf(services, actor, params.id));
    return {};
  },
});

const saw = route({
  method: "POST",
  path: `${path}/seen`,
  summary: "The asker has seen everything that calls them here.",
  access: { to: "journey.read", inJourney: "id" },
  params: journeyParams,
  answers: { status: 204, description: "Noted" },
  handle: async ({ services, actor, params }) => {
    await services.comments.sawMentions(params.id, actor.id);
    return {};
  },
});

export const commentRoutes = [list, add, change, remove, saw];

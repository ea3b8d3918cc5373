import { journeyParams, trashList } from "@polku/protocol/http";
import { goesAt, mustBeTrashed, purgeJourney } from "../../commands/purgeJourney.ts";
import { route } from "../route.ts";

const path = "/api/v1/trash";
const access = { to: "journeys.purge" } as const;

const list = route({
  method: "GET",
  path,
  summary: "The journeys in the trash, the last put there first, and when each goes for good.",
  access,
  answers: { status: 200, body: trashList, description: "The trash" },
  handle: async ({ services }) => {
    const rows = await services.journeys.listTrashed();
    const iso = (at: number): string => new Date(at).toISOString();
    const items = rows.flatMap(({ id, title, deletedAt }) =>
      deletedAt === null ? [] : [{ id, title, deletedAt: iso(deletedAt), goesAt: iso(goesAt(deletedAt)) }],
    );
    return { body: { items } };
  },
});

const restore = route({
  method: "POST",
  path: `${path}/:id/restore`,
  summary: "Take a journey out of the trash, as it was.",
  access,
  params: journeyParams,
  answers: { status: 204, description: "It is back" },
  handle: async ({ services, params }) => {
    await mustBeTrashed(services.journeys, params.id);
    await services.journeys.change(params.id, { deletedAt: null });
    return {};
  },
});

const purge = route({
  method: "DELETE",
  path: `${path}/:id`,
  summary: "Delete a journey in the trash for good, with all that hangs on it. There is no way back.",
  access,
  params: journeyParams,
  perMinute: 30,
  answers: { status: 204, description: "It is gone" },
  handle: async ({ services, actor, params }) => {
    await purgeJourney(services, actor.id, params.id, "other");
    return {};
  },
});

export const trashRoutes = [list, restore, purge];

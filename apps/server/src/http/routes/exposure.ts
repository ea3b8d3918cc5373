import { exposure, exposureChoice } from "@polku/protocol/http";
import { readExposure, showExposure } from "../../exposure/exposure.ts";
import { route } from "../route.ts";

const path = "/api/v1/exposure";

const read = route({
  method: "GET",
  path,
  summary:
    "Who of the team has read or heard how many customers this month: only those who chose to be shown.",
  access: { to: "evidence.read" },
  answers: { status: 200, body: exposure, description: "The team" },
  handle: async ({ services, actor }) => ({ body: await readExposure(services, actor.id) }),
});

const choose = route({
  method: "POST",
  path,
  summary: "Show one's own name and number to the team, or take them away at once.",
  access: { to: "me.read" },
  body: exposureChoice,
  answers: { status: 204, description: "Done" },
  handle: async ({ services, actor, body }) => {
    await showExposure(services, actor.id, body.isShown);
    return {};
  },
});

export const exposureRoutes = [read, choose];

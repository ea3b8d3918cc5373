import type { RolledUp } from "@polku/journey";
import type { JourneysBelowList } from "@polku/protocol";
import { journeyParams, journeysBelowList } from "@polku/protocol/http";
import { rollUpFor } from "../../levels/rollUpFor.ts";
import { route } from "../route.ts";
import { foundJourney } from "./journeys.ts";

type Item = JourneysBelowList["items"][number];

const itemOf = ({ evidence, touchpoints, ...rest }: RolledUp): Item => ({
  ...rest,
  evidence: { ...evidence, ci95: evidence.ci95 && [...evidence.ci95] },
  touchpoints: [...touchpoints],
});

const list = route({
  method: "GET",
  path: "/api/v1/journeys/:id/below",
  summary: "What each journey rests on that this one leads to, of those you may see.",
  access: { to: "journey.read", inJourney: "id" },
  params: journeyParams,
  answers: { status: 200, body: journeysBelowList, description: "The journeys below, in numbers" },
  perMinute: 120,
  handle: async ({ services, actor, params }) => {
    await foundJourney(services, params.id);
    const items = await rollUpFor(services, actor, params.id);
    return { body: { items: items.map(itemOf) } };
  },
});

export const belowRoutes = [list];

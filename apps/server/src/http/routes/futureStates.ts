import {
  createdJourney,
  futureStateChanges,
  futureStateParams,
  journeyParams,
  newFutureState,
} from "@polku/protocol/http";
import { compareFutureState, makeFutureState } from "../../commands/futureState.ts";
import { Problem } from "../../errors.ts";
import { mayInWorkspace } from "../../policies/policy.ts";
import { route } from "../route.ts";
import { foundJourney, journeyEntryOf, journeyUrl } from "./journeys.ts";
import { listedChanges } from "./listedChanges.ts";

const make = route({
  method: "POST",
  path: "/api/v1/journeys/:id/future",
  summary:
    "Make a new journey that begins as the future state of this one: everything in it, without quotes and without what became of promises. For those who may make journeys.",
  access: { to: "journey.export", inJourney: "id" },
  params: journeyParams,
  body: newFutureState,
  perMinute: 30,
  answers: { status: 201, body: createdJourney, description: "The new journey" },
  handle: async ({ services, actor, params, body }) => {
    const current = await foundJourney(services, params.id);
    if (!mayInWorkspace(actor, "journeys.create", services.clock.now()).allowed)
      throw new Problem("rights.missing");
    const id = await makeFutureState(services, current, body.title, actor);
    const url = journeyUrl(services, id);
    return { headers: { location: url }, body: { id, title: body.title, url } };
  },
});

const compare = route({
  method: "GET",
  path: "/api/v1/journeys/:id/future/:futureId",
  summary: "A journey and its future state, and what differs, as facts; for those who may see both.",
  access: { to: "journey.read", inJourney: "id" },
  params: futureStateParams,
  perMinute: 120,
  answers: { status: 200, body: futureStateChanges, description: "Both, and the changes" },
  handle: async ({ services, actor, params }) => {
    const [currentRow, futureRow] = await Promise.all(
      [params.id, params.futureId].map((id) => foundJourney(services, id)),
    );
    const current = currentRow && journeyEntryOf(services, actor, currentRow);
    const future = futureRow && journeyEntryOf(services, actor, futureRow);
    if (!currentRow || !futureRow || !current || !future) throw new Problem("journey.unknown");
    const changes = await compareFutureState(services, currentRow, futureRow);
    return { body: { current, future, ...listedChanges(changes) } };
  },
});

export const futureStateRoutes = [make, compare];

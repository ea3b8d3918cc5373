import {
  doorState,
  journeyParams,
  personEntries,
  personInJourney,
  personInJourneyChange,
} from "@polku/protocol/http";
import { changePerson, peopleInJourney, showOut, whereAtTheDoor } from "../../accounts/peopleInJourney.ts";
import { Problem } from "../../errors.ts";
import { route } from "../route.ts";

const path = "/api/v1/journeys/:id/people";

const list = route({
  method: "GET",
  path,
  summary: "The people of a journey with their roles; those who wait in the lobby first.",
  access: { to: "workshop.lead", inJourney: "id" },
  params: journeyParams,
  answers: { status: 200, body: personEntries, description: "The people" },
  handle: async ({ services, params }) => ({
    body: { items: await peopleInJourney(services.db, services.clock, params.id) },
  }),
});

const change = route({
  method: "PATCH",
  path: `${path}/:personId`,
  summary: "Give somebody who came by a link another role, or let them in from the lobby.",
  access: { to: "workshop.lead", inJourney: "id" },
  params: personInJourney,
  body: personInJourneyChange,
  answers: { status: 204, description: "Changed; their open windows come back with the new role" },
  handle: async ({ services, actor, params: { id, personId }, body }) => {
    await changePerson(services.db, services.clock, { journeyId: id, personId, by: actor.id }, body);
    await services.rooms.reviewPerson(personId);
    services.rooms.broadcast({ journeyId: id }, { t: "people" });
    return {};
  },
});

const remove = route({
  method: "DELETE",
  path: `${path}/:personId`,
  summary: "Show somebody who came by a link out: their windows end, and no link lets them in again.",
  access: { to: "workshop.lead", inJourney: "id" },
  params: personInJourney,
  answers: { status: 204, description: "Shown out" },
  handle: async ({ services, actor, params: { id, personId } }) => {
    await showOut(services.db, services.clock, { journeyId: id, personId, by: actor.id });
    await services.rooms.reviewPerson(personId);
    services.rooms.broadcast({ journeyId: id }, { t: "people" });
    return {};
  },
});

const door = route({
  method: "GET",
  path: "/api/v1/join/door/:id",
  summary:
    "Where the asker stands who came by a link: in, or in the lobby. Nobody else is told that the journey is there.",
  access: { to: "anyone", why: "Who waits in the lobby has no right yet; only their own standing is told." },
  params: journeyParams,
  perMinute: 240,
  answers: { status: 200, body: doorState, description: "Where they stand" },
  handle: async ({ services, actor, params }) => {
    const state = await whereAtTheDoor(services.db, params.id, actor.id);
    // Whoever has no standing here is not told whether there is such a journey.
    if (state === "out") throw new Problem("journey.unknown");
    return { body: { state } };
  },
});

export const peopleInJourneyRoutes = [list, change, remove, door];

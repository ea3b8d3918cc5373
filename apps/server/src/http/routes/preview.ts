import { lookAsFile } from "@polku/drawing";
import { journeyParams, previewQuery } from "@polku/protocol/http";
import { route } from "../route.ts";

/** A list that waits longer for one of its pictures, ms, shows bare paper. */
const PATIENCE = 10_000;

const preview = route({
  method: "GET",
  path: "/api/v1/journeys/:id/preview",
  summary: "A small picture (SVG) of the beginning of the map, for lists. No customers' words.",
  access: { to: "journey.read", inJourney: "id" },
  params: journeyParams,
  query: previewQuery,
  answers: { status: 200, type: "image/svg+xml", description: "The picture" },
  handle: async ({ services, params, query, language }) => {
    const look = await services.firstLooks.of(params.id, language, PATIENCE);
    const headers = {
      "content-type": "image/svg+xml; charset=utf-8",
      // The list names another address when the journey has changed.
      "cache-control": "private, max-age=300",
      vary: "accept-language, cookie",
    };
    return { headers, body: lookAsFile(look, query.theme) };
  },
});

export const previewRoutes = [preview];

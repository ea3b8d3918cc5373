import { evidenceHealthQuery, librarySums } from "@polku/protocol/http";
import { route } from "../route.ts";

const day = 86_400_000;

const sums = route({
  method: "GET",
  path: "/api/v1/evidence-health",
  summary:
    "Sums over the library for the health of a journey's evidence: contacts by week and theme, valences, how much was read. Not a word of it.",
  access: { to: "evidence.read" },
  query: evidenceHealthQuery,
  answers: { status: 200, body: librarySums, description: "The sums" },
  handle: async ({ services, query: { sources, source, from, to }, language }) => ({
    body: await services.evidence.librarySums({
      sources,
      source,
      from: from === undefined ? undefined : Date.parse(from),
      to: to === undefined ? undefined : Date.parse(to) + day - 1,
      until: services.clock.now(),
      language,
    }),
  }),
});

export const evidenceHealthRoutes = [sums];

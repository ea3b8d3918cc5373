import { type JourneyEntry } from "@polku/protocol";
import { journeyList } from "@polku/protocol/http";
import { roleIn } from "../../policies/policy.ts";
import { route } from "../route.ts";

const list = route({
  method: "GET",
  path: "/api/v1/journeys",
  summary: "The journeys you may open, the last changed first.",
  access: { to: "journeys.list" },
  answers: { status: 200, body: journeyList, description: "The journeys" },
  handle: async ({ services, actor }) => {
    const now = services.clock.now();
    const items: JourneyEntry[] = [];
    for (const row of await services.journeys.list()) {
      const role = roleIn(actor, row.id, now);
      if (role === undefined) continue;
      items.push({
        id: row.id,
        title: row.title,
        url: `${services.publicUrl}/journeys/${row.id}`,
        role,
        createdAt: new Date(row.createdAt).toISOString(),
        changedAt: new Date(row.changedAt).toISOString(),
        archived: row.archivedAt !== null,
      });
    }
    return { body: { items } };
  },
});

export const journeyRoutes = [list];

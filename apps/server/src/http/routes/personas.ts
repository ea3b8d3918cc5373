import type { LibraryPersona } from "@polku/protocol";
import { personaLibrary } from "@polku/protocol/http";
import { listedOf, personasOf } from "../../listed.ts";
import { roleIn } from "../../policies/policy.ts";
import type { Services } from "../../services.ts";
import type { JourneyRow } from "../../storage/tables.ts";
import { route } from "../route.ts";

/** The personas of a journey as the list has them; one that was made before the list held any is read from its document, once. */
async function personasIn({ rooms, journeys }: Services, row: JourneyRow) {
  const known = personasOf(row);
  if (known !== null) return known;
  const { personas } = await rooms.readDocument(row.id, listedOf);
  await journeys.change(row.id, { personas });
  return personasOf({ personas }) ?? [];
}

const list = route({
  method: "GET",
  path: "/api/v1/personas",
  summary: "The personas of all journeys you may see, each as it is in its own.",
  access: { to: "journeys.list" },
  answers: { status: 200, body: personaLibrary, description: "The personas" },
  perMinute: 120,
  handle: async ({ services, actor }) => {
    const now = services.clock.now();
    const mayI = (journeyId: string): boolean => roleIn(actor, journeyId, now) !== undefined;
    const rows = (await services.journeys.list()).filter(({ id }) => mayI(id));
    const items: LibraryPersona[] = [];
    for (const row of rows)
      // oxlint-disable-next-line no-await-in-loop -- Documents are opened one after the other, not all at once.
      for (const { quoteId: _quoteId, from, needs, ...persona } of await personasIn(services, row))
        items.push({
          ...persona,
          needs: [...needs],
          journeyId: row.id,
          from: from && mayI(from.journeyId) ? from : null,
        });
    return { body: { items } };
  },
});

export const personaRoutes = [list];

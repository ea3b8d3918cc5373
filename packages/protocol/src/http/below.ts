import { z } from "zod";
import { journeyId } from "./journeys.ts";

const people = z.number().int().min(0);
const valence = z.number().min(-2).max(2);

const groundingOfJourney = z.object({
  level: z.enum(["assumption", "anecdotal", "supported", "triangulated", "contested"]),
  n: people,
  families: people,
  sources: people,
  researchers: people,
  askedAndListened: z.boolean(),
  triangulation: z.object({ method: z.boolean(), data: z.boolean(), researcher: z.boolean() }),
  nPos: people,
  nNeg: people,
  contra: people,
  stale: z.boolean(),
});

const evidenceOfJourney = z.object({
  n: people,
  nv: people,
  mean: valence.nullable(),
  sd: z.number().nullable(),
  min: valence.nullable(),
  max: valence.nullable(),
  ci95: z.tuple([valence, valence]).nullable(),
});

/** What the journeys below one rest on, for whoever asks. Counted in people, valences −2..2; those one may not see are not among them. */
export const journeysBelowList = z.object({
  items: z.array(
    z.object({
      journeyId,
      /** How many journeys are counted: it, and those that it leads on to. */
      journeys: z.number().int().min(1),
      grounding: groundingOfJourney,
      evidence: evidenceOfJourney,
      /** Its touchpoints in their order, each with the people in it and below it. */
      touchpoints: z.array(
        z.object({ id: z.string(), title: z.string(), n: people, nv: people, mean: valence.nullable() }),
      ),
    }),
  ),
});
export type JourneysBelowList = z.infer<typeof journeysBelowList>;

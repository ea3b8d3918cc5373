import { z } from "zod";

export const journeyId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

export const journeyParams = z.object({ id: journeyId });

/** A journey as the list shows it; moments are ISO 8601 in UTC. */
export const journeyEntry = z.object({
  id: journeyId,
  title: z.string(),
  url: z.string(),
  role: z.string(),
  lang: z.enum(["en", "fi"]),
  /** The journey a fresh start brings, once in each language: show each reader theirs. */
  sample: z.boolean(),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  archived: z.boolean(),
  /** The journey whose future state it is, for those who may see both. */
  futureOf: journeyId.nullable(),
  /** 0 the whole relationship … 3 a single interaction. */
  level: z.number().int().min(0).max(3),
  /** The journeys that its stages and touchpoints lead to, of those that the asker may see. */
  below: z.array(
    z.union([
      z.object({ touchpointId: z.string(), journeyId }),
      z.object({ stageId: z.string(), journeyId }),
    ]),
  ),
});
export type JourneyEntry = z.infer<typeof journeyEntry>;

export const journeyList = z.object({ items: z.array(journeyEntry) });
export type JourneyList = z.infer<typeof journeyList>;

/** What is in the trash, the last put there first; `goesAt` is when it goes for good. */
export const trashList = z.object({
  items: z.array(
    z.object({ id: journeyId, title: z.string(), deletedAt: z.iso.datetime(), goesAt: z.iso.datetime() }),
  ),
});
export type TrashList = z.infer<typeof trashList>;

export const newJourney = z.object({
  title: z.string().trim().min(1).max(200),
  /** What the journey begins with; "blank" has the usual stages and lanes. */
  template: z.enum(["blank"]).default("blank"),
  lang: z.enum(["en", "fi"]).optional(),
});
export type NewJourney = z.input<typeof newJourney>;

export const createdJourney = z.object({ id: journeyId, title: z.string(), url: z.string() });
export type CreatedJourney = z.infer<typeof createdJourney>;

export const journeyChange = z
  .object({ title: z.string().trim().min(1).max(200), archived: z.boolean() })
  .partial();
export type JourneyChange = z.infer<typeof journeyChange>;

/** A whole journey in the form of the journey file, with the measures derived from it. */
export const wholeJourney = z.object({
  id: journeyId,
  title: z.string(),
  role: z.string(),
  archived: z.boolean(),
  journey: z.record(z.string(), z.unknown()),
  derived: z.record(z.string(), z.unknown()),
});
export type WholeJourney = z.infer<typeof wholeJourney>;

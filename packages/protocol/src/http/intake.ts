import { scales } from "@polku/evidence";
import { SOURCE_KINDS } from "@polku/journey";
import { z } from "zod";
import { evidenceId, speaker } from "./evidenceId.ts";

const short = z.string().trim().min(1).max(200);

/** One thing a customer said, as another system sends it; sent again under the same id it adds nothing. */
export const intakeContact = z
  .object({
    externalId: short,
    /** Either words, or turns in their order, or a score alone. */
    text: z.string().max(65_536).optional(),
    turns: z
      .array(z.object({ speaker, name: short.optional(), text: z.string().min(1).max(20_000) }))
      .max(500)
      .optional(),
    /** ISO 8601; when it arrived, if missing. */
    occurredAt: z.iso.datetime({ offset: true }).optional(),
    /** Mail address, number or id of the customer; only a keyed code of it is kept. */
    person: z.string().max(320).optional(),
    channel: z.string().max(80).optional(),
    /** By what the sending system sorts it; rules may ask for it, it is not kept. */
    queue: short.optional(),
    themes: z.array(z.string().trim().min(1).max(80)).max(20).default([]),
    rating: z.object({ scale: z.enum(scales), x: z.number() }).optional(),
    language: z.enum(["fi", "en"]).optional(),
  })
  .refine(
    ({ text = "", turns = [], rating }) => text.trim() !== "" || turns.length > 0 || rating !== undefined,
    {
      message: "a contact needs text, turns or a rating",
    },
  );
export type IntakeContact = z.input<typeof intakeContact>;

export const intakeQuery = z.object({
  /** The source that it joins, made when there is none of this title and kind. */
  source: short.default("Intake"),
  kind: z.enum(SOURCE_KINDS).default("spontaneous_feedback"),
  sample: z.enum(["0", "1"]).default("0"),
});

export const intakeDone = z.object({
  sourceId: evidenceId,
  kept: z.number().int(),
  /** Known already by their ids. */
  duplicates: z.number().int(),
  /** Links that rules suggested. */
  suggested: z.number().int(),
  /** What could not be taken: its line (or place in the list) from 1, and why. At most the first 100. */
  refused: z.array(z.object({ line: z.number().int(), why: z.string() })),
  refusedCount: z.number().int(),
});
export type IntakeDone = z.infer<typeof intakeDone>;

const condition = z.string().trim().min(1).max(200).nullish();

export const newRoutingRule = z
  .object({
    journeyId: evidenceId,
    touchpointId: evidenceId,
    words: condition,
    theme: condition,
    channel: condition,
    queue: condition,
  })
  .refine(({ words, theme, channel, queue }) => [words, theme, channel, queue].some(Boolean), {
    message: "a rule needs words, a theme, a channel or a queue",
  });
export type NewRoutingRule = z.input<typeof newRoutingRule>;
export const routingRule = z.object({
  id: evidenceId,
  journeyId: z.string(),
  touchpointId: z.string(),
  words: z.string().nullable(),
  theme: z.string().nullable(),
  channel: z.string().nullable(),
  queue: z.string().nullable(),
  createdAt: z.string(),
});
export type RoutingRule = z.infer<typeof routingRule>;
export const routingRuleQuery = z.object({ journey: evidenceId.optional() });
export const routingRuleList = z.object({ items: z.array(routingRule) });

/** What a rule would catch in the library as it is: how many (counted up to 1,000) and the latest few. */
export const rulePreview = z.object({
  count: z.number().int(),
  items: z.array(z.object({ id: evidenceId, text: z.string(), at: z.string().nullable() })),
});
export type RulePreview = z.infer<typeof rulePreview>;

export const suggestionCounts = z.object({
  items: z.array(z.object({ touchpointId: z.string(), count: z.number().int() })),
});
export type SuggestionCounts = z.infer<typeof suggestionCounts>;

export const suggestionQuery = z.object({ journey: evidenceId, touchpoint: evidenceId });
export const suggestionList = z.object({
  items: z.array(
    z.object({
      contactId: evidenceId,
      text: z.string(),
      /** Where the customer's own words stand in it: of a conversation their first turn, else all of it. */
      start: z.number().int(),
      end: z.number().int(),
      at: z.string().nullable(),
      channel: z.string().nullable(),
      sourceTitle: z.string(),
    }),
  ),
});
export type SuggestionList = z.infer<typeof suggestionList>;

export const suggestionDecision = z.object({
  journeyId: evidenceId,
  touchpointId: evidenceId,
  contactId: evidenceId,
  state: z.enum(["confirmed", "rejected"]),
});
export type SuggestionDecision = z.infer<typeof suggestionDecision>;

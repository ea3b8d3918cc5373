import { SOURCE_KINDS } from "@polku/journey";
import { z } from "zod";
import { quoteClip, stretch } from "./recordings.ts";
import { evidenceId, flag, speaker } from "./evidenceSources.ts";

const theme = z.string().trim().min(1).max(80);
/** −2 to 2; checked by the handler, so that a wrong one is refused with its own sentence. */
const valence = z.number().nullable();
const manner = z.enum(["stated", "observed", "felt"]);
const moment = z.enum(["before", "during", "after"]);

/** Words of a contact made a quote: by their place in its text, or by the words themselves (their first place counts). */
export const newQuote = z.object({
  contactId: evidenceId,
  start: z.number().int().min(0).optional(),
  end: z.number().int().min(1).optional(),
  text: z.string().min(1).max(20_000).optional(),
  speaker: speaker.optional(),
  /** Given by a person; when it is left out, the contact's score speaks. */
  valence: valence.optional(),
  themes: z.array(theme).max(20).default([]),
  manner: manner.default("stated"),
  moment: moment.nullish(),
  personaId: evidenceId.nullish(),
  /** The stretch of the contact's recording; where its words are spoken when left out. Words may then be left out too. */
  clip: stretch.optional(),
});
export type NewQuote = z.input<typeof newQuote>;

export const quoteChange = z
  .object({
    speaker,
    valence,
    themes: z.array(theme).max(20),
    manner,
    moment: moment.nullable(),
    personaId: evidenceId.nullable(),
    /** True takes the quote out of every count without erasing it. */
    withdrawn: z.boolean(),
    clip: stretch.nullable(),
  })
  .partial();
export type QuoteChange = z.infer<typeof quoteChange>;

/** A quote with all that the measures need to know of its contact and source. */
export const quoteEntry = z.object({
  id: evidenceId,
  text: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  speaker,
  valence: z.number().nullable(),
  vBy: z.enum(["human", "rating"]).nullable(),
  themes: z.array(z.string()),
  manner,
  moment: moment.nullable(),
  personaId: z.string().nullable(),
  itemId: evidenceId,
  sourceId: evidenceId,
  sourceTitle: z.string(),
  kind: z.enum(SOURCE_KINDS),
  sample: z.boolean(),
  respondentKey: z.string().nullable(),
  /** When the customer said it, ISO 8601 UTC. */
  at: z.string().nullable(),
  channel: z.string().nullable(),
  withdrawn: z.boolean(),
  by: z.string(),
  /** Where it is heard; null when it is not. */
  clip: quoteClip.nullable(),
  /** Ids of quotes that people of the team joined it with as said and did. Only where quotes are asked for by their ids. */
  joined: z.array(evidenceId).optional(),
});
export type QuoteEntry = z.infer<typeof quoteEntry>;
export const quoteList = z.object({ items: z.array(quoteEntry), next: z.string().optional() });
export type QuoteList = z.infer<typeof quoteList>;

export const quoteQuery = z.object({
  /** At most 500, comma between: what an address safely holds. */
  ids: z
    .string()
    .max(40_000)
    .transform((list) => list.split(",").filter((id) => id !== ""))
    .pipe(z.array(evidenceId).max(500))
    .optional(),
  q: z.string().max(200).optional(),
  source: evidenceId.optional(),
  contact: evidenceId.optional(),
  theme: z.string().max(80).optional(),
  cursor: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

/** A pair: what a customer said, and what somebody was seen doing. */
export const quotePairList = z.object({ items: z.array(z.object({ said: quoteEntry, did: quoteEntry })) });
export type QuotePairList = z.infer<typeof quotePairList>;
export const newQuotePair = z.object({ with: evidenceId });
export const quotePairParams = z.object({ id: evidenceId, otherId: evidenceId });
export const counterpartQuery = z.object({
  /** Not only of the same person. */
  anyone: flag.optional(),
  /** With `anyone`: only those that bear these words. */
  q: z.string().max(200).optional(),
});

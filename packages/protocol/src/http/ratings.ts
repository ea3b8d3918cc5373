import { z } from "zod";
import { evidenceId, speaker } from "./evidenceId.ts";

/** Quotes to be rated a second time. How they were rated is not told. */
export const ratingsToDo = z.object({
  items: z.array(
    z.object({ id: evidenceId, text: z.string(), speaker, sourceTitle: z.string(), heard: z.boolean() }),
  ),
  /** How many are left, these included. */
  left: z.number().int(),
});
export type RatingsToDo = z.infer<typeof ratingsToDo>;

export const newRating = z.object({ valence: z.number().min(-2).max(2) });

/** How far two raters agree, and where they do not: only quotes that the asker made or has rated. */
export const ratingAgreement = z.object({
  n: z.number().int(),
  same: z.number().nullable(),
  kappa: z.number().nullable(),
  apart: z.array(z.object({ quoteId: evidenceId, text: z.string(), first: z.number(), second: z.number() })),
});
export type RatingAgreement = z.infer<typeof ratingAgreement>;

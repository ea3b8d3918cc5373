import { z } from "zod";
import { evidenceId, speaker } from "./evidenceId.ts";

/** Seconds from the start of a recording. */
const seconds = z.number().min(0).max(100_000);

/** A part of a recording. */
export const stretch = z
  .object({ from: seconds, to: seconds })
  .refine(({ from, to }) => to > from, "a stretch ends after it begins");

/** Words of a clip while they are spoken, by seconds from its start. */
const caption = z.object({ from: z.number(), to: z.number(), speaker, text: z.string() });

/** The stretch of a recording in which a quote is heard, and its words as they come, in the asker's language. */
export const quoteClip = z.object({ from: z.number(), to: z.number(), captions: z.array(caption) });
export type QuoteClip = z.infer<typeof quoteClip>;

/** How loud a recording is, 0 to 100, in as many equal parts as there are numbers. */
export const peaks = z.array(z.number().int().min(0).max(100)).max(4000);

export const recordingEntry = z.object({
  id: evidenceId,
  contactId: evidenceId,
  sourceId: evidenceId,
  form: z.enum(["opus", "wav"]),
  seconds: z.number(),
  peaks,
  /** Stretches in which nothing is to be heard any more. */
  silenced: z.array(z.object({ from: z.number(), to: z.number() })),
});
export type RecordingEntry = z.infer<typeof recordingEntry>;

export const toSilence = z.object({ stretches: z.array(stretch).min(1).max(200) });

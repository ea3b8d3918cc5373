import { z } from "zod";
import { journeyId } from "./journeys.ts";
import { stretch } from "./recordings.ts";

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const secret = z.string().min(1).max(200);

/** The text that participants agree to. Its words stand in the app; whoever changes their meaning raises the version. */
export const CONSENT_VERSION = "1";

/** The text that they agree to besides, before their voice is recorded. */
export const SOUND_CONSENT_VERSION = "1";

/** Most that is taken of a voice in one answer. */
export const MOST_SPOKEN = { minutes: 5, bytes: 12 * 1024 * 1024 };

/** Whose curve it is: a customer's own, or a colleague's view. */
export const participantAsks = z.enum(["customer", "colleague"]);

/** `title` names the source into which the answers go. */
export const newParticipantLink = z.object({
  asks: participantAsks,
  title: z.string().trim().min(1).max(200),
});
export type NewParticipantLink = z.infer<typeof newParticipantLink>;

export const createdParticipantLink = z.object({ id: z.string(), url: z.string() });

export const participantLinkEntry = z.object({
  id: z.string(),
  asks: participantAsks,
  sourceId: z.string(),
  createdAt: z.iso.datetime(),
  answers: z.number().int(),
});
export type ParticipantLinkEntry = z.infer<typeof participantLinkEntry>;
export const participantLinks = z.object({ items: z.array(participantLinkEntry) });
export const participantLinkParams = z.object({ id: journeyId, linkId: id });

export const lookAsParticipant = z.object({ secret });

/** What a participant sees: titles of the journey's path, its own words for −2 … +2 (empty: the reader's), and nothing that others said. */
export const participantView = z.object({
  title: z.string(),
  asks: participantAsks,
  consentVersion: z.string(),
  /** The text about their voice that holds now, and most minutes that they may speak. */
  voice: z.object({ consentVersion: z.string(), minutes: z.number() }),
  moments: z.array(z.object({ id, title: z.string(), stage: z.string() })),
  feelings: z.array(z.string()).length(5),
});
export type ParticipantView = z.infer<typeof participantView>;

/**
 * A curve. `answerId` is made by the sender, so that an answer sent twice is one; `person` is a random key of the sender's browser, by which
 * one person is counted once; it is kept only as a keyed hash. `v` runs from −2 to 2.
 */
export const participantCurve = z.object({
  secret,
  answerId: id,
  person: z.string().min(16).max(64),
  consentVersion: z.string().max(20),
  points: z
    .array(
      z.object({
        touchpointId: id,
        v: z.number().min(-2).max(2),
        words: z.string().trim().max(600).default(""),
        /** Where the person tells it in the recording that comes with the answer. */
        clip: stretch.optional(),
      }),
    )
    .max(60)
    .refine(
      (points) => new Set(points.map((one) => one.touchpointId)).size === points.length,
      "two points stand at one moment",
    ),
  /** What belongs to no moment. */
  said: z.string().trim().max(2000).default(""),
});
export type ParticipantCurve = z.input<typeof participantCurve>;

/** A curve that is told in the person's own voice too, and their consent to that. */
export const spokenCurve = participantCurve.extend({ soundConsentVersion: z.string().max(20) });
export type SpokenCurve = z.input<typeof spokenCurve>;

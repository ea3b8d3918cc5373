import { exportNames, fileKinds, personalDataKinds, scales } from "@polku/evidence";
import { SHAPE_COLOURS, SOURCE_KINDS } from "@polku/journey";
import { z } from "zod";
import { evidenceId, speaker } from "./evidenceId.ts";
import { recordingEntry } from "./recordings.ts";

export { evidenceId, speaker };
export const evidenceParams = z.object({ id: evidenceId });

const heading = z.string().min(1).max(1000);
const scale = z.enum(scales);
const day = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);
const count = z.number().int().min(0).max(100_000_000);

/** Which column says what, by heading. `words` may be one heading or several; `score` a heading with its scale. */
export const columnMapping = z.object({
  words: z.union([heading.transform((one) => [one]), z.array(heading).max(50)]),
  person: heading.optional(),
  moment: heading.optional(),
  score: z.object({ column: heading, scale }).optional(),
  channel: heading.optional(),
  externalId: heading.optional(),
  themes: heading.optional(),
  language: heading.optional(),
  dayFirst: z.boolean().optional(),
});

/** What a preview may be told: how the person has mapped it so far. */
export const previewMeta = z.object({
  mapping: columnMapping.optional(),
  speakers: z.record(z.string().max(200), speaker).optional(),
  /** How `3/11/26` is read in a chat. */
  dayFirst: z.boolean().optional(),
});

/** What a person tells of a source when importing a file into it. Days are ISO 8601. */
export const sourceMeta = z.object({
  kind: z.enum(SOURCE_KINDS),
  /** The file's name when missing. */
  title: z.string().trim().min(1).max(200).optional(),
  invited: count.nullish(),
  responded: count.nullish(),
  collectedFrom: day.nullish(),
  collectedTo: day.nullish(),
  samplingNote: z.string().max(2000).nullish(),
  /** What the answers are used for, as the respondents were told. */
  purpose: z.string().max(2000).nullish(),
  consentBasis: z
    .enum(["consent", "contract", "legitimate_interest", "public", "unknown"])
    .default("unknown"),
  /** When everything of it is erased; 24 months from now when missing. */
  retentionUntil: day.nullish(),
  /** When the keys by which its people are known again are dropped; with the words when missing. */
  identityUntil: day.nullish(),
  /** Invented data that must stay marked as such. */
  sample: z.boolean().default(false),
  /** When all its words are in one language; told from each contact when missing. */
  language: z.enum(["fi", "en"]).optional(),
  mapping: columnMapping.optional(),
  /** Who is who in a transcript: name in the file → role. */
  speakers: z.record(z.string().max(200), speaker).optional(),
  /** How `3/11/26` is read in a chat; a table says it in its mapping. */
  dayFirst: z.boolean().optional(),
  /** Whether the rules for what arrives may suggest touchpoints for what it brings. */
  suggest: z.boolean().default(true),
  /**
   * Names, numbers and addresses are masked before anything is stored. A list masks only those kinds, false nothing: only by a
   * person's decision.
   */
  mask: z.union([z.boolean(), z.array(z.enum(personalDataKinds))]).default(true),
});
export type SourceMeta = z.input<typeof sourceMeta>;

/** The same of a picture, with what it shows: the words of its contact. */
const caption = z.string().trim().min(1).max(5000);
/** By what a person is known: an address, a customer number, a name. Kept as a pseudonym only. */
const pictured = z.string().trim().min(1).max(200);
export const pictureMeta = sourceMeta.extend({ caption, person: pictured.optional() });

/** What is not given stays; `person: null` says that nobody is known by it. */
export const pictureChange = z.object({
  caption: caption.optional(),
  person: pictured.nullable().optional(),
  mask: z.boolean().default(true),
});
export type PictureChange = z.input<typeof pictureChange>;

export const takenImport = z.object({ id: evidenceId, importId: evidenceId });
export type TakenImport = z.infer<typeof takenImport>;

export const skippedRow = z.object({ row: z.number().int(), code: z.string(), why: z.string() });

/** How an import goes. `skipped` lists at most the first 1,000; `skippedCount` counts them all. */
export const importProgress = z.object({
  id: evidenceId,
  sourceId: evidenceId,
  fileName: z.string(),
  state: z.enum(["waiting", "running", "done", "failed", "cancelled"]),
  read: z.number().int(),
  kept: z.number().int(),
  duplicates: z.number().int(),
  skippedCount: z.number().int(),
  /** How many links the rules for what arrives suggest for what it brought. */
  suggested: z.number().int(),
  skipped: z.array(skippedRow),
  /** Why it failed, in the asker's language; null otherwise. */
  reason: z.string().nullable(),
  warnings: z.array(z.string()),
});
export type ImportProgress = z.infer<typeof importProgress>;
export const importList = z.object({ items: z.array(importProgress) });
export type ImportList = z.infer<typeof importList>;

const turn = z.object({
  speaker,
  name: z.string().optional(),
  question: z.string().optional(),
  text: z.string(),
  /** Place of the turn in the contact's text. */
  from: z.number().int(),
  startS: z.number().optional(),
  endS: z.number().optional(),
  /** Its lines where it has several: place in the turn's text, seconds it begins, seconds it ends. */
  cues: z.array(z.tuple([z.number(), z.number(), z.number()])).optional(),
  /** When the turn is a mail: what stands around its words, and the earlier ones that it repeats. */
  letter: z
    .object({
      subject: z.string(),
      at: z.string().nullable(),
      to: z.array(z.object({ speaker, name: z.string().optional() })),
      quoted: z.string(),
    })
    .optional(),
});
export type ContactTurn = z.infer<typeof turn>;

export const filePreview = z.object({
  kind: z.enum(fileKinds),
  /** Whose export a table is, when its headings tell. */
  export: z.enum(exportNames).optional(),
  encoding: z.string(),
  delimiter: z.string().optional(),
  warnings: z.array(z.string()),
  headings: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  mapping: columnMapping,
  ambiguousDates: z.boolean(),
  /** True when the mapping is the one chosen for such a table last time. */
  remembered: z.boolean(),
  speakers: z.array(z.object({ name: z.string(), role: speaker, turns: z.number().int() })),
  /** The first contacts as they would be kept with what was guessed, masked. */
  contacts: z.array(
    z.object({
      text: z.string(),
      occurredAt: z.string().nullable(),
      rating: z.object({ scale, x: z.number() }).optional(),
      channel: z.string().optional(),
      themes: z.array(z.string()),
      thread: z.array(turn).optional(),
    }),
  ),
  /** How often each kind of personal data was found in the sample. */
  personalData: z.record(z.string(), z.number().int()),
  /** Up to three different pieces of each kind, as they stand in the file: for a person to judge. */
  personalDataSamples: z.record(z.string(), z.array(z.string())),
  /** How many contacts the sample held. */
  sampled: z.number().int(),
  /** For how many of them each touchpoint would be suggested by the rules for what arrives. */
  suggested: z.array(z.object({ journeyId: z.string(), touchpointId: z.string(), count: z.number().int() })),
});
export type FilePreview = z.infer<typeof filePreview>;

export const sourceEntry = z.object({
  id: evidenceId,
  kind: z.enum(SOURCE_KINDS),
  title: z.string(),
  fileName: z.string().nullable(),
  sample: z.boolean(),
  collectedFrom: z.string().nullable(),
  collectedTo: z.string().nullable(),
  invited: z.number().int().nullable(),
  responded: z.number().int().nullable(),
  samplingNote: z.string().nullable(),
  purpose: z.string().nullable(),
  consentBasis: z.string(),
  retentionUntil: z.string().nullable(),
  identityUntil: z.string().nullable(),
  createdAt: z.string(),
  /** Its numbers: contacts kept, quotes made of them, contacts with a score, first and last moment. */
  contacts: z.number().int(),
  quotes: z.number().int(),
  scored: z.number().int(),
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable(),
});
export type SourceEntry = z.infer<typeof sourceEntry>;
export const sourceList = z.object({ items: z.array(sourceEntry) });
export const erasedSource = z.object({
  id: evidenceId,
  contacts: z.number().int(),
  quotes: z.number().int(),
});

/** How long it is kept: days, ISO 8601. */
export const sourceChange = z.object({ retentionUntil: day, identityUntil: day }).partial();
export type SourceChange = z.infer<typeof sourceChange>;

const rating = z.object({ scale, x: z.number() });

/** What somebody of the team did with a contact: nothing yet, read it, or set it aside as nothing to go on. */
export const triageState = z.enum(["unread", "read", "aside"]);
export type TriageState = z.infer<typeof triageState>;

export const contactEntry = z.object({
  id: evidenceId,
  sourceId: evidenceId,
  text: z.string(),
  /** When the customer said it, ISO 8601 UTC; null when not known. */
  at: z.string().nullable(),
  lang: z.string(),
  channel: z.string().nullable(),
  rating: rating.nullable(),
  themes: z.array(z.string()),
  thread: z.array(turn).nullable(),
  /** The questions of a survey that were read beside the words and the score; null when nobody asked. */
  asked: z.object({ words: z.string().optional(), score: z.string().optional() }).nullable(),
  respondentKey: z.string().nullable(),
  /** True when words of it are a quote already. */
  attached: z.boolean(),
  triage: triageState,
  /** Where the searched words stand in the text: [from, to] pairs. */
  marks: z.array(z.tuple([z.number().int(), z.number().int()])),
  /** Its sound; null when there is none, and in lists. */
  recording: recordingEntry.nullable(),
  /** How large its picture is, px; null when there is none, and in lists. */
  picture: z.object({ width: z.number().int(), height: z.number().int() }).nullable(),
});
export type ContactEntry = z.infer<typeof contactEntry>;
export const contactPage = z.object({
  items: z.array(contactEntry),
  next: z.string().optional(),
  /** How many there are, counted up to 1,000; 1,001 says that there are more. Only when `counted` was asked. */
  count: z.number().int().optional(),
});
export type ContactPage = z.infer<typeof contactPage>;

export const flag = z
  .enum(["0", "1", "true", "false"])
  .transform((value) => value === "1" || value === "true");

export const contactQuery = z.object({
  q: z.string().max(200).optional(),
  /** The last word of `q` is still being typed: words that begin with it count. */
  typing: flag.optional(),
  source: evidenceId.optional(),
  from: day.optional(),
  to: day.optional(),
  theme: z.string().max(80).optional(),
  channel: z.string().max(40).optional(),
  attached: flag.optional(),
  kind: z.enum(SOURCE_KINDS).optional(),
  /** Sources in which customers were asked, or listened to. */
  origin: z.enum(["asked", "listened"]).optional(),
  /** The band of the score or of a quote's valence: ≤ −0.5, ≥ 0.5, or between. */
  feeling: z.enum(["negative", "neutral", "positive"]).optional(),
  triage: triageState.optional(),
  /** Only contacts with a quote on this touchpoint of `journey`. */
  touchpoint: evidenceId.optional(),
  journey: evidenceId.optional(),
  /** `relevance` ranks the latest 150 that hold all words, compounds among them where fewer than 30 hold the words themselves; others follow by date. */
  sort: z.enum(["date", "relevance"]).default("date"),
  /** Asks for `count` too. */
  counted: flag.optional(),
  cursor: z
    .string()
    .regex(/^(?:[12]\.\d{1,16}|r\.\d{1,16}\.\d{1,3})$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const triageChange = z.object({ ids: z.array(evidenceId).min(1).max(200), state: triageState });
export type TriageChange = z.infer<typeof triageChange>;
export const triageDone = z.object({ ids: z.array(evidenceId), state: triageState });

/** A search as it stands in an address: what was typed and chosen, by the names that `GET /api/v1/contacts` knows. */
export const savedSearchWords = z
  .record(z.string().regex(/^[a-z]{1,20}$/), z.string().max(200))
  .refine((search) => Object.keys(search).length <= 20);
export const newSavedSearch = z.object({ name: z.string().trim().min(1).max(80), search: savedSearchWords });
export type NewSavedSearch = z.infer<typeof newSavedSearch>;
export const savedSearch = newSavedSearch.extend({ id: evidenceId, by: z.string(), createdAt: z.string() });
export type SavedSearch = z.infer<typeof savedSearch>;
export const savedSearchList = z.object({ items: z.array(savedSearch) });

const themeName = z.string().trim().min(1).max(80);
/** A theme with how many contacts bear it, or one under it. */
export const themeEntry = z.object({
  theme: z.string(),
  count: z.number().int(),
  /** The theme it stands under. */
  under: z.string().optional(),
  colour: z.enum(SHAPE_COLOURS).optional().catch(undefined),
});
export type ThemeEntry = z.infer<typeof themeEntry>;
export const themeList = z.object({ items: z.array(themeEntry) });
/** What becomes of a theme. A name that is a theme already makes the two one. */
export const themeChange = z.object({
  theme: themeName,
  name: themeName.optional(),
  under: themeName.nullish(),
  colour: z.enum(SHAPE_COLOURS).nullish(),
});
export type ThemeChange = z.infer<typeof themeChange>;
/** What it is called now, how many contacts bore it, and how many quotes were named otherwise. */
export const changedTheme = z.object({
  theme: z.string(),
  contacts: z.number().int(),
  quotes: z.number().int(),
});
export type ChangedTheme = z.infer<typeof changedTheme>;
export type ThemeList = z.infer<typeof themeList>;

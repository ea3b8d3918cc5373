import type { QuoteChange } from "@polku/protocol";
import type { Generated } from "kysely";
import type { RecordingTables } from "./recordingTable.ts";

/** Moments are ms since 1970 UTC. Customers' words stand in `contact`, `contactSearch`, `term` and `quote` only. */
export type SourceRow = {
  id: string;
  kind: string;
  title: string;
  fileName: string | null;
  /** SHA-256 of the file the source began with, by which the same file is known again. */
  fileHash: string | null;
  sample: number;
  collectedFrom: number | null;
  collectedTo: number | null;
  invited: number | null;
  responded: number | null;
  samplingNote: string | null;
  purpose: string | null;
  consentBasis: string;
  /** When everything of it is erased; null keeps it (sample data only). */
  retentionUntil: number | null;
  /** When the keys by which its people are known again are dropped; the words stay. */
  identityUntil?: number | null | undefined;
  /** It is gone for everyone; its rows are still being swept out. */
  erasingAt?: number | null | undefined;
  createdBy: string;
  createdAt: number;
  /** JSON, when it is kept in several languages (`inLanguage.ts`). */
  textIn?: string | null | undefined;
};

export type ImportState = "waiting" | "running" | "done" | "failed" | "cancelled";

export type ImportRow = {
  id: string;
  sourceId: string;
  fileName: string;
  state: string;
  read: number;
  kept: number;
  duplicates: number;
  skippedCount: number;
  /** JSON: [{row, why}], the first 1,000. */
  skipped: string;
  /** A problem code when the import failed. */
  reason: string | null;
  /** JSON: codes of what a person should know. */
  warnings: string;
  /** How many links the rules suggested for what it brought; 0 when missing. */
  suggested?: number | undefined;
  createdAt: number;
  endedAt: number | null;
};

/** What an import that has not ended needs to be gone on with; JSON with the names of speakers in it. */
export type ImportJobRow = { importId: string; job: string; starts: number };

export type ContactRow = {
  /** Place in the order of arrival; the full-text index knows a contact by it. */
  rowNo: number;
  id: string;
  sourceId: string;
  /** By its content; unique within its source, so that importing twice adds nothing. */
  hash: string;
  externalId: string | null;
  occurredAt: number | null;
  respondentKey: string | null;
  lang: string;
  text: string;
  ratingScale: string | null;
  ratingX: number | null;
  channel: string | null;
  /** JSON: string[]. */
  themes: string;
  /** JSON: turns, or null. */
  thread: string | null;
  /** JSON: the questions that were read beside its words and its score; null when nobody asked. */
  asked?: string | null | undefined;
  /** JSON, when it is kept in several languages (`inLanguage.ts`). */
  textIn?: string | null | undefined;
};

export type QuoteRow = {
  rowNo: number;
  /** The stretch of its contact's recording that it is, in seconds, where a person has set it. */
  clipFrom?: number | null | undefined;
  clipTo?: number | null | undefined;
  id: string;
  contactId: string;
  sourceId: string;
  start: number;
  end: number;
  text: string;
  speaker: string;
  valence: number | null;
  vBy: string | null;
  themes: string;
  manner: NonNullable<QuoteChange["manner"]>;
  moment: NonNullable<QuoteChange["moment"]> | null;
  personaId: string | null;
  by: string;
  createdAt: number;
  withdrawnAt: number | null;
  /** JSON, when it is kept in several languages (`inLanguage.ts`). */
  textIn?: string | null | undefined;
};

/** That something was erased: never what. `sweptAt` is null while its bytes are being taken out of the files. */
type TombstoneRow = {
  id: string;
  what: string;
  erasedAt: number;
  by: string;
  reason: string;
  sweptAt: number | null;
};

/** How a table with these headings was mapped last time, and for which source. */
type RememberedMappingRow = {
  headingsHash: string;
  mapping: string;
  changedAt: number;
  sourceId: string | null;
};

/** That somebody of the team has dealt with a contact; a contact without a row is unread. It goes with its contact. */
type TriageRow = { contactId: string; state: string; by: string; at: number };

/** A search that a person gave a name. `search`: JSON of what was typed and chosen; it holds nothing of a contact. */
export type SavedSearchRow = { id: string; name: string; search: string; by: string; createdAt: number };

/** What the team made of a theme: the one it stands under, and its colour. A theme without a row is as it was said. */
export type ThemeRow = { name: string; under: string | null; colour: string | null };

type Numbered<Row extends { rowNo: number }> = Omit<Row, "rowNo"> & { rowNo: Generated<number> };

export type EvidenceTables = RecordingTables & {
  source: SourceRow;
  sourceImport: ImportRow;
  importJob: ImportJobRow;
  contact: Numbered<ContactRow>;
  quote: Numbered<QuoteRow>;
  tombstone: TombstoneRow;
  rememberedMapping: RememberedMappingRow;
  /** The distinct stems of the full-text index, and each with its letters backwards, for what a word ends in. */
  term: { stem: string; back: string };
  contactTriage: TriageRow;
  savedSearch: SavedSearchRow;
  theme: ThemeRow;
};

import type { EvidenceStore, NewContact } from "../storage/evidenceStore.ts";
import type { ImportRow, QuoteRow, SourceRow } from "../storage/evidenceTables.ts";
import type { Tombstone } from "../storage/tombstone.ts";

/** Runs a test with an empty store, and closes it. */
export type WithStore = (run: (store: EvidenceStore) => Promise<void>) => Promise<void>;

/** A survey in the library. */
export const source = (id: string, more: Partial<SourceRow> = {}): SourceRow => ({
  id,
  kind: "survey_open",
  title: `Kysely ${id}`,
  fileName: null,
  fileHash: null,
  sample: 0,
  collectedFrom: null,
  collectedTo: null,
  invited: null,
  responded: null,
  samplingNote: null,
  purpose: null,
  consentBasis: "unknown",
  retentionUntil: null,
  createdBy: "ana",
  createdAt: 1000,
  ...more,
});

/** A contact whose text is its stems. */
export const contact = (
  id: string,
  stems: readonly string[],
  more: Partial<NewContact> = {},
): NewContact => ({
  id,
  hash: `hash ${id}`,
  externalId: null,
  occurredAt: null,
  respondentKey: null,
  lang: "fi",
  text: stems.join(" "),
  ratingScale: null,
  ratingX: null,
  channel: null,
  themes: "[]",
  thread: null,
  stems,
  ...more,
});

/** A word of a contact. */
export const quote = (id: string, contactId: string, sourceId: string, more: Partial<QuoteRow> = {}) => ({
  id,
  contactId,
  sourceId,
  start: 0,
  end: 4,
  text: "sana",
  speaker: "customer",
  valence: -1.5,
  vBy: "human",
  themes: "[]",
  manner: "stated" as const,
  moment: null,
  personaId: null,
  by: "ana",
  createdAt: 1,
  withdrawnAt: null,
  ...more,
});

/** An import in some state. */
export const started = (id: string, sourceId: string, state: string): ImportRow => ({
  id,
  sourceId,
  fileName: "a.csv",
  state,
  read: 0,
  kept: 0,
  duplicates: 0,
  skippedCount: 0,
  skipped: "[]",
  reason: null,
  warnings: "[]",
  createdAt: 1,
  endedAt: null,
});

/** What says that something was erased. */
export const tombstone = (what: Tombstone["what"], id: string, erasedAt = 1): Tombstone => ({
  what,
  id,
  erasedAt,
  by: "ana",
  reason: "request",
});

const everything = { filter: {}, limit: 100 };

/** The ids of what a question finds, in its order. */
export const ids = async (
  store: EvidenceStore,
  asked: Partial<Parameters<EvidenceStore["findContacts"]>[0]>,
) => (await store.findContacts({ ...everything, ...asked })).map(({ id }) => id);

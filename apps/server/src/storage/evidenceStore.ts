import type { LibrarySums } from "@polku/journey";
import type { Language } from "@polku/protocol";
import type { ContactRow, ImportRow, QuoteRow, SourceRow, ThemeRow } from "./evidenceTables.ts";
import type { ListedTheme } from "./themeTree.ts";
import type { Erasable, Erased, Tombstone } from "./tombstone.ts";

/** A contact ready to be kept: masked, hashed, with the stems the index will hold. */
export type NewContact = Omit<ContactRow, "rowNo" | "sourceId"> & { stems: readonly string[] };

/** A source with its numbers. */
export type SourceSummary = SourceRow & {
  contacts: number;
  quotes: number;
  scored: number;
  firstAt: number | null;
  lastAt: number | null;
};

/** A quote joined with what the measures need of its contact and source. */
export type QuoteFactsRow = QuoteRow & {
  sourceTitle: string;
  /** The source's own texts by language, JSON. */
  sourceTextIn?: string | null | undefined;
  kind: string;
  sample: number;
  respondentKey: string | null;
  occurredAt: number | null;
  channel: string | null;
  lang: string;
  /** How long the recording of its contact is, and the conversation with its times; null where nothing can be heard. */
  soundSeconds?: number | null | undefined;
  thread?: string | null | undefined;
  contactTextIn?: string | null | undefined;
};

/** The band of a valence: ≤ −0.5, ≥ +0.5, or between. */
export type Feeling = "negative" | "neutral" | "positive";

/** What somebody of the team did with a contact. */
export type TriageState = "unread" | "read" | "aside";

export type ContactFilter = {
  source?: string | undefined;
  /** Sources of any of these kinds. */
  kinds?: readonly string[] | undefined;
  /** ms since 1970; contacts without a moment are left out when either is given. */
  from?: number | undefined;
  to?: number | undefined;
  /** A theme, or one that stands under it. */
  theme?: string | undefined;
  channel?: string | undefined;
  attached?: boolean | undefined;
  /** By the contact's score or the valence of a quote of it. */
  feeling?: Feeling | undefined;
  triage?: TriageState | undefined;
  /** Only these contacts. */
  among?: readonly string[] | undefined;
  /** The language the theme is named in, for quotes kept in several. */
  language?: Language | undefined;
};

/** One word of a search, or words in quotes: any of its stems will do, or any of these stems one after the other. */
export type SearchKeys = { stems: readonly string[]; phrases?: readonly (readonly string[])[] | undefined };

/**
 * What a search asks the index: every term of `all` must be there, and not every term of `none` (the hits an earlier,
 * stricter tier has shown).
 */
export type IndexQuestion = { all: readonly SearchKeys[]; none?: readonly SearchKeys[] };

/** A contact with its place in the order of what was said (`sql/place.ts`). */
export type LibrarySumsAsked = {
  /** Sources that the map rests on, for valences and reading. */
  sources: readonly string[];
  /** Only this source drives contacts; all of them without. */
  source?: string | undefined;
  from?: number | undefined;
  to?: number | undefined;
  /** ms since 1970. */
  until: number;
  language?: Language | undefined;
};

export type FoundContact = ContactRow & { place: number; attached: number; triage: TriageState };

/**
 * Where sources, what customers said, and quotes of it are kept. Everything a customer said stands behind this door and
 * nowhere else, so that erasing here erases everywhere. A promise resolves when the change is on disk.
 */
export type EvidenceStore = {
  addSource(source: SourceRow): Promise<void>;
  findSource(id: string): Promise<SourceSummary | undefined>;
  /** The source that began with this file, else the one of this title and kind. */
  knownSource(fileHash: string, title: string, kind: string): Promise<SourceRow | undefined>;
  listSources(): Promise<SourceSummary[]>;

  addImport(started: ImportRow): Promise<void>;
  findImport(id: string): Promise<ImportRow | undefined>;
  changeImport(id: string, change: Partial<Omit<ImportRow, "id" | "sourceId">>): Promise<void>;
  /** Imports that a stopped server left under way are failed with this reason. */
  failUnfinished(reason: string, now: number): Promise<void>;

  /** Remembers how a table with these headings was mapped; the last time counts, and it goes with the source it was made for. JSON. */
  rememberMapping(headingsHash: string, mapping: string, now: number, sourceId: string): Promise<void>;
  rememberedMapping(headingsHash: string): Promise<string | undefined>;

  changeSource(
    id: string,
    change: Pick<Partial<SourceRow>, "retentionUntil" | "identityUntil">,
  ): Promise<void>;
  /** Drops the keys by which a source's people are known again, and the names of its speakers. */
  forgetIdentity(sourceId: string): Promise<void>;

  /**
   * Keeps at most 50 contacts in one transaction; those whose hash the source has already are counted, not kept. What a person said
   * before they were erased is not kept either: `erased` holds the ids of those contacts.
   */
  keepContacts(
    sourceId: string,
    contacts: readonly NewContact[],
  ): Promise<{ kept: number; duplicates: number; erased: string[] }>;
  findContact(id: string): Promise<FoundContact | undefined>;
  /** Everything that one person said, by the keyed hash that stands for them, in all sources, the oldest first. */
  contactsOfPerson(respondentKey: string): Promise<FoundContact[]>;
  /** Ids of contacts of others in whose words these very letters stand, whatever their case. */
  contactsMentioning(letters: string, asked: { besides: string; limit: number }): Promise<string[]>;
  /** Contacts whose place is before `before`, the latest said first; those without a moment come last, the latest to arrive first. */
  findContacts(asked: {
    question?: IndexQuestion | undefined;
    filter: ContactFilter;
    before?: number | undefined;
    limit: number;
  }): Promise<FoundContact[]>;
  /** The stems among these that the index holds. */
  knownStems(stems: readonly string[]): Promise<string[]>;
  /** How many contacts the index proposes, counted up to `most`. */
  countContacts(asked: {
    question?: IndexQuestion | undefined;
    filter: ContactFilter;
    most: number;
  }): Promise<number>;
  /**
   * What the health page needs of the library: sums without a word. Weeks run over the half year up to the latest contact before `until`
   * and `to`; themes are the commonest. Valences are of the contacts of `sources`, by their score or else the mean of their quotes.
   */
  librarySums(asked: LibrarySumsAsked): Promise<LibrarySums>;
  /** Stems of the index that begin with one of `starts` or end in one of `ends`, the shortest first, at most 2,000. One question for all. */
  stemsAt(edges: { starts: readonly string[]; ends: readonly string[] }): Promise<string[]>;
  /** The shortest stems that begin with a piece. */
  completions(piece: string, limit: number): Promise<string[]>;
  /** Keeps what somebody did with contacts; answers those that are there. */
  setTriage(asked: { ids: readonly string[]; state: TriageState; by: string; at: number }): Promise<string[]>;

  addQuote(quote: Omit<QuoteRow, "rowNo">): Promise<void>;
  quotesById(ids: readonly string[]): Promise<QuoteFactsRow[]>;
  quotesOfContacts(contactIds: readonly string[]): Promise<QuoteFactsRow[]>;
  /** Quotes before `before` in the order they were made, the newest first. */
  listQuotes(asked: {
    source?: string | undefined;
    contact?: string | undefined;
    theme?: string | undefined;
    /** The language the theme is named in, for quotes kept in several. */
    language?: Language | undefined;
    before?: number | undefined;
    limit: number;
  }): Promise<QuoteFactsRow[]>;
  changeQuote(id: string, change: Partial<Omit<QuoteRow, "rowNo" | "id">>): Promise<void>;
  /**
   * Every theme of contacts and quotes, as a language names it, with how many contacts bear it or one under it, the commonest first.
   */
  themes(language?: Language): Promise<ListedTheme[]>;
  /** Sets under which theme one stands, and its colour. */
  setTheme(row: ThemeRow): Promise<void>;
  /**
   * Names a theme otherwise wherever it is borne, in one transaction; where the other name is a theme already they become one.
   * Names that a quote has in other languages stay. Answers how many contacts bore it, and which quotes.
   */
  renameTheme(asked: {
    from: string;
    to: string;
    language?: Language | undefined;
  }): Promise<{ contacts: number; quoteIds: string[] }>;

  /**
   * Erases a source, a contact, a quote or a person in one transaction and leaves a tombstone: when it resolves, no question to this store
   * finds a word of it. Returns what is gone; undefined when there is no such thing. `sweep` takes the rest out of the files.
   */
  erase(tombstone: Tombstone): Promise<Erased | undefined>;
  /**
   * Sets a tombstone that was kept elsewhere and erases what it names, as far as it is older than the tombstone: a backup was brought
   * back, or a file with words.
   */
  bury(tombstone: Tombstone): Promise<Erased>;
  isErased(thing: Erasable): Promise<boolean>;
  tombstones(): Promise<Tombstone[]>;
  /**
   * Takes the bytes of everything erased out of the files, a slice at a time so that others are served between. Goes on where a stopped
   * server left off. With `whole` a large database is rewritten too, otherwise only a small one is; with `anyway` also when nothing was
   * erased (identities were dropped).
   */
  sweep(now: number, options?: { signal?: AbortSignal; whole?: boolean; anyway?: boolean }): Promise<void>;
};

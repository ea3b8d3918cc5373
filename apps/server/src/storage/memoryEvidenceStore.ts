import type { Language } from "@polku/protocol";
import type {
  ContactFilter,
  EvidenceStore,
  Feeling,
  FoundContact,
  IndexQuestion,
  NewContact,
  QuoteFactsRow,
  SearchKeys,
  SourceSummary,
  TriageState,
} from "./evidenceStore.ts";
import type { ContactRow, ImportRow, QuoteRow, SourceRow, ThemeRow } from "./evidenceTables.ts";
import type { Erased, Tombstone } from "./tombstone.ts";
import { quoteThemes } from "./inLanguage.ts";
import { memoryLibrarySums } from "./memoryLibrarySums.ts";
import { placeOf } from "./place.ts";
import { feelingOf, scoreOf } from "./sql/tags.ts";
import {
  afterRenaming,
  familyOf,
  type ListedTheme,
  listThemes,
  parentsIn,
  renamedIn,
  renamedInLanguage,
} from "./themeTree.ts";

type Kept = ContactRow & { stems: readonly string[] };

/** Sources, contacts and quotes in memory: what the store means, without a database. For tests. */
export function memoryEvidenceStore(): EvidenceStore {
  const sources = new Map<string, SourceRow>();
  const imports = new Map<string, ImportRow>();
  const mappings = new Map<string, { mapping: string; sourceId: string }>();
  const graves = new Map<string, Tombstone>();
  const triage = new Map<string, TriageState>();
  let contacts: Kept[] = [];
  let quotes: QuoteRow[] = [];
  let themeRows: ThemeRow[] = [];
  let next = 1;

  const isAttached = (contact: ContactRow): boolean => quotes.some((quote) => quote.contactId === contact.id);
  const found = ({ stems: _stems, ...contact }: Kept): FoundContact => ({
    ...contact,
    place: placeOf(contact),
    attached: Number(isAttached(contact)),
    triage: triage.get(contact.id) ?? "unread",
  });
  const facts = (quote: QuoteRow): QuoteFactsRow[] => {
    const source = sources.get(quote.sourceId);
    const contact = contacts.find(({ id }) => id === quote.contactId);
    if (source === undefined || contact === undefined) return [];
    const { title: sourceTitle, kind, sample, textIn: sourceTextIn = null } = source;
    const { respondentKey, occurredAt, channel, lang } = contact;
    return [{ ...quote, sourceTitle, sourceTextIn, kind, sample, respondentKey, occurredAt, channel, lang }];
  };
  const summary = (source: SourceRow): SourceSummary => {
    const own = contacts.filter(({ sourceId }) => sourceId === source.id);
    const moments = own.flatMap(({ occurredAt }) => (occurredAt === null ? [] : [occurredAt]));
    return {
      ...source,
      contacts: own.length,
      quotes: quotes.filter(({ sourceId }) => sourceId === source.id).length,
      scored: own.filter(({ ratingX }) => ratingX !== null).length,
      firstAt: moments.length === 0 ? null : Math.min(...moments),
      lastAt: moments.length === 0 ? null : Math.max(...moments),
    };
  };
  const passes = (contact: Kept, filter: ContactFilter): boolean => {
    const { source, kinds, from, to, theme, channel, attached, language, feeling, among } = filter;
    const at = contact.occurredAt;
    if (source !== undefined && contact.sourceId !== source) return false;
    if (kinds !== undefined && !kinds.includes(sources.get(contact.sourceId)?.kind ?? "")) return false;
    if (among !== undefined && !among.includes(contact.id)) return false;
    if (feeling !== undefined && !feelingsOf(contact, quotes).includes(feeling)) return false;
    if (filter.triage !== undefined && filter.triage !== (triage.get(contact.id) ?? "unread")) return false;
    if (from !== undefined && (at === null || at < from)) return false;
    if (to !== undefined && (at === null || at > to)) return false;
    if (channel !== undefined && contact.channel !== channel) return false;
    if (attached !== undefined && attached !== isAttached(contact)) return false;
    if (theme === undefined) return true;
    const borne = themesAround(contact, quotes, language);
    return familyOf(themeRows, theme).some((one) => borne.has(one));
  };
  const keepOne = (sourceId: string, { stems, ...contact }: NewContact): boolean => {
    if (contacts.some((other) => other.sourceId === sourceId && other.hash === contact.hash)) return false;
    contacts.push({ ...contact, sourceId, rowNo: next, stems });
    next += 1;
    return true;
  };

  const saidBeforeErased = ({ respondentKey, occurredAt }: NewContact): boolean => {
    const grave = graves.get(`person ${respondentKey ?? ""}`);
    return grave !== undefined && (occurredAt === null || occurredAt <= grave.erasedAt);
  };
  const takeContacts = (which: (contact: Kept) => boolean): Erased | undefined => {
    const gone = new Set(contacts.filter(which).map(({ id }) => id));
    if (gone.size === 0) return undefined;
    const quoteIds = quotes.filter(({ contactId }) => gone.has(contactId)).map(({ id }) => id);
    quotes = quotes.filter(({ contactId }) => !gone.has(contactId));
    contacts = contacts.filter(({ id }) => !gone.has(id));
    for (const id of gone) triage.delete(id);
    return { contacts: gone.size, quoteIds };
  };
  const take = ({ what, id }: Tombstone, until = Infinity): Erased | undefined => {
    if (what === "contact") return takeContacts((contact) => contact.id === id);
    if (what === "journey") return undefined;
    if (what === "person")
      return takeContacts(
        ({ respondentKey, occurredAt }) => respondentKey === id && (occurredAt ?? 0) <= until,
      );
    if (what === "quote") {
      const before = quotes.length;
      quotes = quotes.filter((quote) => quote.id !== id);
      return quotes.length === before ? undefined : { contacts: 0, quoteIds: [id] };
    }
    if (!sources.delete(id)) return undefined;
    for (const [importId, { sourceId }] of imports) if (sourceId === id) imports.delete(importId);
    for (const [hash, { sourceId }] of mappings) if (sourceId === id) mappings.delete(hash);
    return takeContacts(({ sourceId }) => sourceId === id) ?? { contacts: 0, quoteIds: [] };
  };

  const stemsWhere = (fits: (stem: string) => boolean): string[] =>
    [...new Set(contacts.flatMap(({ stems }) => stems))]
      .filter(fits)
      .toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const bearing = (some: readonly string[], language: Language | undefined): number =>
    contacts.filter((contact) => {
      const borne = themesAround(contact, quotes, language);
      return some.some((theme) => borne.has(theme));
    }).length;
  const themesOf = (language: Language | undefined): ListedTheme[] => {
    const all = new Set(contacts.flatMap((contact) => [...themesAround(contact, quotes, language)]));
    const counts = [...all].map((theme) => ({ theme, count: bearing([theme], language) }));
    const parents = parentsIn(themeRows);
    const together = parents.map((one) => [one, bearing(familyOf(themeRows, one), language)] as const);
    return listThemes(counts, themeRows, new Map(together));
  };
  const renameTheme: EvidenceStore["renameTheme"] = async ({ from, to, language }) => {
    const borne = bearing([from], language);
    const isThere = bearing([to], language) > 0;
    const quoteIds: string[] = [];
    quotes = quotes.map((quote) => {
      const own = [quote.themes, quoteThemes(quote, language)];
      if (!own.flatMap(themesIn).includes(from)) return quote;
      quoteIds.push(quote.id);
      const textIn = renamedInLanguage(quote.textIn, { from, to, language });
      return { ...quote, themes: renamedIn(quote.themes, from, to), textIn };
    });
    contacts = contacts.map((one) => ({ ...one, themes: renamedIn(one.themes, from, to) }));
    themeRows = afterRenaming(themeRows, { from, to, isThere });
    return { contacts: borne, quoteIds };
  };

  return {
    addSource: async (source) => void sources.set(source.id, source),
    findSource: async (id) => {
      const source = sources.get(id);
      return source && summary(source);
    },
    knownSource: async (fileHash, title, kind) => {
      const all = [...sources.values()];
      return (
        all.find((source) => source.fileHash === fileHash) ??
        all.find((source) => source.title === title && source.kind === kind)
      );
    },
    listSources: async () =>
      [...sources.values()]
        .toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1))
        .map(summary),
    addImport: async (started) => void imports.set(started.id, started),
    findImport: async (id) => imports.get(id),
    changeImport: async (id, change) => {
      const known = imports.get(id);
      if (known !== undefined) imports.set(id, { ...known, ...change });
    },
    failUnfinished: async (reason, now) => {
      for (const [id, one] of imports) {
        if (one.state === "waiting" || one.state === "running")
          imports.set(id, { ...one, state: "failed", reason, endedAt: now });
      }
    },
    rememberMapping: async (headingsHash, mapping, _now, sourceId) =>
      void mappings.set(headingsHash, { mapping, sourceId }),
    rememberedMapping: async (headingsHash) => mappings.get(headingsHash)?.mapping,
    changeSource: async (id, change) => {
      const known = sources.get(id);
      if (known !== undefined) sources.set(id, { ...known, ...change });
    },
    forgetIdentity: async (sourceId) => {
      contacts = contacts.map((one) => (one.sourceId === sourceId ? withoutIdentity(one) : one));
    },
    keepContacts: async (sourceId, given) => {
      const erased = given.filter((one) => !sources.has(sourceId) || saidBeforeErased(one));
      const free = given.filter((one) => !erased.includes(one));
      const kept = free.filter((contact) => keepOne(sourceId, contact)).length;
      return { kept, duplicates: free.length - kept, erased: erased.map(({ id }) => id) };
    },
    findContact: async (id) => {
      const contact = contacts.find((one) => one.id === id);
      return contact && found(contact);
    },
    contactsOfPerson: async (respondentKey) =>
      contacts.filter((one) => one.respondentKey === respondentKey).map(found),
    contactsMentioning: async (letters, { besides, limit }) =>
      contacts
        .filter((one) => one.respondentKey !== besides)
        .filter(({ text }) => text.toLowerCase().includes(letters.toLowerCase()))
        .slice(0, limit)
        .map(({ id }) => id),
    findContacts: async ({ question, filter, before = Infinity, limit }) =>
      contacts
        .filter((contact) => question === undefined || answers(question, contact.stems))
        .filter((contact) => passes(contact, filter) && placeOf(contact) < before)
        .toSorted((a, b) => placeOf(b) - placeOf(a))
        .slice(0, limit)
        .map(found),
    countContacts: async ({ question, filter, most }) =>
      contacts
        .filter((contact) => question === undefined || answers(question, contact.stems))
        .filter((contact) => passes(contact, filter))
        .slice(0, most).length,
    librarySums: async (asked) =>
      memoryLibrarySums(asked, {
        contacts,
        quotes,
        themes: themesOf(asked.language),
        themesOf: (contact) => themesAround(contact, quotes, asked.language),
        isTriaged: (id) => (triage.get(id) ?? "unread") !== "unread",
      }),
    knownStems: async (stems) =>
      stems.filter((stem) => contacts.some((contact) => contact.stems.includes(stem))),
    stemsAt: async ({ starts, ends }) =>
      stemsWhere(
        (stem) =>
          starts.some((piece) => stem.startsWith(piece)) || ends.some((piece) => stem.endsWith(piece)),
      ).slice(0, 2000),
    completions: async (piece, limit) => stemsWhere((stem) => stem.startsWith(piece)).slice(0, limit),
    setTriage: async ({ ids, state }) => {
      const known = ids.filter((id) => contacts.some((contact) => contact.id === id));
      for (const id of known) triage.set(id, state);
      return known;
    },
    addQuote: async (quote) => {
      quotes.push({ ...quote, rowNo: next });
      next += 1;
    },
    quotesById: async (ids) =>
      quotes
        .filter(({ id }) => ids.includes(id))
        .toReversed()
        .flatMap(facts),
    quotesOfContacts: async (ids) =>
      quotes
        .filter(({ contactId }) => ids.includes(contactId))
        .toReversed()
        .flatMap(facts),
    listQuotes: async ({ source, contact, theme, language, before, limit }) =>
      quotes
        .filter((quote) => source === undefined || quote.sourceId === source)
        .filter((quote) => contact === undefined || quote.contactId === contact)
        .filter((quote) => {
          const family = theme === undefined ? [] : familyOf(themeRows, theme);
          return (
            theme === undefined || themesIn(quoteThemes(quote, language)).some((one) => family.includes(one))
          );
        })
        .filter((quote) => before === undefined || quote.rowNo < before)
        .toReversed()
        .slice(0, limit)
        .flatMap(facts),
    changeQuote: async (id, change) => {
      quotes = quotes.map((quote) => (quote.id === id ? { ...quote, ...change } : quote));
    },
    themes: async (language) => themesOf(language),
    setTheme: async (row) => {
      const rest = themeRows.filter(({ name }) => name !== row.name);
      themeRows = row.under === null && row.colour === null ? rest : [...rest, row];
    },
    renameTheme,
    erase: async (tombstone) => {
      const gone = take(tombstone);
      if (gone !== undefined) graves.set(`${tombstone.what} ${tombstone.id}`, tombstone);
      return gone;
    },
    bury: async (tombstone) => {
      graves.set(`${tombstone.what} ${tombstone.id}`, tombstone);
      return take(tombstone, tombstone.erasedAt) ?? { contacts: 0, quoteIds: [] };
    },
    isErased: async ({ what, id }) => graves.has(`${what} ${id}`),
    tombstones: async () => [...graves.values()].toSorted((a, b) => a.erasedAt - b.erasedAt),
    sweep: async () => {},
  };
}

function withoutIdentity(contact: Kept): Kept {
  type Named = { name?: string };
  const turns =
    contact.thread === null ? null : (JSON.parse(contact.thread) as (Named & { letter?: { to: Named[] } })[]);
  const nameless = turns?.map(({ name: _name, letter, ...turn }) => ({
    ...turn,
    ...(letter && { letter: { ...letter, to: letter.to.map(({ name: _to, ...one }) => one) } }),
  }));
  const thread = nameless === undefined ? null : JSON.stringify(nameless);
  return { ...contact, respondentKey: null, externalId: null, thread };
}

function themesIn(json: string): string[] {
  const themes: unknown = JSON.parse(json);
  return Array.isArray(themes) ? themes.filter((theme) => typeof theme === "string") : [];
}

function themesAround(
  contact: ContactRow,
  quotes: readonly QuoteRow[],
  language: Language | undefined,
): Set<string> {
  const own = quotes.filter(({ contactId }) => contactId === contact.id);
  return new Set([contact.themes, ...own.map((quote) => quoteThemes(quote, language))].flatMap(themesIn));
}

function feelingsOf(contact: ContactRow, quotes: readonly QuoteRow[]): (Feeling | null)[] {
  const own = quotes.filter(({ contactId }) => contactId === contact.id);
  return [scoreOf(contact), ...own.map(({ valence }) => valence)].map(feelingOf);
}

function answers({ all, none }: IndexQuestion, stems: readonly string[]): boolean {
  const holds = ({ stems: keys, phrases = [] }: SearchKeys): boolean =>
    keys.some((key) => stems.includes(key)) ||
    phrases.some((phrase) =>
      stems.some((_, at) => phrase.every((stem, index) => stems[at + index] === stem)),
    );
  return all.length > 0 && all.every(holds) && !(none !== undefined && none.length > 0 && none.every(holds));
}

import type { Language } from "@polku/protocol";
import type {
  ContactFilter,
  EvidenceStore,
  FoundContact,
  IndexQuestion,
  NewContact,
  QuoteFactsRow,
  SearchKeys,
  SourceSummary,
} from "./evidenceStore.ts";
import type { ContactRow, ImportRow, QuoteRow, SourceRow } from "./evidenceTables.ts";
import { quoteThemes } from "./inLanguage.ts";

type Kept = ContactRow & { stems: ReadonlySet<string> };

/** Sources, contacts and quotes in memory: what the store means, without a database. For tests. */
export function memoryEvidenceStore(): EvidenceStore {
  const sources = new Map<string, SourceRow>();
  const imports = new Map<string, ImportRow>();
  const mappings = new Map<string, string>();
  let contacts: Kept[] = [];
  let quotes: QuoteRow[] = [];
  let next = 1;

  const isAttached = (contact: ContactRow): boolean => quotes.some((quote) => quote.contactId === contact.id);
  const found = ({ stems: _stems, ...contact }: Kept): FoundContact => ({
    ...contact,
    attached: Number(isAttached(contact)),
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
    const { source, from, to, theme, channel, attached, language } = filter;
    const at = contact.occurredAt;
    if (source !== undefined && contact.sourceId !== source) return false;
    if (from !== undefined && (at === null || at < from)) return false;
    if (to !== undefined && (at === null || at > to)) return false;
    if (channel !== undefined && contact.channel !== channel) return false;
    if (attached !== undefined && attached !== isAttached(contact)) return false;
    return theme === undefined || themesAround(contact, quotes, language).has(theme);
  };
  const keepOne = (sourceId: string, { stems, ...contact }: NewContact): boolean => {
    if (contacts.some((other) => other.sourceId === sourceId && other.hash === contact.hash)) return false;
    contacts.push({ ...contact, sourceId, rowNo: next, stems: new Set(stems) });
    next += 1;
    return true;
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
    rememberMapping: async (headingsHash, mapping) => void mappings.set(headingsHash, mapping),
    rememberedMapping: async (headingsHash) => mappings.get(headingsHash),
    keepContacts: async (sourceId, given) => {
      const kept = given.filter((contact) => keepOne(sourceId, contact)).length;
      return { kept, duplicates: given.length - kept };
    },
    findContact: async (id) => {
      const contact = contacts.find((one) => one.id === id);
      return contact && found(contact);
    },
    findContacts: async ({ question, filter, before, limit }) =>
      contacts
        .filter((contact) => question === undefined || answers(question, contact.stems))
        .filter((contact) => passes(contact, filter) && (before === undefined || contact.rowNo < before))
        .toSorted((a, b) => b.rowNo - a.rowNo)
        .slice(0, limit)
        .map(found),
    knownStems: async (stems) => stems.filter((stem) => contacts.some((contact) => contact.stems.has(stem))),
    stemsWith: async (piece) => {
      const all = new Set(contacts.flatMap(({ stems }) => [...stems]));
      return [...all].filter((stem) => stem.includes(piece)).toSorted();
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
    listQuotes: async ({ source, contact, theme, language, before, limit }) =>
      quotes
        .filter((quote) => source === undefined || quote.sourceId === source)
        .filter((quote) => contact === undefined || quote.contactId === contact)
        .filter((quote) => theme === undefined || themesIn(quoteThemes(quote, language)).includes(theme))
        .filter((quote) => before === undefined || quote.rowNo < before)
        .toReversed()
        .slice(0, limit)
        .flatMap(facts),
    changeQuote: async (id, change) => {
      quotes = quotes.map((quote) => (quote.id === id ? { ...quote, ...change } : quote));
    },
    removeQuote: async (id) => {
      quotes = quotes.filter((quote) => quote.id !== id);
    },
    themes: async (language) => {
      const counts = new Map<string, number>();
      for (const contact of contacts)
        for (const theme of themesAround(contact, quotes, language))
          counts.set(theme, (counts.get(theme) ?? 0) + 1);
      return [...counts]
        .map(([theme, count]) => ({ theme, count }))
        .toSorted((a, b) => b.count - a.count || (a.theme < b.theme ? -1 : 1));
    },
    eraseSource: async (id) => {
      if (!sources.delete(id)) return undefined;
      const quoteIds = quotes.filter(({ sourceId }) => sourceId === id).map((quote) => quote.id);
      const gone = contacts.filter(({ sourceId }) => sourceId === id).length;
      quotes = quotes.filter(({ sourceId }) => sourceId !== id);
      contacts = contacts.filter(({ sourceId }) => sourceId !== id);
      for (const [importId, { sourceId }] of imports) if (sourceId === id) imports.delete(importId);
      return { contacts: gone, quoteIds };
    },
  };
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

function answers({ all, none }: IndexQuestion, stems: ReadonlySet<string>): boolean {
  const holds = ({ stems: keys, prefix }: SearchKeys): boolean =>
    keys.some((key) => stems.has(key)) ||
    (prefix !== undefined && [...stems].some((stem) => stem.startsWith(prefix)));
  return all.length > 0 && all.every(holds) && !(none !== undefined && none.length > 0 && none.every(holds));
}

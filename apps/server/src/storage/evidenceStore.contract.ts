import { describe, expect, test } from "vitest";
import type { ContactFilter, EvidenceStore, NewContact } from "./evidenceStore.ts";
import type { ImportRow, QuoteRow, SourceRow } from "./evidenceTables.ts";
import type { Tombstone } from "./tombstone.ts";

const source = (id: string, more: Partial<SourceRow> = {}): SourceRow => ({
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

const contact = (id: string, stems: readonly string[], more: Partial<NewContact> = {}): NewContact => ({
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

const quote = (id: string, contactId: string, sourceId: string, more: Partial<QuoteRow> = {}) => ({
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

const started = (id: string, sourceId: string, state: string): ImportRow => ({
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

const tombstone = (what: Tombstone["what"], id: string, erasedAt = 1): Tombstone => ({
  what,
  id,
  erasedAt,
  by: "ana",
  reason: "request",
});

const everything = { filter: {}, limit: 100 };

/** What every evidence store keeps to. `open` gives an empty one, and the way to close it. */
export function evidenceStoreContract(
  name: string,
  open: () => Promise<{ store: EvidenceStore; close: () => Promise<void> }>,
): void {
  const withStore = async (run: (store: EvidenceStore) => Promise<void>): Promise<void> => {
    const { store, close } = await open();
    try {
      await run(store);
    } finally {
      await close();
    }
  };
  const ids = async (store: EvidenceStore, asked: Partial<Parameters<EvidenceStore["findContacts"]>[0]>) =>
    (await store.findContacts({ ...everything, ...asked })).map(({ id }) => id);

  describe(`evidence store: ${name}`, () => {
    test("a contact whose hash its source has already is counted, not kept; another source keeps it", () =>
      withStore(async (store) => {
        await store.addSource(source("s1"));
        await store.addSource(source("s2"));
        const one = contact("c1", ["lasku"]);
        expect(await store.keepContacts("s1", [one, contact("c2", ["jono"])])).toEqual({
          kept: 2,
          duplicates: 0,
          erased: [],
        });
        expect(await store.keepContacts("s1", [{ ...one, id: "c3" }])).toEqual({
          kept: 0,
          duplicates: 1,
          erased: [],
        });
        expect(await store.keepContacts("s2", [{ ...one, id: "c4" }])).toEqual({
          kept: 1,
          duplicates: 0,
          erased: [],
        });
        expect(await ids(store, {})).toEqual(["c4", "c2", "c1"]);
      }));

    test("a search finds all of its terms by any of their stems, ä is not a, and one row never stands for another", () =>
      withStore(async (store) => {
        await store.addSource(source("s1"));
        await store.keepContacts("s1", [
          contact("c1", ["lasku", "virhe"]),
          contact("c2", ["lasku", "sääri"]),
          contact("c3", ["laskut", "saari"]),
        ]);
        const lasku = { stems: ["lasku", "laskut"] };
        expect(await ids(store, { question: { all: [lasku] } })).toEqual(["c3", "c2", "c1"]);
        expect(await ids(store, { question: { all: [lasku, { stems: ["virhe"] }] } })).toEqual(["c1"]);
        expect(await ids(store, { question: { all: [{ stems: ["saari"] }] } })).toEqual(["c3"]);
        expect(await ids(store, { question: { all: [lasku] }, before: 3 })).toEqual(["c2", "c1"]);
        expect(await ids(store, { question: { all: [lasku] }, before: 3, limit: 1 })).toEqual(["c2"]);
        expect(await ids(store, { question: { all: [lasku], none: [{ stems: ["lasku"] }] } })).toEqual([
          "c3",
        ]);
        expect(
          await ids(store, { question: { all: [{ stems: [], phrases: [["lasku", "virhe"]] }] } }),
        ).toEqual(["c1"]);
        expect(
          await ids(store, { question: { all: [{ stems: [], phrases: [["virhe", "lasku"]] }] } }),
        ).toEqual([]);
        expect(await store.countContacts({ question: { all: [lasku] }, filter: {}, most: 2 })).toBe(2);
        expect(await ids(store, { question: { all: [{ stems: [] }] } })).toEqual([]);
        expect(await ids(store, { question: { all: [{ stems: ['"x" OR lasku*', "NEAR("] }] } })).toEqual([]);
        expect((await store.knownStems(["lasku", "kissa"])).toSorted()).toEqual(["lasku"]);
        const at = (starts: string[], ends: string[]) => store.stemsAt({ starts, ends });
        expect(await at(["lask"], [])).toEqual(["lasku", "laskut"]);
        expect(await at([], ["ari"])).toEqual(["saari"]);
        expect(await at(["virh"], ["ääri", "ari"])).toEqual(["saari", "sääri", "virhe"]);
        expect(await at(["%"], ["_"])).toEqual([]);
        expect(await at([], [])).toEqual([]);
        expect(await store.completions("lask", 1)).toEqual(["lasku"]);
        expect(await store.completions("lasku", 9)).toEqual(["lasku", "laskut"]);
      }));

    test("filters narrow by source, moment, channel, theme and quote", () =>
      withStore(async (store) => {
        await store.addSource(source("s1"));
        await store.addSource(source("s2"));
        await store.keepContacts("s1", [
          contact("c1", ["a"], { occurredAt: 100, channel: "phone", themes: '["hinta"]' }),
          contact("c2", ["a"], { occurredAt: 200 }),
          contact("c3", ["a"]),
        ]);
        await store.keepContacts("s2", [contact("c4", ["a"], { occurredAt: 150 })]);
        await store.addQuote(quote("q1", "c2", "s1", { themes: '["hinta"]' }));
        const question = { all: [{ stems: ["a"] }] };
        for (const asked of [{}, { question }]) {
          expect(await ids(store, { ...asked, filter: { source: "s2" } })).toEqual(["c4"]);
          expect(await ids(store, { ...asked, filter: { from: 150 } })).toEqual(["c4", "c2"]);
          expect(await ids(store, { ...asked, filter: { to: 150 } })).toEqual(["c4", "c1"]);
          expect(await ids(store, { ...asked, filter: { channel: "phone" } })).toEqual(["c1"]);
          expect(await ids(store, { ...asked, filter: { theme: "hinta" } })).toEqual(["c2", "c1"]);
          expect(await ids(store, { ...asked, filter: { attached: true } })).toEqual(["c2"]);
          expect(await ids(store, { ...asked, filter: { attached: false } })).toEqual(["c4", "c1", "c3"]);
        }
        expect(await store.themes()).toEqual([{ theme: "hinta", count: 2 }]);
      }));

    test("what was said last comes first, whenever it arrived; without a moment it comes last", () =>
      withStore(async (store) => {
        const day = (n: number) => Date.UTC(2026, 0, n);
        await store.addSource(source("s1"));
        await store.keepContacts("s1", [
          contact("c1", ["a"], { occurredAt: day(9) }),
          contact("c2", ["a"]),
          contact("c3", ["a"], { occurredAt: day(20) }),
          contact("c4", ["a"], { occurredAt: day(3) }),
          contact("c5", ["a"], { occurredAt: -1 }),
        ]);
        const question = { all: [{ stems: ["a"] }] };
        expect(await ids(store, { question })).toEqual(["c3", "c1", "c4", "c5", "c2"]);
        expect(await ids(store, {})).toEqual(["c3", "c1", "c4", "c5", "c2"]);
        const [, second] = await store.findContacts({ question, filter: {}, limit: 2 });
        expect(await ids(store, { question, before: second?.place })).toEqual(["c4", "c5", "c2"]);
        expect(await ids(store, { question, filter: { from: day(4), to: day(9) } })).toEqual(["c1"]);
        expect(await ids(store, { filter: { from: day(9) + 1 } })).toEqual(["c3"]);
      }));

    test("filters narrow by kind, feeling, what was done with it and by name, together too", () =>
      withStore(async (store) => {
        await store.addSource(source("s1"));
        await store.addSource(source("s2", { kind: "call_recording" }));
        await store.keepContacts("s1", [
          contact("c1", ["a"], { ratingScale: "nps", ratingX: 2, themes: '["hinta ja \\"laatu\\"", "ä"]' }),
          contact("c2", ["a"], { ratingScale: "nps", ratingX: 9 }),
          contact("c3", ["a"], { ratingScale: "stars5", ratingX: 3 }),
        ]);
        await store.keepContacts("s2", [contact("c4", ["a", "b"])]);
        const by = (filter: ContactFilter, words = ["a"]) =>
          ids(store, { question: { all: words.map((stem) => ({ stems: [stem] })) }, filter });
        expect(await by({ kinds: ["call_recording"] })).toEqual(["c4"]);
        expect(await by({ kinds: ["chat"] })).toEqual([]);
        expect(await by({ kinds: [] })).toEqual([]);
        expect(await by({ feeling: "negative" })).toEqual(["c1"]);
        expect(await by({ feeling: "neutral" })).toEqual(["c3"]);
        expect(await by({ feeling: "positive" })).toEqual(["c2"]);
        expect(await by({ theme: 'hinta ja "laatu"' })).toEqual(["c1"]);
        expect(await by({ theme: "a" })).toEqual([]);
        expect(await by({ among: ["c2", "c4", "c9"] })).toEqual(["c4", "c2"]);
        expect(await by({ among: [] })).toEqual([]);
        expect(await ids(store, { filter: { among: ["c3"] } })).toEqual(["c3"]);

        await store.addQuote(quote("q1", "c4", "s2", { valence: -1, themes: '["jono"]' }));
        expect(await by({ feeling: "negative" })).toEqual(["c4", "c1"]);
        expect(await by({ feeling: "negative", attached: true, theme: "jono" }, ["a", "b"])).toEqual(["c4"]);
        await store.changeQuote("q1", { valence: 1, themes: '["odotus"]' });
        expect(await by({ feeling: "negative" })).toEqual(["c1"]);
        expect(await by({ theme: "odotus" })).toEqual(["c4"]);
        await store.erase(tombstone("quote", "q1"));
        expect(await by({ attached: true })).toEqual([]);
        expect(await by({ feeling: "positive" })).toEqual(["c2"]);

        expect(await store.setTriage({ ids: ["c1", "c9"], state: "read", by: "ana", at: 5 })).toEqual(["c1"]);
        await store.setTriage({ ids: ["c2"], state: "aside", by: "ana", at: 5 });
        expect(await by({ triage: "read" })).toEqual(["c1"]);
        expect(await by({ triage: "aside" })).toEqual(["c2"]);
        expect(await by({ triage: "unread" })).toEqual(["c4", "c3"]);
        expect(await by({ triage: "unread", attached: false, feeling: "neutral" })).toEqual(["c3"]);
        expect((await store.findContact("c1"))?.triage).toBe("read");
        await store.setTriage({ ids: ["c1"], state: "unread", by: "ben", at: 6 });
        expect(await by({ triage: "unread" })).toEqual(["c4", "c3", "c1"]);
        expect(await store.countContacts({ filter: { triage: "unread" }, most: 10 })).toBe(3);
        await store.erase(tombstone("contact", "c2"));
        expect(await by({ triage: "aside" })).toEqual([]);
      }));

    test("the library is summed by week, theme and valence, within sources and moments, without a word of it", () =>
      withStore(async (store) => {
        const until = Date.UTC(2026, 10, 22);
        const ago = (weeks: number) => until - weeks * 7 * 86_400_000;
        await store.addSource(source("s1"));
        await store.addSource(source("s2"));
        await store.keepContacts("s1", [
          contact("c1", ["a"], { occurredAt: ago(0), ratingScale: "nps", ratingX: 10, themes: '["jono"]' }),
          contact("c2", ["a"], {
            occurredAt: ago(1),
            ratingScale: "nps",
            ratingX: 10,
            themes: '["jono","hinta"]',
          }),
          contact("c3", ["a"], { occurredAt: ago(1), ratingScale: "nps", ratingX: 0 }),
          contact("c4", ["a"], { occurredAt: ago(30), ratingScale: "nps", ratingX: 7 }),
          contact("c5", ["a"]),
        ]);
        await store.keepContacts("s2", [contact("c6", ["a"], { occurredAt: ago(0), themes: '["jono"]' })]);
        await store.addQuote(quote("q1", "c5", "s1", { valence: -1 }));
        await store.addQuote(quote("q2", "c5", "s1", { valence: 0 }));
        await store.addQuote(quote("q3", "c1", "s1", { valence: -2 }));
        await store.setTriage({ ids: ["c1", "c6"], state: "read", by: "ana", at: 1 });
        const all = await store.librarySums({ sources: ["s1"], until });
        expect(all.valences).toEqual([
          { v: -2, n: 1 },
          { v: -0.5, n: 1 },
          { v: 0, n: 1 },
          { v: 2, n: 2 },
        ]);
        expect(all.read).toEqual({ triaged: 1, total: 5 });
        expect(all.weeks.contacts.slice(-3)).toEqual([0, 2, 2]);
        expect(all.weeks.contacts).toHaveLength(26);
        expect(all.themes.map(({ theme, contacts }) => [theme, contacts.slice(-2)])).toEqual([
          ["jono", [1, 2]],
          ["hinta", [1, 0]],
        ]);
        const part = await store.librarySums({
          sources: ["s1"],
          source: "s1",
          from: ago(1),
          to: ago(1),
          until,
        });
        expect(part.valences).toEqual([
          { v: -2, n: 1 },
          { v: 2, n: 1 },
        ]);
        expect(part.weeks.contacts.at(-1)).toBe(2);
        expect(part.weeks.first).toBe(all.weeks.first - 1);
        const later = await store.librarySums({ sources: [], until: ago(-60) });
        expect([later.valences, later.read, later.weeks]).toEqual([[], { triaged: 0, total: 0 }, all.weeks]);
        const before = await store.librarySums({ sources: ["s1"], until: ago(60) });
        expect(new Set(before.weeks.contacts)).toEqual(new Set([0]));
      }));

    test("a source is known again by its file, else by its title and kind, and knows its numbers", () =>
      withStore(async (store) => {
        await store.addSource(source("s1", { fileHash: "f1", title: "NPS", createdAt: 1 }));
        await store.addSource(source("s2", { createdAt: 2 }));
        expect((await store.knownSource("f1", "?", "?"))?.id).toBe("s1");
        expect((await store.knownSource("f2", "NPS", "survey_open"))?.id).toBe("s1");
        expect(await store.knownSource("f2", "NPS", "interview")).toBeUndefined();
        await store.keepContacts("s1", [
          contact("c1", ["a"], { occurredAt: 5, ratingScale: "nps", ratingX: 9 }),
          contact("c2", ["b"], { occurredAt: 7 }),
        ]);
        await store.addQuote(quote("q1", "c1", "s1"));
        expect(await store.findSource("s1")).toMatchObject({
          contacts: 2,
          quotes: 1,
          scored: 1,
          firstAt: 5,
          lastAt: 7,
        });
        expect(
          (await store.listSources()).map(({ id, contacts, firstAt }) => [id, contacts, firstAt]),
        ).toEqual([
          ["s2", 0, null],
          ["s1", 2, 5],
        ]);
        expect(await store.findSource("s9")).toBeUndefined();
      }));

    test("a quote carries the facts of its contact and source; it changes, and goes", () =>
      withStore(async (store) => {
        await store.addSource(source("s1", { title: "Puhelu", kind: "call_recording", sample: 1 }));
        await store.keepContacts("s1", [
          contact("c1", ["a"], { occurredAt: 9, respondentKey: "r1", channel: "phone" }),
        ]);
        await store.addQuote(quote("q1", "c1", "s1", { themes: '["jono"]' }));
        await store.addQuote(quote("q2", "c1", "s1", { valence: null, vBy: null }));
        expect((await store.quotesById(["q1", "nobody"]))[0]).toMatchObject({
          id: "q1",
          valence: -1.5,
          sourceTitle: "Puhelu",
          kind: "call_recording",
          sample: 1,
          respondentKey: "r1",
          occurredAt: 9,
          channel: "phone",
        });
        await store.changeQuote("q1", { valence: 2, withdrawnAt: 50 });
        await store.changeQuote("q1", {});
        const listed = await store.listQuotes({ contact: "c1", limit: 10 });
        expect(listed.map(({ id, valence, withdrawnAt }) => [id, valence, withdrawnAt])).toEqual([
          ["q2", null, null],
          ["q1", 2, 50],
        ]);
        expect((await store.listQuotes({ theme: "jono", limit: 10 })).map(({ id }) => id)).toEqual(["q1"]);
        expect((await store.quotesOfContacts(["c1", "c9"])).map(({ id }) => id)).toEqual(["q2", "q1"]);
        const [last] = listed;
        expect((await store.listQuotes({ before: last?.rowNo, limit: 10 })).map(({ id }) => id)).toEqual([
          "q1",
        ]);
        await store.erase(tombstone("quote", "q1"));
        expect(await store.quotesById(["q1"])).toEqual([]);
      }));

    test("imports are kept as they go, and those under way are failed when the server starts again", () =>
      withStore(async (store) => {
        await store.addSource(source("s1"));
        await store.addImport(started("i1", "s1", "running"));
        await store.addImport(started("i2", "s1", "done"));
        await store.changeImport("i1", { read: 25, kept: 20 });
        await store.failUnfinished("server.stopped", 77);
        expect(await store.findImport("i1")).toMatchObject({
          state: "failed",
          read: 25,
          reason: "server.stopped",
          endedAt: 77,
        });
        expect(await store.findImport("i2")).toMatchObject({ state: "done", reason: null });
      }));

    test("a mapping is remembered by the headings, the last one counts", () =>
      withStore(async (store) => {
        await store.rememberMapping("h1", '{"words":["a"]}', 1, "s1");
        await store.rememberMapping("h1", '{"words":["b"]}', 2, "s1");
        expect(await store.rememberedMapping("h1")).toBe('{"words":["b"]}');
        expect(await store.rememberedMapping("h2")).toBeUndefined();
      }));

    test("a theme is renamed wherever it is borne; where the other is there already they become one, and nothing else changes", () =>
      withStore(async (store) => {
        await store.addSource(source("s1"));
        await store.keepContacts("s1", [
          contact("c1", ["a"], { themes: '["jono","hinta"]' }),
          contact("c2", ["b"], { themes: '["jono","odotus"]' }),
          contact("c3", ["c"], { themes: '["hinta"]' }),
          contact("c4", ["d"]),
        ]);
        await store.addQuote(quote("q1", "c4", "s1", { themes: '["jono","puhelin"]' }));
        await store.addQuote(quote("q2", "c3", "s1", { themes: '["hinta"]' }));
        expect(await store.renameTheme({ from: "jono", to: "odotus" })).toEqual({
          contacts: 3,
          quoteIds: ["q1"],
        });
        expect((await store.findContact("c1"))?.themes).toBe('["odotus","hinta"]');
        expect((await store.findContact("c2"))?.themes).toBe('["odotus"]');
        expect((await store.quotesById(["q1"]))[0]?.themes).toBe('["odotus","puhelin"]');
        expect((await store.quotesById(["q2"]))[0]?.themes).toBe('["hinta"]');
        expect(await ids(store, { filter: { theme: "odotus" } })).toEqual(["c4", "c2", "c1"]);
        expect(await ids(store, { filter: { theme: "jono" } })).toEqual([]);
        expect(await ids(store, { filter: { theme: "hinta" } })).toEqual(["c3", "c1"]);
        expect(await store.themes()).toEqual([
          { theme: "odotus", count: 3 },
          { theme: "hinta", count: 2 },
          { theme: "puhelin", count: 1 },
        ]);
      }));

    test("a theme renamed in one language keeps its name in the other", () =>
      withStore(async (store) => {
        await store.addSource(source("s1"));
        await store.keepContacts("s1", [contact("c1", ["a"])]);
        const textIn = JSON.stringify({ en: { themes: '["price"]' }, fi: { themes: '["hinta"]' } });
        await store.addQuote(quote("q1", "c1", "s1", { themes: '["hinta"]', textIn }));
        await store.renameTheme({ from: "price", to: "cost", language: "en" });
        expect((await store.themes("en")).map(({ theme }) => theme)).toEqual(["cost"]);
        expect((await store.themes("fi")).map(({ theme }) => theme)).toEqual(["hinta"]);
      }));

    test("a theme counts, finds and sums the contacts of those under it, each once; what the team made of it moves with its name", () =>
      withStore(async (store) => {
        const day = Date.UTC(2026, 5, 10);
        await store.addSource(source("s1"));
        await store.keepContacts("s1", [
          contact("c1", ["a"], { occurredAt: day, themes: '["jono","hinta"]' }),
          contact("c2", ["b"], { occurredAt: day + 1, themes: '["puhelin"]' }),
          contact("c3", ["c"], { occurredAt: day + 2, themes: '["puhelin","jono"]' }),
        ]);
        await store.setTheme({ name: "jono", under: null, colour: "blue" });
        await store.setTheme({ name: "puhelin", under: "jono", colour: null });
        expect(await store.themes()).toEqual([
          { theme: "jono", count: 3, colour: "blue" },
          { theme: "puhelin", count: 2, under: "jono" },
          { theme: "hinta", count: 1 },
        ]);
        expect(await ids(store, { filter: { theme: "jono" } })).toEqual(["c3", "c2", "c1"]);
        expect(await ids(store, { filter: { theme: "puhelin" } })).toEqual(["c3", "c2"]);
        await store.addQuote(quote("q1", "c2", "s1", { themes: '["puhelin"]' }));
        expect((await store.listQuotes({ theme: "jono", limit: 9 })).map(({ id }) => id)).toEqual(["q1"]);
        const sums = await store.librarySums({ sources: ["s1"], until: day + 3 });
        expect(sums.themes.map(({ theme, contacts }) => [theme, contacts.at(-1)])).toEqual([
          ["jono", 3],
          ["hinta", 1],
        ]);
        await store.renameTheme({ from: "jono", to: "odotus" });
        expect(await store.themes()).toEqual([
          { theme: "odotus", count: 3, colour: "blue" },
          { theme: "puhelin", count: 2, under: "odotus" },
          { theme: "hinta", count: 1 },
        ]);
        await store.renameTheme({ from: "odotus", to: "puhelin" });
        expect(await store.themes()).toEqual([
          { theme: "puhelin", count: 3 },
          { theme: "hinta", count: 1 },
        ]);
      }));

    test("a theme that has a name in each language is listed and found by the reader's", () =>
      withStore(async (store) => {
        await store.addSource(source("s1"));
        await store.keepContacts("s1", [contact("c1", ["a"])]);
        const textIn = JSON.stringify({ en: { themes: '["price"]' }, fi: { themes: '["hinta"]' } });
        await store.addQuote(quote("q1", "c1", "s1", { themes: '["hinta"]', textIn }));
        await store.addQuote(quote("q2", "c1", "s1", { themes: '["jono"]' }));
        for (const [language, theme] of [
          ["en", "price"],
          ["fi", "hinta"],
        ] as const) {
          const names = (await store.themes(language)).map((one) => one.theme);
          expect(names.toSorted()).toEqual([theme, "jono"].toSorted());
          expect(await store.listQuotes({ theme, language, limit: 9 })).toMatchObject([{ id: "q1" }]);
          expect(await store.findContacts({ filter: { theme, language }, limit: 9 })).toHaveLength(1);
        }
        expect(await store.listQuotes({ theme: "hinta", language: "en", limit: 9 })).toEqual([]);
      }));

    test("erasing a source takes everything of it and nothing of the others", () =>
      withStore(async (store) => {
        await store.addSource(source("s1"));
        await store.addSource(source("s2"));
        await store.keepContacts("s1", [contact("c1", ["yhteinen", "vain"])]);
        await store.keepContacts("s2", [contact("c2", ["yhteinen"])]);
        await store.addQuote(quote("q1", "c1", "s1"));
        await store.addQuote(quote("q2", "c2", "s2"));
        await store.addImport(started("i1", "s1", "done"));
        await store.rememberMapping("h1", "{}", 1, "s1");
        expect(await store.erase(tombstone("source", "s1"))).toEqual({ contacts: 1, quoteIds: ["q1"] });
        expect(await store.erase(tombstone("source", "s1"))).toBeUndefined();
        // Nobody finds a word of it, though its rows have not been swept yet.
        expect(await store.findSource("s1")).toBeUndefined();
        expect((await store.listSources()).map(({ id }) => id)).toEqual(["s2"]);
        expect(await store.findContact("c1")).toBeUndefined();
        expect(await ids(store, {})).toEqual(["c2"]);
        expect(await store.contactsMentioning("vain", { besides: "", limit: 9 })).toEqual([]);
        expect(await store.keepContacts("s1", [contact("c9", ["vain"])])).toEqual({
          kept: 0,
          duplicates: 0,
          erased: ["c9"],
        });
        await store.sweep(5);
        expect(await store.findImport("i1")).toBeUndefined();
        expect(await store.rememberedMapping("h1")).toBeUndefined();
        expect(await store.isErased({ what: "source", id: "s1" })).toBe(true);
        expect(await store.isErased({ what: "source", id: "s2" })).toBe(false);
        expect((await store.quotesById(["q1", "q2"])).map(({ id }) => id)).toEqual(["q2"]);
        expect(await ids(store, { question: { all: [{ stems: ["yhteinen"] }] } })).toEqual(["c2"]);
        expect((await store.knownStems(["yhteinen", "vain"])).toSorted()).toEqual(["yhteinen"]);
        await store.addSource(source("s1"));
        expect(await store.keepContacts("s1", [contact("c1", ["vain"])])).toEqual({
          kept: 1,
          duplicates: 0,
          erased: [],
        });
      }));

    test("erasing a contact takes its quotes and index entries, and leaves the rest of its source", () =>
      withStore(async (store) => {
        await store.addSource(source("s1"));
        await store.keepContacts("s1", [contact("c1", ["sana"]), contact("c2", ["sana"])]);
        await store.addQuote(quote("q1", "c1", "s1"));
        expect(await store.erase(tombstone("contact", "c1"))).toEqual({ contacts: 1, quoteIds: ["q1"] });
        expect(await store.erase(tombstone("contact", "c1"))).toBeUndefined();
        await store.sweep(5);
        expect(await ids(store, { question: { all: [{ stems: ["sana"] }] } })).toEqual(["c2"]);
        expect(await store.quotesById(["q1"])).toEqual([]);
      }));

    test("erasing a person takes what they said from every source; what they said before does not come back, what they say later may", () =>
      withStore(async (store) => {
        await store.addSource(source("s1"));
        await store.addSource(source("s2"));
        const said = (id: string, respondentKey: string | null, occurredAt: number | null = null) =>
          contact(id, ["sana"], { respondentKey, occurredAt });
        await store.keepContacts("s1", [said("c1", "maija"), said("c2", "ville"), said("c3", null)]);
        await store.keepContacts("s2", [said("c4", "maija", 90)]);
        await store.addQuote(quote("q4", "c4", "s2"));
        expect((await store.contactsOfPerson("maija")).map(({ id }) => id)).toEqual(["c1", "c4"]);
        expect(await store.contactsMentioning("SAN", { besides: "maija", limit: 9 })).toEqual(["c2", "c3"]);
        expect(await store.erase(tombstone("person", "maija", 100))).toEqual({
          contacts: 2,
          quoteIds: ["q4"],
        });
        await store.sweep(5);
        expect((await ids(store, {})).toSorted()).toEqual(["c2", "c3"]);
        const again = [said("c5", "maija"), said("c6", "maija", 100), said("c7", "maija", 101)];
        expect(await store.keepContacts("s1", again)).toEqual({
          kept: 1,
          duplicates: 0,
          erased: ["c5", "c6"],
        });
        expect(await store.erase(tombstone("person", "nobody"))).toBeUndefined();
        expect(await store.tombstones()).toEqual([tombstone("person", "maija", 100)]);
      }));

    test("a tombstone that was kept elsewhere erases what came back, as far as it is older", () =>
      withStore(async (store) => {
        await store.addSource(source("s1"));
        const said = (id: string, occurredAt: number) =>
          contact(id, ["sana"], { respondentKey: "maija", occurredAt });
        await store.keepContacts("s1", [said("c1", 90), said("c2", 110)]);
        expect(await store.bury(tombstone("person", "maija", 100))).toEqual({ contacts: 1, quoteIds: [] });
        expect(await ids(store, {})).toEqual(["c2"]);
        expect(await store.bury(tombstone("source", "never here"))).toEqual({ contacts: 0, quoteIds: [] });
        expect(await store.isErased({ what: "source", id: "never here" })).toBe(true);
      }));

    test("identities are dropped while the words stay", () =>
      withStore(async (store) => {
        await store.addSource(source("s1", { identityUntil: 9 }));
        const letter = { subject: "", at: null, to: [{ speaker: "agent", name: "Olli" }], quoted: "" };
        const thread = JSON.stringify([
          { speaker: "customer", name: "Maija", text: "sana", from: 0 },
          { speaker: "customer", name: "Maija", text: "", from: 4, letter },
        ]);
        await store.keepContacts("s1", [
          contact("c1", ["sana"], { respondentKey: "r", externalId: "x", thread }),
          contact("c2", ["muu"], { respondentKey: "r" }),
        ]);
        await store.forgetIdentity("s1");
        await store.changeSource("s1", { identityUntil: null, retentionUntil: 77 });
        const left = await store.findContact("c1");
        expect(left).toMatchObject({ text: "sana", respondentKey: null, externalId: null });
        expect(JSON.parse(left?.thread ?? "")).toEqual([
          { speaker: "customer", text: "sana", from: 0 },
          { speaker: "customer", text: "", from: 4, letter: { ...letter, to: [{ speaker: "agent" }] } },
        ]);
        expect(await store.findContact("c2")).toMatchObject({ respondentKey: null, thread: null });
        expect(await store.findSource("s1")).toMatchObject({ identityUntil: null, retentionUntil: 77 });
      }));
  });
}

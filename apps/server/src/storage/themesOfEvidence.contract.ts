import { expect, test } from "vitest";
import { contact, ids, quote, source, type WithStore } from "../testing/evidenceRows.ts";

/** What a theme is called, and what stands under it. */
export function themesOfEvidence(withStore: WithStore): void {
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
}

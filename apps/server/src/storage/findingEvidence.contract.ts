import { expect, test } from "vitest";
import { contact, ids, quote, source, tombstone, type WithStore } from "../testing/evidenceRows.ts";
import type { ContactFilter } from "./evidenceStore.ts";

/** What was kept is found, narrowed and summed. */
export function findingEvidence(withStore: WithStore): void {
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
      expect(await ids(store, { question: { all: [lasku], none: [{ stems: ["lasku"] }] } })).toEqual(["c3"]);
      expect(await ids(store, { question: { all: [{ stems: [], phrases: [["lasku", "virhe"]] }] } })).toEqual(
        ["c1"],
      );
      expect(await ids(store, { question: { all: [{ stems: [], phrases: [["virhe", "lasku"]] }] } })).toEqual(
        [],
      );
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
}

import { expect, test } from "vitest";
import { contact, ids, quote, source, started, tombstone, type WithStore } from "../testing/evidenceRows.ts";

/** What comes in is kept, known again, counted and changed. */
export function keepingEvidence(withStore: WithStore): void {
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
      expect((await store.listSources()).map(({ id, contacts, firstAt }) => [id, contacts, firstAt])).toEqual(
        [
          ["s2", 0, null],
          ["s1", 2, 5],
        ],
      );
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
}

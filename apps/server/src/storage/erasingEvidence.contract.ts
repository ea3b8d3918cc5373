import { expect, test } from "vitest";
import { contact, ids, quote, source, started, tombstone, type WithStore } from "../testing/evidenceRows.ts";

/** What erasing takes, and what it leaves. */
export function erasingEvidence(withStore: WithStore): void {
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
}

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { JourneyStore } from "./journeyStore.ts";
import type { JourneyRow } from "./tables.ts";

const row = (id: string, changedAt = 1): JourneyRow => ({
  id,
  title: `Journey ${id}`,
  lang: "fi",
  createdBy: "ana",
  createdAt: 1,
  changedAt,
  archivedAt: null,
  deletedAt: null,
  futureOf: null,
  level: 1,
  below: "[]",
  personas: null,
});

/** What every list of journeys promises, run over each of them. */
export function describeJourneyStore(
  name: string,
  open: () => Promise<{ store: JourneyStore; close: () => Promise<void> }>,
): void {
  describe(`the list of journeys (${name})`, () => {
    let store: JourneyStore;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ store, close } = await open());
    });
    afterEach(() => close());

    test("gives back what was added, whole", async () => {
      await store.add(row("a"));
      expect(await store.find("a")).toEqual(row("a"));
      expect(await store.find("b")).toBeUndefined();
    });

    test("refuses the same id twice and keeps the first", async () => {
      await store.add(row("a"));
      await expect(store.add({ ...row("a"), title: "Other" })).rejects.toThrow();
      expect((await store.find("a"))?.title).toBe("Journey a");
    });

    test("lists the last changed first, and equals by id", async () => {
      for (const one of [row("a", 5), row("c", 9), row("b", 5)]) await store.add(one);
      expect((await store.list()).map(({ id }) => id)).toEqual(["c", "a", "b"]);
    });

    test("changes only what it is told to", async () => {
      await store.add(row("a"));
      await store.change("a", { title: "Uusi", archivedAt: 7 });
      await store.change("a", {});
      await store.change("nobody", { title: "x" });
      expect(await store.find("a")).toEqual({ ...row("a"), title: "Uusi", archivedAt: 7 });
    });

    test("neither finds nor lists what is in the trash, until it is taken out", async () => {
      await store.add(row("a"));
      await store.change("a", { deletedAt: 3 });
      expect(await store.find("a")).toBeUndefined();
      expect(await store.list()).toEqual([]);
      await store.change("a", { deletedAt: null });
      expect(await store.list()).toEqual([row("a")]);
    });

    test("lists the trash by itself, the last put there first", async () => {
      for (const one of [row("a"), row("b"), row("c")]) await store.add(one);
      await store.change("a", { deletedAt: 3 });
      await store.change("b", { deletedAt: 5 });
      expect((await store.listTrashed()).map(({ id }) => id)).toEqual(["b", "a"]);
      expect(await store.findTrashed("a")).toEqual({ ...row("a"), deletedAt: 3 });
      expect(await store.findTrashed("c")).toBeUndefined();
    });

    test("does not hand out what it keeps", async () => {
      await store.add(row("a"));
      const found = await store.find("a");
      if (found !== undefined) found.title = "scribbled over";
      expect((await store.find("a"))?.title).toBe("Journey a");
    });
  });
}

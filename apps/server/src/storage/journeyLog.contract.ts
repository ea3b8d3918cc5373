import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { JourneyLog } from "./journeyLog.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);
const plain = (updates: readonly Uint8Array[]) => updates.map((update) => [...update]);

type Opened = { log: JourneyLog; close: () => Promise<void> };

/** What every store of the log promises, run over each of them. */
export function describeJourneyLog(name: string, open: () => Promise<Opened>): void {
  describe(`the journey log (${name})`, () => {
    let opened: Opened;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());
    const append = (doc: string, ...values: number[]) =>
      opened.log.append([{ doc, at: 1, data: bytes(...values) }]);

    test("an unknown document is empty, not an error", async () => {
      expect(await opened.log.load("journey/none")).toEqual({
        updates: [],
        lastSeq: 0,
        sinceSnapshot: 0,
        damage: undefined,
        writers: [],
      });
    });

    test("updates come back in the order they were appended, each document its own", async () => {
      await append("a", 1);
      await append("b", 9);
      await append("a", 2, 3);
      expect(plain((await opened.log.load("a")).updates)).toEqual([[1], [2, 3]]);
      expect(plain((await opened.log.load("b")).updates)).toEqual([[9]]);
      expect(await opened.log.documents()).toEqual(["a", "b"]);
    });

    test("a batch is numbered without a gap and the last number is returned", async () => {
      const first = await append("a", 1);
      const last = await opened.log.append([
        { doc: "a", at: 1, data: bytes(2) },
        { doc: "b", at: 1, data: bytes(3) },
        { doc: "a", at: 1, data: bytes(4) },
      ]);
      expect(last).toBe(first + 3);
      expect((await opened.log.load("a")).lastSeq).toBe(last);
      expect((await opened.log.load("b")).lastSeq).toBe(last - 1);
    });

    test("batches handed over without waiting are written in that order and numbered without a gap", async () => {
      const numbers = await Promise.all([append("a", 1), append("b", 2), append("a", 3), append("a", 4)]);
      const [first] = numbers;
      expect(numbers).toEqual([first, first + 1, first + 2, first + 3]);
      expect(plain((await opened.log.load("a")).updates)).toEqual([[1], [3], [4]]);
    });

    test("a snapshot stands for everything up to its record, later updates follow it", async () => {
      const upTo = await append("a", 1);
      await append("a", 2);
      await opened.log.keepSnapshot("a", upTo, bytes(7, 7), 2);
      const loaded = await opened.log.load("a");
      expect(plain(loaded.updates)).toEqual([[7, 7], [2]]);
      expect(loaded.sinceSnapshot).toBe(1);
    });

    test("the third snapshot leaves the second and what lies between them", async () => {
      for (const value of [1, 2, 3])
        await opened.log.keepSnapshot("a", await append("a", value), bytes(70 + value), 2);
      await append("a", 4);
      expect(plain((await opened.log.load("a")).updates)).toEqual([[73], [4]]);
    });

    test("a snapshot of one document touches no other", async () => {
      await append("b", 5);
      await opened.log.keepSnapshot("a", await append("a", 1), bytes(7), 2);
      await opened.log.keepSnapshot("a", await append("a", 2), bytes(8), 2);
      expect(plain((await opened.log.load("b")).updates)).toEqual([[5]]);
    });

    test("a forgotten document is gone with its snapshots", async () => {
      await opened.log.keepSnapshot("a", await append("a", 1), bytes(7), 2);
      await append("b", 2);
      await opened.log.forget("a");
      expect(await opened.log.documents()).toEqual(["b"]);
      expect((await opened.log.load("a")).updates).toEqual([]);
    });

    test("whose hand a client id is stays known, each document its own; the last to be named holds it", async () => {
      const at = 1;
      await opened.log.append([{ doc: "a", at, data: bytes(1), writers: [{ client: 7, user: "ana" }] }]);
      await opened.log.append([{ doc: "b", at, data: bytes(1), writers: [{ client: 7, user: "ben" }] }]);
      expect((await opened.log.load("a")).writers).toEqual([{ client: 7, user: "ana", sure: true }]);
      await opened.log.append([{ doc: "a", at, data: bytes(1), writers: [{ client: 7, user: "eve" }] }]);
      expect((await opened.log.load("a")).writers).toEqual([{ client: 7, user: "eve", sure: true }]);
      await opened.log.forget("a");
      expect((await opened.log.load("a")).writers).toEqual([]);
      expect((await opened.log.load("b")).writers).toHaveLength(1);
    });

    test("a sound log has nothing to report", async () => {
      await opened.log.keepSnapshot("a", await append("a", 1), bytes(7), 2);
      expect(await opened.log.check()).toEqual([]);
    });
  });
}

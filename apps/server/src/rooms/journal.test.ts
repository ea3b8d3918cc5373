import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { JourneyLog } from "../storage/journeyLog.ts";
import { memoryJourneyLog } from "../storage/memoryJourneyLog.ts";
import { makeJournal } from "./journal.ts";

const silent = pino({ level: "silent" });
const clock = { now: () => 1_000 };
const bytes = (...values: number[]) => Uint8Array.from(values);

/** A log whose writes fail as often as told. */
function shakyLog(failures: number) {
  const log = memoryJourneyLog();
  let left = failures;
  const append: JourneyLog["append"] = async (batch) => {
    if (left > 0) {
      left -= 1;
      throw new Error("disk I/O error");
    }
    return log.append(batch);
  };
  return { ...log, append };
}

describe("the journal", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("says that an update is on disk only after the log has written it", async () => {
    const { promise, resolve } = Promise.withResolvers<number>();
    const journal = makeJournal({ ...memoryJourneyLog(), append: () => promise }, clock, silent);
    const told = vi.fn();
    journal.whenCommitted(journal.record("a", bytes(1)), told);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).not.toHaveBeenCalled();
    resolve(1);
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toHaveBeenCalledOnce();
  });

  test("hands what arrives during a commit to the log at once, and tells of each when its own batch is written", async () => {
    const asked: PromiseWithResolvers<number>[] = [];
    const append = (): Promise<number> => {
      const one = Promise.withResolvers<number>();
      asked.push(one);
      return one.promise;
    };
    const journal = makeJournal({ ...memoryJourneyLog(), append }, clock, silent);
    const told: number[] = [];
    for (const value of [1, 2, 3])
      journal.whenCommitted(journal.record("a", bytes(value)), () => told.push(value));
    expect(asked).toHaveLength(3);
    asked[0]?.resolve(1);
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual([1]);
    asked[1]?.resolve(2);
    asked[2]?.resolve(3);
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual([1, 2, 3]);
  });

  test("keeps what is handed over and not written within a batch, however long the disk stands still", async () => {
    let asked = 0;
    const append = (batch: readonly unknown[]): Promise<number> => {
      asked += batch.length;
      return new Promise(() => {});
    };
    const journal = makeJournal({ ...memoryJourneyLog(), append }, clock, silent);
    for (let n = 0; n < 5_000; n += 1) journal.record("a", bytes(1));
    expect(asked).toBe(2_000);
    expect(journal.health().waiting).toBe(5_000);
  });

  test("writes everything behind a failed batch again after it, and hears no late word about it", async () => {
    const asked: { values: number[]; answer: PromiseWithResolvers<number> }[] = [];
    const append: JourneyLog["append"] = (batch) => {
      const answer = Promise.withResolvers<number>();
      asked.push({ values: batch.map(({ data }) => Number(data[0])), answer });
      return answer.promise;
    };
    const journal = makeJournal({ ...memoryJourneyLog(), append }, clock, silent);
    const told: number[] = [];
    for (const value of [1, 2, 3])
      journal.whenCommitted(journal.record("a", bytes(value)), () => told.push(value));
    asked[0]?.answer.reject(new Error("disk I/O error"));
    await vi.advanceTimersByTimeAsync(0);
    asked[1]?.answer.reject(new Error("what stood before it could not be written"));
    asked[2]?.answer.resolve(1);
    journal.record("a", bytes(4));
    await vi.advanceTimersByTimeAsync(49);
    expect([asked.length, told]).toEqual([3, []]);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked[3]?.values).toEqual([1, 2, 3, 4]);
    asked[3]?.answer.resolve(4);
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual([1, 2, 3]);
    expect(journal.lastSeq("a")).toBe(4);
  });

  test("tries a failed write again until it works, keeps the order and drops nothing", async () => {
    const log = shakyLog(7);
    const journal = makeJournal(log, clock, silent);
    const told: number[] = [];
    for (const value of [1, 2, 3])
      journal.whenCommitted(journal.record("a", bytes(value)), () => told.push(value));
    await vi.advanceTimersByTimeAsync(100);
    expect(journal.health()).toMatchObject({ waiting: 3, failingSince: 1_000 });
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual([1, 2, 3]);
    expect(journal.health()).toMatchObject({ waiting: 0, failingSince: null });
    expect((await log.load("a")).updates.map((update) => [...update])).toEqual([[1], [2], [3]]);
  });

  test("knows the last record of each document", async () => {
    const journal = makeJournal(memoryJourneyLog(), clock, silent);
    journal.record("a", bytes(1));
    journal.record("b", bytes(2));
    journal.record("a", bytes(3));
    await journal.drain();
    expect([journal.lastSeq("a"), journal.lastSeq("b")]).toEqual([3, 2]);
  });

  test("a listener that throws keeps nobody else from hearing", async () => {
    const journal = makeJournal(memoryJourneyLog(), clock, silent);
    const told = vi.fn();
    journal.whenCommitted(journal.record("a", bytes(1)), () => {
      throw new Error("the socket is gone");
    });
    journal.whenCommitted(journal.record("a", bytes(2)), told);
    await journal.drain();
    expect(told).toHaveBeenCalledOnce();
  });
});

import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { JourneyLog } from "../storage/journeyLog.ts";
import { memoryJourneyLog } from "../storage/memoryJourneyLog.ts";
import { makeJournal } from "./journal.ts";

const silent = pino({ level: "silent" });
const clock = { now: () => 1_000 };
const bytes = (...values: number[]) => Uint8Array.from(values);

/** A log whose writes fail as often as told, and whose batches are noted. */
function shakyLog(failures: number) {
  const log = memoryJourneyLog();
  const batches: number[] = [];
  let left = failures;
  const append: JourneyLog["append"] = async (batch) => {
    if (left > 0) {
      left -= 1;
      throw new Error("disk I/O error");
    }
    batches.push(batch.length);
    return log.append(batch);
  };
  return { log: { ...log, append }, batches };
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

  test("writes what arrived during a commit as one batch", async () => {
    const { log, batches } = shakyLog(0);
    const journal = makeJournal(log, clock, silent);
    for (const value of [1, 2, 3, 4]) journal.record("a", bytes(value));
    await journal.drain();
    expect(batches).toEqual([1, 3]);
  });

  test("tries a failed write again until it works, keeps the order and drops nothing", async () => {
    const { log } = shakyLog(7);
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

import { readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test } from "vitest";
import { until } from "../testing/clients.ts";
import { openFaultyLog } from "../testing/faultyLog.ts";
import { makeTestFolder } from "../testing/testFolder.ts";
import { describeJourneyLog } from "./journeyLog.contract.ts";
import type { JourneyLog } from "./journeyLog.ts";
import { memoryJourneyLog } from "./memoryJourneyLog.ts";
import { expectLaterCopies } from "./sql/logFile.ts";
import { openSqlJourneyLog } from "./sql/sqlJourneyLog.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);

describeJourneyLog("memory", async () => {
  const log = memoryJourneyLog();
  return { log, close: () => log.close() };
});

describeJourneyLog("SQL", async () => {
  const { folder, remove } = makeTestFolder();
  const log = openSqlJourneyLog(folder);
  return { log, close: () => log.close().then(remove) };
});

function openInFolder() {
  const { folder, remove } = makeTestFolder();
  onTestFinished(remove);
  return { folder, log: openSqlJourneyLog(folder) };
}

/** Changes one stored value behind the log's back, as a failing disk would. */
function harm(folder: string, sql: string): void {
  const db = new DatabaseSync(path.join(folder, "log.db"));
  db.exec(sql);
  db.close();
}

test("a log that is written to again and again gets its room at once, and the journeys' file does not grow by it", async () => {
  const { folder, log } = openInFolder();
  for (let at = 1; at <= 51; at += 1) await log.append([{ doc: "a", at, data: bytes(1) }]);
  const size = (name: string) => statSync(path.join(folder, name)).size;
  expect(size("log.db-wal")).toBeGreaterThan(16_000_000);
  await log.close();
  expect(size("log.db")).toBeLessThan(100_000);
  const again = openSqlJourneyLog(folder);
  expect((await again.load("a")).updates).toHaveLength(51);
  await again.close();
});

describe("whose hand a client id is", () => {
  const record = { doc: "a", at: 1, data: bytes(1), writers: [{ client: 7, user: "ana" }] };
  const isSure = async (log: JourneyLog) => (await log.load("a")).writers.map(({ sure }) => sure);

  test("is sure after the log was closed, and not when its process was killed", async () => {
    const { folder, log } = openInFolder();
    await log.append([record]);
    await log.close();
    const killed = openSqlJourneyLog(folder);
    expect(await isSure(killed)).toEqual([true]);
    await killed.append([{ doc: "b", at: 1, data: bytes(1) }]);
    const next = openSqlJourneyLog(folder);
    onTestFinished(() => next.close());
    onTestFinished(() => killed.close());
    expect(await isSure(next)).toEqual([false]);
    await next.append([record]);
    expect(await isSure(next)).toEqual([true]);
  });

  test("is not sure in a log that was put back from a backup", async () => {
    const { folder, log } = openInFolder();
    await log.append([record]);
    await log.close();
    expectLaterCopies(path.join(folder, "log.db"));
    const restored = openSqlJourneyLog(folder);
    onTestFinished(() => restored.close());
    expect(await isSure(restored)).toEqual([false]);
  });
});

describe("a damaged log", () => {
  test("is read up to the last good record, and the damaged one is named", async () => {
    const { folder, log } = openInFolder();
    for (const value of [1, 2, 3]) await log.append([{ doc: "a", at: 1, data: bytes(value) }]);
    harm(folder, "update doc_update set data = x'ff' where seq = 2");
    const loaded = await log.load("a");
    expect(loaded.updates.map((update) => [...update])).toEqual([[1]]);
    expect(loaded.damage).toEqual({ doc: "a", kind: "update", seq: 2 });
    expect(await log.check()).toEqual([{ doc: "a", kind: "update", seq: 2 }]);
    await log.close();
  });

  test("loses nothing when only the newest snapshot is damaged", async () => {
    const { folder, log } = openInFolder();
    for (const value of [1, 2]) {
      const upTo = await log.append([{ doc: "a", at: 1, data: bytes(value) }]);
      await log.keepSnapshot("a", upTo, bytes(70 + value), 2);
    }
    harm(folder, "update doc_snapshot set data = x'ff' where seq = 2");
    const loaded = await log.load("a");
    expect(loaded.updates.map((update) => [...update])).toEqual([[71], [2]]);
    expect(loaded.damage).toBeUndefined();
    await log.close();
  });

  test("whose only snapshot is damaged while the records before it are gone says so", async () => {
    const { folder, log } = openInFolder();
    const upTo = await log.append([{ doc: "a", at: 1, data: bytes(1) }]);
    await log.keepSnapshot("a", upTo, bytes(71), 2);
    harm(folder, "delete from doc_update; update doc_snapshot set sum = sum + 1");
    expect((await log.load("a")).damage).toEqual({ doc: "a", kind: "snapshot", seq: upTo });
    await log.close();
  });
});

describe("batches handed over without waiting", () => {
  async function onStoppedDisk() {
    const { folder, remove } = makeTestFolder();
    onTestFinished(remove);
    const { log, disk, standsStill } = openFaultyLog(folder);
    onTestFinished(() => log.close());
    await log.append([{ doc: "a", at: 1, data: bytes(0) }]);
    disk("stopped");
    const append = (...values: number[]) =>
      log.append(values.map((value) => ({ doc: "a", at: 1, data: bytes(value) })));
    const first = append(1);
    await until("the disk stands still", standsStill);
    const written = async () => (await log.load("a")).updates.map((update) => [...update]);
    return { append, first, disk, written };
  }

  test("wait for a disk that stands still and are all written, each told its own number", async () => {
    const { append, first, disk, written } = await onStoppedDisk();
    const rest = [append(2, 3), append(4)];
    disk("works");
    expect(await Promise.all([first, ...rest])).toEqual([2, 4, 5]);
    expect(await written()).toEqual([[0], [1], [2], [3], [4]]);
  });

  test("are refused behind one that failed, although the disk is well again: none overtakes it", async () => {
    const { append, first, disk, written } = await onStoppedDisk();
    const behind = append(2);
    disk("broken once");
    const ends = await Promise.allSettled([first, behind]);
    expect(ends.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await written()).toEqual([[0]]);
    await append(1, 2);
    expect(await written()).toEqual([[0], [1], [2]]);
  });
});

describe("the log's file", () => {
  test("keeps what was appended when it is opened again", async () => {
    const { folder, log } = openInFolder();
    await log.append([{ doc: "a", at: 1, data: bytes(1, 2, 3) }]);
    await log.close();
    const again = openSqlJourneyLog(folder);
    expect([...((await again.load("a")).updates[0] ?? [])]).toEqual([1, 2, 3]);
    await again.close();
  });

  test("is copied whole while it is in use", async () => {
    const { folder, log } = openInFolder();
    await log.append([{ doc: "a", at: 1, data: bytes(4, 2) }]);
    const copy = path.join(folder, "copy.db");
    await log.copyTo(copy);
    const db = new DatabaseSync(copy);
    expect(db.prepare("select count(*) as n from doc_update").get()).toEqual({ n: 1 });
    db.close();
    await log.close();
  });

  test("that is no database makes every call fail with a reason, and nothing is overwritten", async () => {
    const { folder, remove } = makeTestFolder();
    onTestFinished(remove);
    const file = path.join(folder, "log.db");
    writeFileSync(file, "this is not a database, but somebody's letter".repeat(100));
    const before = readFileSync(file);
    const log = openSqlJourneyLog(folder);
    await expect(log.load("a")).rejects.toThrow(/database/);
    expect(readFileSync(file)).toEqual(before);
  });
});

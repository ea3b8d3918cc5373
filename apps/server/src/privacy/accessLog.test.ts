import { DatabaseSync } from "node:sqlite";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openAppDatabase } from "../storage/openAppDatabase.ts";
import type { AppDatabase } from "../storage/tables.ts";
import { makeTestFolder } from "../testing/testFolder.ts";
import { type AccessLine, type AccessLog, hashOf, openAccessLog } from "./accessLog.ts";

let folder: string;
let remove: () => void;
let db: AppDatabase;
let log: AccessLog;
let now: number;

beforeEach(async () => {
  ({ folder, remove } = makeTestFolder());
  db = await openAppDatabase(folder);
  now = Date.parse("2026-11-24T12:00:00Z");
  log = openAccessLog(db, { now: () => now });
});
afterEach(async () => {
  await db.destroy();
  remove();
});

const line = (thing: string, more: Partial<AccessLine> = {}): AccessLine => ({
  who: "ana",
  deed: "exported",
  what: "journey",
  thing,
  count: null,
  ...more,
});

/** Changes the file behind the server's back. */
function fromOutside(...statements: string[]): void {
  const file = new DatabaseSync(path.join(folder, "app.db"));
  file.exec("drop trigger accessLog_unchanged; drop trigger accessLog_kept");
  for (const statement of statements) file.exec(statement);
  file.close();
}

describe("the access log", () => {
  test("keeps what was done in order, each line holding the hash of the one before", async () => {
    await Promise.all(["a", "b"].map((thing) => log.add(line(thing))));
    await log.add(line("c", { count: 7 }));
    const rows = (await log.page({ limit: 10 })).toReversed();
    expect(rows.map(({ seq, thing, count }) => [seq, thing, count])).toEqual([
      [1, "a", null],
      [2, "b", null],
      [3, "c", 7],
    ]);
    expect(rows.map(({ before }) => before)).toEqual(["", rows[0]?.hash, rows[1]?.hash]);
    expect(await log.check()).toEqual({ lines: 3, brokenAt: null });
    expect((await log.page({ before: 3, limit: 1 })).map(({ seq }) => seq)).toEqual([2]);
    expect((await log.about(["a", "c"])).map(({ seq }) => seq)).toEqual([1, 3]);
  });

  test("reading the same thing again within ten minutes is one line; another reader, or later, is another", async () => {
    const saw = line("c1", { deed: "saw", what: "contact" });
    await log.add(saw);
    await log.add(saw);
    await log.add({ ...saw, who: "ben" });
    now += 9 * 60_000;
    await log.add(saw);
    now += 60_000;
    await log.add(saw);
    await log.add(line("e"));
    await log.add(line("e"));
    expect(await log.check()).toEqual({ lines: 5, brokenAt: null });
  });

  test("a line can be neither changed nor taken out by the server's own hand", async () => {
    await log.add(line("a"));
    const change = db.updateTable("accessLog").set({ who: "nobody" });
    await expect(change.execute()).rejects.toThrow("never changed");
    await expect(db.deleteFrom("accessLog").execute()).rejects.toThrow("kept for 12 months");
  });

  test.each([
    ["changed", `update accessLog set who = 'nobody' where seq = 3`, 3],
    ["taken out", `delete from accessLog where seq = 3`, 4],
    [
      "put in",
      `insert into accessLog select 6, at, who, deed, what, thing, count, 'x', hash from accessLog where seq = 5`,
      6,
    ],
  ])("a line that was %s from outside shows", async (_how, statement, brokenAt) => {
    for (const thing of ["a", "b", "c", "d", "e"]) await log.add(line(thing));
    fromOutside(statement);
    expect((await log.check()).brokenAt).toBe(brokenAt);
  });

  test("a line changed together with its own hash shows at the next one", async () => {
    for (const thing of ["a", "b", "c"]) await log.add(line(thing));
    const rows = await log.page({ limit: 10 });
    const forged = { ...rows[1], who: "nobody" } as NonNullable<(typeof rows)[1]>;
    fromOutside(`update accessLog set who = 'nobody', hash = '${hashOf(forged)}' where seq = 2`);
    expect((await log.check()).brokenAt).toBe(3);
  });

  test("lines older than twelve months go, from the old end only, and what is left is still whole", async () => {
    await log.add(line("old"));
    now += 200 * 86_400_000;
    await log.add(line("middle"));
    now += 200 * 86_400_000;
    await log.add(line("new"));
    await log.prune();
    expect((await log.page({ limit: 10 })).map(({ thing }) => thing)).toEqual(["new", "middle"]);
    expect(await log.check()).toEqual({ lines: 2, brokenAt: null });
    now += 800 * 86_400_000;
    await log.prune();
    // The newest stays for the next to hold on to.
    expect((await log.page({ limit: 10 })).map(({ thing }) => thing)).toEqual(["new"]);
    await log.add(line("next"));
    expect(await log.check()).toEqual({ lines: 2, brokenAt: null });
  });
});

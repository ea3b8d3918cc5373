import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, readdirSync, statSync, utimesSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import { describe, expect, onTestFinished, test } from "vitest";
import { migrations } from "../storage/migrations/index.ts";
import { openAppDatabase } from "../storage/openAppDatabase.ts";
import { makeTestFolder } from "../testing/testFolder.ts";

const row = { tokenHash: "kept", createdAt: 1, usedAt: null };

/** A data folder as the present version leaves it, with one row in it. */
async function filledFolder(): Promise<string> {
  const { folder, remove } = makeTestFolder();
  onTestFinished(remove);
  const db = await openAppDatabase(folder);
  await db.insertInto("signInLink").values(row).execute();
  await db.destroy();
  return folder;
}

const next = (up: Migration["up"]) => ({ migrations: { ...migrations, "9999-next": { up } } });
const copiesIn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith("app.db.before-"));

async function rowsIn(folder: string) {
  const db = await openAppDatabase(folder);
  const rows = await db.selectFrom("signInLink").selectAll().execute();
  const tables = await sql<{ name: string }>`select name from sqlite_master where name = 'half'`.execute(db);
  await db.destroy();
  return { rows, half: tables.rows.length };
}

describe("F20: a migration", () => {
  test("that fails half-way leaves the file as it was: the old version opens it, and a copy lies beside it", async () => {
    const folder = await filledFolder();
    const failing = next(async (db) => {
      await sql`create table half (x)`.execute(db);
      await sql`delete from signInLink`.execute(db);
      await sql`insert into nowhere values (1)`.execute(db);
    });
    await expect(openAppDatabase(folder, failing)).rejects.toThrow(/nowhere/);
    expect(await rowsIn(folder)).toEqual({ rows: [row], half: 0 });
    expect(copiesIn(folder)).toEqual(["app.db.before-9999-next"]);
    expect(statSync(path.join(folder, "app.db.before-9999-next")).mode & 0o077).toBe(0);
  });

  test("that is killed half-way leaves the file as it was", async () => {
    const folder = await filledFolder();
    const program = fileURLToPath(new URL("../testing/migrateHalf.ts", import.meta.url));
    const child = spawn(process.execPath, [program, folder], { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
    expect(await rowsIn(folder)).toEqual({ rows: [row], half: 0 });
  });

  test("that works leaves a copy of the state before, which opens with the old version", async () => {
    const folder = await filledFolder();
    const db = await openAppDatabase(
      folder,
      next(async (trx) => void (await sql`delete from signInLink`.execute(trx))),
    );
    await db.destroy();
    const { folder: old, remove } = makeTestFolder();
    onTestFinished(remove);
    copyFileSync(path.join(folder, "app.db.before-9999-next"), path.join(old, "app.db"));
    expect((await rowsIn(old)).rows).toEqual([row]);
  });

  test("makes no copy of a database that is only just made, and none when there is nothing to do", async () => {
    const folder = await filledFolder();
    await rowsIn(folder);
    expect(copiesIn(folder)).toEqual([]);
  });

  test("of a newer version is named when an older one opens the file", async () => {
    const folder = await filledFolder();
    await (
      await openAppDatabase(
        folder,
        next(async () => {}),
      )
    ).destroy();
    await expect(openAppDatabase(folder)).rejects.toThrow(/written by a newer Polku/);
  });

  test("is not made beside a running server, whose tables would change under it", async () => {
    const folder = await filledFolder();
    await expect(openAppDatabase(folder, { ...next(async () => {}), beside: true })).rejects.toThrow(
      /older Polku/,
    );
    await (await openAppDatabase(folder, { beside: true })).destroy();
    expect(copiesIn(folder)).toEqual([]);
  });

  test("leaves a copy for a week and no longer: it holds what was erased since", async () => {
    const folder = await filledFolder();
    const newer = next(async () => {});
    await (await openAppDatabase(folder, newer)).destroy();
    const copy = path.join(folder, "app.db.before-9999-next");
    await (await openAppDatabase(folder, newer)).destroy();
    expect(existsSync(copy)).toBe(true);
    const eightDaysAgo = Date.now() / 1_000 - 8 * 24 * 60 * 60;
    utimesSync(copy, eightDaysAgo, eightDaysAgo);
    await (await openAppDatabase(folder, newer)).destroy();
    expect(existsSync(copy)).toBe(false);
  });
});

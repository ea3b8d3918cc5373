import { sql } from "kysely";
import { describe, expect, onTestFinished, test } from "vitest";
import { makeTestFolder } from "../testing/testFolder.ts";
import { openAppDatabase } from "./openAppDatabase.ts";

async function open(folder?: string) {
  const made = folder === undefined ? makeTestFolder() : { folder, remove: () => {} };
  const db = await openAppDatabase(made.folder);
  onTestFinished(() => db.destroy().then(made.remove));
  return { db, folder: made.folder };
}

const link = (tokenHash: string) => ({ tokenHash, createdAt: 1, usedAt: null });

describe("app.db", () => {
  test("is brought to its shape once; a second opening finds nothing to do", async () => {
    const { db, folder } = await open();
    await db.insertInto("signInLink").values(link("a")).execute();
    const { db: again } = await open(folder);
    expect(await again.selectFrom("signInLink").selectAll().execute()).toEqual([link("a")]);
  });

  test("runs transactions one after another, however they interleave", async () => {
    const { db } = await open();
    await db.insertInto("signInLink").values(link("counter")).execute();
    const add = () =>
      db.transaction().execute(async (trx) => {
        const { createdAt } = await trx
          .selectFrom("signInLink")
          .select("createdAt")
          .executeTakeFirstOrThrow();
        await trx
          .updateTable("signInLink")
          .set({ createdAt: createdAt + 1 })
          .execute();
      });
    await Promise.all(Array.from({ length: 20 }, add));
    expect((await db.selectFrom("signInLink").select("createdAt").executeTakeFirstOrThrow()).createdAt).toBe(
      21,
    );
  });

  test("takes nothing of a transaction that failed, and goes on", async () => {
    const { db } = await open();
    const failing = db.transaction().execute(async (trx) => {
      await trx.insertInto("signInLink").values(link("a")).execute();
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await db.selectFrom("signInLink").selectAll().execute()).toEqual([]);
  });

  test("says what was wrong with a statement, and goes on", async () => {
    const { db } = await open();
    await expect(sql`select * from nothing`.execute(db)).rejects.toThrow(/nothing/);
    expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  });

  test("binds whole numbers as integers: as REAL they make FTS5 answer with wrong rows", async () => {
    const { db } = await open();
    const kind = await sql<{
      kind: string;
      big: string;
    }>`select typeof(${7}) as kind, typeof(${2 ** 52}) as big`.execute(db);
    expect(kind.rows).toEqual([{ kind: "integer", big: "integer" }]);
    await sql`create virtual table words using fts5(word)`.execute(db);
    for (const word of ["one same", "two same", "three same"])
      await sql`insert into words (word) values (${word})`.execute(db);
    const found = await sql<{
      rowid: number;
    }>`select rowid from words where words match ${"same"} and rowid = ${2}`.execute(db);
    expect(found.rows).toEqual([{ rowid: 2 }]);
  });
});

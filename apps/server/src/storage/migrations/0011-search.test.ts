import { sql } from "kysely";
import { expect, test } from "vitest";
import { makeTestFolder } from "../../testing/testFolder.ts";
import { openAppDatabase } from "../openAppDatabase.ts";
import { openSqlEvidenceStore } from "../sql/sqlEvidenceStore.ts";
import { migrations } from "./index.ts";

const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < "0009"));

test("a library of before is found by its words, filters, compounds and days after the index was made anew", async () => {
  const { folder, remove } = makeTestFolder();
  const old = await openAppDatabase(folder, { migrations: before });
  await sql`insert into "source" ("id", "kind", "title", "sample", "consentBasis", "createdBy", "createdAt")
    values ('s1', 'survey_nps', 'Vanha kysely', 0, 'unknown', 'ana', 1)`.execute(old);
  const rows = [
    ["c1", Date.UTC(2026, 0, 5), "nps", 2, "phone", '["hinta ja laatu"]', "nettilasku"],
    ["c2", Date.UTC(2026, 0, 9), "nps", 10, null, "[]", "lasku"],
    ["c3", null, null, null, null, "[]", "lasku"],
    ["c4", null, "stars5", 3, null, "[]", "jono"],
  ] as const;
  for (const [index, [id, at, scale, x, channel, themes, stem]] of rows.entries()) {
    await sql`insert into "contact" ("rowNo", "id", "sourceId", "hash", "occurredAt", "lang", "text", "ratingScale", "ratingX", "channel", "themes")
      values (${index + 1}, ${id}, 's1', ${id}, ${at}, 'fi', ${stem}, ${scale}, ${x}, ${channel}, ${themes})`.execute(
      old,
    );
    await sql`insert into "contactSearch" ("rowid", "stems") values (cast(${index + 1} as integer), ${stem})`.execute(
      old,
    );
    await sql`insert or ignore into "term" ("stem") values (${stem})`.execute(old);
  }
  const textIn = JSON.stringify({ fi: { themes: '["odotus"]' }, en: { themes: '["waiting"]' } });
  await sql`insert into "quote" ("id", "contactId", "sourceId", "start", "end", "text", "speaker", "valence", "themes", "manner", "by", "createdAt", "textIn")
    values ('q1', 'c3', 's1', 0, 5, 'lasku', 'customer', -1, '["odotus"]', 'stated', 'ana', 1, ${textIn})`.execute(
    old,
  );
  await old.destroy();

  const db = await openAppDatabase(folder);
  const store = await openSqlEvidenceStore(db);
  const ids = async (filter: object, stem?: string) => {
    const question = stem === undefined ? undefined : { all: [{ stems: [stem] }] };
    return (await store.findContacts({ question, filter, limit: 9 })).map(({ id }) => id);
  };
  expect(await ids({})).toEqual(["c2", "c1", "c4", "c3"]);
  expect(await ids({}, "lasku")).toEqual(["c2", "c3"]);
  expect(await store.stemsAt({ starts: [], ends: ["lasku"] })).toEqual(["lasku", "nettilasku"]);
  expect(await ids({ feeling: "negative" })).toEqual(["c1", "c3"]);
  expect(await ids({ feeling: "neutral" })).toEqual(["c4"]);
  expect(await ids({ feeling: "positive" })).toEqual(["c2"]);
  expect(await ids({ channel: "phone" })).toEqual(["c1"]);
  expect(await ids({ theme: "hinta ja laatu" })).toEqual(["c1"]);
  expect(await ids({ theme: "waiting", language: "en" })).toEqual(["c3"]);
  expect(await ids({ theme: "waiting", language: "fi" })).toEqual([]);
  expect(await ids({ attached: true })).toEqual(["c3"]);
  expect(await ids({ source: "s1", from: Date.UTC(2026, 0, 6) })).toEqual(["c2"]);
  await db.destroy();
  remove();
});

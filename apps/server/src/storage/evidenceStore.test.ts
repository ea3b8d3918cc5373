import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { contact, source } from "../testing/evidenceRows.ts";
import { makeTestFolder } from "../testing/testFolder.ts";
import { evidenceStoreContract } from "./evidenceStore.contract.ts";
import { memoryEvidenceStore } from "./memoryEvidenceStore.ts";
import { openAppDatabase } from "./openAppDatabase.ts";
import { openSqlEvidenceStore } from "./sql/sqlEvidenceStore.ts";
import { addPicture } from "./sql/sqlPictures.ts";
import { addRecording } from "./sql/sqlRecordings.ts";

evidenceStoreContract("memory", async () => ({ store: memoryEvidenceStore(), close: async () => {} }));

evidenceStoreContract("SQLite", async () => {
  const { folder, remove } = makeTestFolder();
  const db = await openAppDatabase(folder);
  const close = async (): Promise<void> => {
    await db.destroy();
    remove();
  };
  return { store: await openSqlEvidenceStore(db), close };
});

const canary = { title: "Kanarianlintu", fileName: "kanarianlintu.txt" };

const saying = (id: string, word: string, times = 400) =>
  contact(id, [`${word}varsi`, "sano"], {
    hash: id,
    text: `sanoin ${word} `.repeat(times),
    themes: JSON.stringify([`${word}teema`]),
  });

test("after erasing, no byte of what a customer said is left in the files, the server still running", async () => {
  const { folder, remove } = makeTestFolder();
  const db = await openAppDatabase(folder);
  const store = await openSqlEvidenceStore(db);
  const found = (word: string): string[] =>
    readdirSync(folder).filter(
      (name) => /\.db/.test(name) && readFileSync(path.join(folder, name)).includes(word),
    );
  await store.addSource(source("gone", canary));
  await store.addSource(source("stays", { title: "Muu", fileName: "muu.txt" }));
  for (let n = 0; n < 20; n += 1) {
    await store.keepContacts("gone", [saying(`g${n}`, "kanarianlintu")]);
    await store.keepContacts("stays", [saying(`s${n}`, "varpunen")]);
  }
  // What the team made of a theme names it once more.
  await store.setTheme({ name: "kanarianlintuteema", under: "varpunenteema", colour: "blue" });
  // A stem stands in the files backwards too, and a theme as the tag that filters by it.
  const disguised = ["isravutnilnairanak", Buffer.from("kanarianlintuteema", "utf8").toString("hex")];
  for (const word of ["kanarianlintu", ...disguised]) expect(found(word)).not.toEqual([]);
  await store.erase({ what: "source", id: "gone", erasedAt: 2, by: "ana", reason: "other" });
  await store.sweep(3);
  expect(found("kanarianlintu")).toEqual([]);
  expect(found("Kanarianlintu")).toEqual([]);
  for (const word of disguised) expect(found(word)).toEqual([]);
  expect(found("varpunen")).toEqual(["app.db"]);
  expect(await store.themes()).toEqual([{ theme: "varpunenteema", count: 20 }]);
  await db.destroy();
  remove();
});

test("nor is any left in the slack of pages, where balancing a B-tree leaves copies of rows that moved", async () => {
  const { folder, remove } = makeTestFolder();
  const db = await openAppDatabase(folder);
  const store = await openSqlEvidenceStore(db);
  await store.addSource(source("gone", canary));
  await store.addSource(source("stays", { title: "Muu", fileName: "muu.txt" }));
  // Two sources whose rows lie between one another, as when two files are read into them by turns.
  for (let turn = 0; turn < 40; turn += 1) {
    const [id, word] = turn % 2 === 0 ? (["gone", "kanaria"] as const) : (["stays", "varpunen"] as const);
    const rows = Array.from({ length: 50 }, (_, i) => {
      const said = saying(`c${turn * 50 + i}`, word, 0);
      return {
        ...said,
        text: `${word} `.repeat(4 + (i % 5)),
        themes: "[]",
        stems: [`${word}${turn * 50 + i}`],
      };
    });
    await store.keepContacts(id, rows);
  }
  await store.erase({ what: "source", id: "gone", erasedAt: 2, by: "ana", reason: "other" });
  await store.sweep(3);
  const files = readdirSync(folder).filter((name) => /\.db/.test(name));
  expect(files.filter((name) => readFileSync(path.join(folder, name)).includes("kanaria"))).toEqual([]);
  await db.destroy();
  remove();
});

test("what is heard and seen of contacts that are erased goes with them, and that of their neighbours stays", async () => {
  const { folder, remove } = makeTestFolder();
  const db = await openAppDatabase(folder);
  const store = await openSqlEvidenceStore(db);
  await store.addSource(source("s", canary));
  const ids = ["alone", "maija's first", "maija's second", "stays"];
  for (const id of ids) {
    const respondentKey = id.startsWith("maija") ? "maija" : null;
    await store.keepContacts("s", [{ ...saying(id, "sana", 1), respondentKey }]);
    const kept = { id, contactId: id, sourceId: "s", file: id, bytes: 1, createdBy: "ana", createdAt: 1 };
    expect(await addPicture(db, { ...kept, type: "image/png", width: 1, height: 1 })).toBe(true);
    const heard = { form: "wav", seconds: 1, peaks: "[]", silenced: "[]" };
    expect(await addRecording(db, { ...kept, ...heard })).toBe(true);
  }
  const left = async () =>
    Promise.all(
      (["picture", "recording"] as const).map(async (table) =>
        (await db.selectFrom(table).select("id").orderBy("id").execute()).map(({ id }) => id),
      ),
    );
  const why = { erasedAt: 2, by: "ana", reason: "request" } as const;
  await store.erase({ what: "contact", id: "alone", ...why });
  expect(await left()).toEqual([ids.slice(1), ids.slice(1)]);
  await store.erase({ what: "person", id: "maija", ...why });
  expect(await left()).toEqual([["stays"], ["stays"]]);
  await db.destroy();
  remove();
});

import { languageOf, stemsForIndex } from "@polku/evidence";
import { describe, expect, test } from "vitest";
import type { EvidenceStore } from "../storage/evidenceStore.ts";
import { memoryEvidenceStore } from "../storage/memoryEvidenceStore.ts";
import { openAppDatabase } from "../storage/openAppDatabase.ts";
import { openSqlEvidenceStore } from "../storage/sql/sqlEvidenceStore.ts";
import { contact, source } from "../testing/evidenceRows.ts";
import { makeTestFolder } from "../testing/testFolder.ts";
import { searchContacts } from "./searchContacts.ts";
import { englishCases, finnishCases, type SearchCase } from "./searchTable.ts";

/** All sentences of the table as contacts, in the language that each is taken for by itself. */
async function filled(store: EvidenceStore, cases: readonly SearchCase[]): Promise<void> {
  await store.addSource(source("table", { sample: 1 }));
  const texts = [...new Set(cases.flatMap(({ finds, not }) => [...finds, ...not]))];
  const contacts = texts.map((text, index) => {
    const lang = languageOf(text);
    return contact(`c${index}`, stemsForIndex(text, lang), { hash: text, lang, text });
  });
  for (let at = 0; at < contacts.length; at += 50)
    await store.keepContacts("table", contacts.slice(at, at + 50));
}

type Judged = { missed: string[]; wrong: string[]; recall: number; precision: number };

/** What the searches missed of what they must find, and found of what only looks alike; shares 0..1 of the sentences judged. */
async function judge(store: EvidenceStore, cases: readonly SearchCase[]): Promise<Judged> {
  const missed: string[] = [];
  const wrong: string[] = [];
  let right = 0;
  for (const { q, finds, not } of cases) {
    const asked = {
      q,
      typing: false,
      filter: {},
      sort: "relevance" as const,
      limit: 200,
      language: "fi" as const,
    };
    const { hits } = await searchContacts(store, asked);
    const found = new Set(hits.map(({ contact }) => contact.text));
    right += finds.filter((text) => found.has(text)).length;
    missed.push(...finds.filter((text) => !found.has(text)).map((text) => `${q}: ${text}`));
    wrong.push(...not.filter((text) => found.has(text)).map((text) => `${q}: ${text}`));
  }
  const wanted = right + missed.length;
  return { missed, wrong, recall: right / wanted, precision: right / (right + wrong.length) };
}

const all = [...finnishCases, ...englishCases];

const stores: [string, () => Promise<{ store: EvidenceStore; close: () => Promise<void> }>][] = [
  ["memory", async () => ({ store: memoryEvidenceStore(), close: async () => {} })],
  [
    "SQLite",
    async () => {
      const { folder, remove } = makeTestFolder();
      const db = await openAppDatabase(folder);
      const close = async (): Promise<void> => {
        await db.destroy();
        remove();
      };
      return { store: await openSqlEvidenceStore(db), close };
    },
  ],
];

describe.each(stores)("the table of searches, %s", (_, open) => {
  test("thirty cases in each language: recall 1, precision 0.98; two English words share a stem with a relative", async () => {
    expect([finnishCases.length, englishCases.length]).toEqual([30, 30]);
    const { store, close } = await open();
    try {
      await filled(store, all);
      const { precision, ...found } = await judge(store, all);
      expect(found).toEqual({
        missed: [],
        wrong: ["person: A personal matter", "technician: A technical term"],
        recall: 1,
      });
      expect(precision).toBeCloseTo(93 / 95, 6);
    } finally {
      await close();
    }
  });
});

test("a table with a sentence that no search finds has less recall, and one that a wrong search finds less precision", async () => {
  const cases = [{ q: "lasku", finds: ["Laskut tulivat", "Ei mitään sellaista"], not: ["Lasku taas"] }];
  const store = memoryEvidenceStore();
  await filled(store, cases);
  expect(await judge(store, cases)).toEqual({
    missed: ["lasku: Ei mitään sellaista"],
    wrong: ["lasku: Lasku taas"],
    recall: 0.5,
    precision: 0.5,
  });
});

import { stemsForIndex } from "@polku/evidence";
import { expect, test } from "vitest";
import { memoryEvidenceStore } from "../storage/memoryEvidenceStore.ts";
import { contact, source } from "../testing/evidenceRows.ts";
import { searchContacts } from "./searchContacts.ts";

/** All that a search by relevance finds, page by page. */
async function pagesOf(texts: readonly string[], q: string, limit: number): Promise<string[][]> {
  const store = memoryEvidenceStore();
  await store.addSource(source("calls"));
  await store.keepContacts(
    "calls",
    texts.map((text, n) =>
      contact(`c${n}`, stemsForIndex(text, "fi"), { hash: text, lang: "fi", text, occurredAt: n * 60_000 }),
    ),
  );
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    const search = { q, typing: false, filter: {}, sort: "relevance" as const, language: "fi" as const };
    const { hits, next } = await searchContacts(store, { ...search, limit, cursor });
    pages.push(hits.map(({ contact: found }) => found.text));
    cursor = next;
  } while (cursor !== undefined && pages.length < 100);
  return pages;
}

const many = (n: number, of: string): string[] => Array.from({ length: n }, (_, at) => `${of} ${at}`);

test("where the words themselves fill a page, compounds follow them by date, nothing twice and nothing left out", async () => {
  const [bills, compounds] = [many(40, "Lasku tuli"), many(5, "Nettilasku tuli")];
  for (const limit of [7, 30, 200]) {
    const found = (await pagesOf([...bills, ...compounds], "lasku", limit)).flat();
    expect(found.slice(-5)).toEqual(compounds.toReversed());
    expect(found.toSorted()).toEqual([...bills, ...compounds].toSorted());
  }
});

test("where they do not, compounds are ranked with them", async () => {
  const long = `Lasku tuli ${"ja sitten vielä ".repeat(20)}myöhässä, laskua odotin, ja lupaus petti`;
  const short = "Laskulupaus petti, lupaus petti";
  const [page] = await pagesOf([long, short], "lasku lupaus", 30);
  expect(page).toHaveLength(2);
});

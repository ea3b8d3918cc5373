import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { LibraryPage } from "../pages/library.ts";
import { expect, test, type Workshop } from "../people.ts";

/** Words that nobody says: where one is found, something was kept. */
const canaries = Array.from(
  { length: 50 },
  (_, i) => `kanaria${String.fromCharCode(97 + (i % 26))}${i}lintu`,
);
const [first = ""] = canaries;

/** The canaries in one file of every kind that can be imported. */
function filesWithCanaries(): { name: string; kind: string; text: string }[] {
  const said = (from: number, to: number) => canaries.slice(from, to);
  const stamp = (n: number) => `00:00:${String(n).padStart(2, "0")}`;
  return [
    {
      name: "kysely.csv",
      kind: "survey_open",
      text: `Palaute;Arvosana\n${said(0, 10)
        .map((w) => `Sanoin ${w}.;3`)
        .join("\n")}\n`,
    },
    {
      name: "survey.csv",
      kind: "survey_open",
      text: `Answer,Score\n${said(10, 20)
        .map((w) => `"I said ${w}, yes",4`)
        .join("\n")}\n`,
    },
    {
      name: "tickets.csv",
      kind: "support_ticket",
      text: `Ticket ID,Description,Channel\n${said(20, 30)
        .map((w, i) => `T-${i},"Broken: ${w}",email`)
        .join("\n")}\n`,
    },
    {
      name: "call.vtt",
      kind: "call_recording",
      text: `WEBVTT\n\n${said(30, 37)
        .map((w, i) => `${stamp(i)}.000 --> ${stamp(i + 1)}.000\n<v Asiakas>Puhuin ${w}.`)
        .join("\n\n")}\n`,
    },
    {
      name: "call.srt",
      kind: "call_recording",
      text: `${said(37, 44)
        .map((w, i) => `${i + 1}\n${stamp(i)},000 --> ${stamp(i + 1)},000\nAsiakas: Puhuin ${w}.`)
        .join("\n\n")}\n`,
    },
    {
      name: "notes.txt",
      kind: "interview",
      text: `${said(44, 50)
        .map((w) => `Kertoi: ${w}.`)
        .join("\n\n")}\n`,
    },
  ];
}

async function importAll(workshop: Workshop): Promise<string[]> {
  const ids: string[] = [];
  const { url } = workshop.server;
  for (const { name, kind, text } of filesWithCanaries()) {
    const file = { name, mimeType: "text/plain", buffer: Buffer.from(text) };
    const meta = JSON.stringify({ kind, title: `Lintu ${name}` });
    const taken = await workshop.api.post(`${url}/api/v1/sources`, { multipart: { meta, file } });
    const { id, importId } = (await taken.json()) as { id: string; importId: string };
    await expect(async () => {
      const progress = await workshop.api.get(`${url}/api/v1/imports/${importId}`);
      expect(((await progress.json()) as { state: string }).state).toBe("done");
    }).toPass();
    ids.push(id);
  }
  return ids;
}

/** Makes a quote of the words of each source that can be pinned. */
async function quoteEach(workshop: Workshop, sources: readonly string[]): Promise<string[]> {
  const { url } = workshop.server;
  const ids: string[] = [];
  for (const source of sources) {
    const found = await workshop.api.get(`${url}/api/v1/contacts?source=${source}&limit=200`);
    const { items } = (await found.json()) as { items: { id: string; text: string }[] };
    for (const { id: contactId, text } of items) {
      for (const word of canaries.filter((one) => text.includes(one))) {
        const made = await workshop.api.post(`${url}/api/v1/quotes`, {
          data: { contactId, text: word, valence: -1 },
        });
        ids.push(((await made.json()) as { id: string }).id);
      }
    }
  }
  return ids;
}

/** Everything that a page shows and its browser keeps for it, as text. */
function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const decoder = new TextDecoder();
    const inWords = (_key: string, value: unknown): unknown =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? decoder.decode(value) : value;
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(new Error("IndexedDB could not be read")));
      });
    const kept: string[] = [document.documentElement.outerHTML, document.title];
    kept.push(JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]));
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const db = await asked(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        const rows: unknown = await asked(db.transaction(store).objectStore(store).getAll());
        kept.push(JSON.stringify(rows, inWords));
      }
      db.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        kept.push(request.url, await ((await cache.match(request))?.text() ?? ""));
      }
    }
    return kept.join("\n");
  });
}

const canariesIn = (text: string): string[] => canaries.filter((word) => text.includes(word));

/** Files of the server in which a canary, or its stem in the index, stands. */
function filesWithCanariesIn(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const files = all.map(({ parentPath, name }) => path.join(parentPath, name));
  return files.filter((file) => readFileSync(file).includes("kanaria"));
}

test("fifty words through every importer, pinned, versioned and exported, are erased: neither the server's files nor any browser has one, also not one that was away", async ({
  workshop,
}) => {
  const { url, data } = workshop.server;
  const journey = await workshop.newJourney("Canaries");
  const sources = await importAll(workshop);
  const quotes = await quoteEach(workshop, sources);
  expect(quotes).toHaveLength(50);
  const owner = await workshop.owner(journey);
  const [touchpointId = ""] = await owner.map.cardIds();
  await workshop.command(
    journey,
    ...quotes.map((quoteId) => ({ name: "pinQuote", args: { quoteId, touchpointId, v: -1, vBy: "human" } })),
  );
  const versions = `${url}/api/v1/journeys/${journey}/versions`;
  expect((await workshop.api.post(versions, { data: { name: "With words" } })).ok()).toBe(true);
  const exported = await workshop.api.get(`${url}/api/v1/journeys/${journey}/export?format=svg`);
  expect(canariesIn(await exported.text())).not.toEqual([]);

  const ben = await workshop.join("Ben", journey);
  const cleo = await workshop.join("Cleo", journey);
  const library = new LibraryPage(owner.page);
  await library.open();
  await library.readFirst(first);
  const people = [owner, ben, cleo];
  for (const { page } of people) {
    await expect(page.locator(".quotes__words").first()).toBeVisible();
    await expect(async () => expect(canariesIn(await everythingKept(page))).not.toEqual([])).toPass();
  }
  expect(filesWithCanariesIn(data)).not.toEqual([]);

  await cleo.context.setOffline(true);
  for (const id of sources) {
    const answer = await workshop.api.delete(`${url}/api/v1/sources/${id}?reason=request`);
    expect(answer.ok()).toBe(true);
  }
  expect(filesWithCanariesIn(data)).toEqual([]);
  await cleo.context.setOffline(false);
  for (const { page } of people)
    await expect(async () => expect(canariesIn(await everythingKept(page))).toEqual([])).toPass();

  const again = await workshop.api.get(`${url}/api/v1/journeys/${journey}/export?format=svg`);
  expect(canariesIn(await again.text())).toEqual([]);
  const log = await workshop.api.get(`${url}/api/v1/access-log.csv`);
  expect(canariesIn(await log.text())).toEqual([]);
});

test("the owner finds a person by their address, takes out what is kept, and erases them; the log tells of it", async ({
  workshop,
}) => {
  const { url } = workshop.server;
  const journey = await workshop.newJourney("A person");
  const file = {
    name: "answers.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(
      "Palaute;Sähköposti\nLasku tuli kahdesti;maija@esimerkki.fi\nHyvä palvelu;ville@esimerkki.fi\n",
    ),
  };
  const mapping = { words: ["Palaute"], person: "Sähköposti" };
  const meta = JSON.stringify({ kind: "survey_open", title: "Answers of two", mapping });
  await workshop.api.post(`${url}/api/v1/sources`, { multipart: { meta, file } });
  const { page } = await workshop.owner(journey);
  const library = new LibraryPage(page);
  await library.open();
  await library.readFirst("palvelu");
  await library.panel.getByRole("button", { name: "Erase this contact" }).click();
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByText("The contact was erased")).toBeVisible();
  await expect(library.panel.getByRole("searchbox")).toBeVisible();
  await expect(library.panel.getByText("Hyvä palvelu")).toHaveCount(0);
  await library.press(library.panel.getByRole("button", { name: "Privacy" }));
  const dialog = page.getByRole("dialog", { name: "Privacy" });
  await dialog.getByLabel("Who", { exact: true }).fill("nobody@esimerkki.fi");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("alert")).toContainText("Nothing is kept of this person");
  await dialog.getByLabel("Who", { exact: true }).fill("maija@esimerkki.fi");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Answers of two")).toBeVisible();
  expect((await new AxeBuilder({ page }).include(".dialog").analyze()).violations).toEqual([]);

  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Take it all out as a file" }).click();
  const saved = await (await download).path();
  const files = unzipSync(readFileSync(saved));
  expect(Object.keys(files)).toEqual(["person.json"]);
  expect(Buffer.from(files["person.json"] ?? []).toString("utf8")).toContain("Lasku tuli kahdesti");

  await dialog.getByRole("button", { name: "Erase this person" }).click();
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  await expect(dialog.getByText("1 contact was erased")).toBeVisible();
  const left = await workshop.api.get(`${url}/api/v1/contacts?q=kahdesti`);
  expect(
    ((await left.json()) as { items: unknown[] }).items.filter((one) =>
      JSON.stringify(one).includes("kahdesti"),
    ),
  ).toEqual([]);

  await dialog.getByRole("tab", { name: "Who read what" }).click();
  await expect(dialog.getByText("erased: a person (1)").first()).toBeVisible();
  await expect(dialog.getByText("exported: a person (1)").first()).toBeVisible();
  await expect(dialog.getByText(/unbroken/)).toBeVisible();
  expect((await new AxeBuilder({ page }).include(".dialog").analyze()).violations).toEqual([]);
});

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { until } from "../testing/clients.ts";
import { importedFile } from "../testing/evidence.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

let server: TestServer;
let owner: string;
let editor: string;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.token("owner");
  editor = await server.token("editor");
});
afterAll(() => server.stop());

const csv = (rows: string[]) => `Palaute;Sähköposti;Pvm\n${rows.join("\n")}\n`;
const mapping = { words: ["Palaute"], person: "Sähköposti", moment: "Pvm" };

/** Imports rows into a source of its own and answers its id. */
async function sourceOf(title: string, rows: string[], more: object = {}): Promise<string> {
  const meta = { kind: "survey_open", title, mapping, ...more };
  const done = await importedFile(server, owner, { bytes: csv(rows), name: `${title}.csv`, meta });
  expect(done.state).toBe("done");
  return String(done.sourceId);
}

async function contactIds(source: string): Promise<string[]> {
  const { body } = await server.ask("GET", `/api/v1/contacts?source=${source}`, { token: editor });
  return (body.items as { id: string }[]).map(({ id }) => id);
}

async function quoteOf(contactId: string, text: string): Promise<string> {
  const { body } = await server.ask("POST", "/api/v1/quotes", { token: editor, body: { contactId, text } });
  return String(body.id);
}

/** Files of the data folder in which these letters stand. */
function filesWith(letters: string): string[] {
  const all = readdirSync(server.folder, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  const files = all.map(({ parentPath, name }) => path.join(parentPath, name));
  return files.filter((file) => readFileSync(file).includes(letters));
}

describe("erasing", () => {
  test("a person goes from every source with their quotes; their neighbours stay; no byte is left", async () => {
    const first = await sourceOf("Eka", [
      "Sanoin kissaeläin;maija@esimerkki.fi;2026-01-02",
      "Sanoin naapuri;ville@esimerkki.fi;2026-01-02",
    ]);
    const second = await sourceOf("Toka", ["Sanoin kissaeläin taas;Maija@Esimerkki.fi;2026-02-02"]);
    const [said = ""] = await contactIds(second);
    const quote = await quoteOf(said, "kissaeläin");
    const asked = { token: owner, body: { person: "maija@esimerkki.fi" } };
    const found = await server.ask("POST", "/api/v1/people/find", asked);
    expect(found.body).toMatchObject({ contacts: 2, quotes: 1, sources: [{ id: first }, { id: second }] });
    expect(filesWith("kissaeläin")).not.toEqual([]);

    const gone = await server.ask("POST", "/api/v1/people/erase", asked);
    expect(gone).toMatchObject({ status: 200, body: { contacts: 2, quotes: 1, mentions: [] } });
    expect(await contactIds(first)).toHaveLength(1);
    expect(await contactIds(second)).toEqual([]);
    const read = await server.ask("GET", `/api/v1/quotes?ids=${quote}`, { token: editor });
    expect(read.body.items).toEqual([]);
    expect(filesWith("kissaeläin")).toEqual([]);
    expect(filesWith("naapuri")).not.toEqual([]);
    expect(await server.ask("POST", "/api/v1/people/erase", asked)).toMatchObject({
      status: 404,
      body: { code: "person.unknown" },
    });
  });

  test("the file once more does not bring an erased person back, and says so; what they say later comes in", async () => {
    const rows = [
      "Ensimmäinen sana;liisa@esimerkki.fi;2026-01-02",
      "Muiden sana;kalle@esimerkki.fi;2026-01-02",
    ];
    const source = await sourceOf("Uudestaan", rows);
    await server.ask("POST", "/api/v1/people/erase", { token: owner, body: { email: "liisa@esimerkki.fi" } });
    const meta = { kind: "survey_open", title: "Uudestaan", mapping };
    const bytes = csv([...rows, "Uusi sana;liisa@esimerkki.fi;2031-01-02"]);
    const again = await importedFile(server, owner, { bytes, name: "Uudestaan.csv", meta });
    expect(again).toMatchObject({ read: 3, kept: 1, duplicates: 1, skippedCount: 1 });
    expect(again.skipped).toMatchObject([{ row: 2, code: "person-erased" }]);
    expect(await contactIds(source)).toHaveLength(2);
  });

  test("what others said of a person is named and left", async () => {
    const source = await sourceOf(
      "Maininnat",
      ["Kirjoitin itse;pekka@esimerkki.fi;2026-01-02", "Soitin, pekka@esimerkki.fi vastasi;;2026-01-02"],
      { mask: false },
    );
    const ids = await contactIds(source);
    const asked = { token: owner, body: { person: "pekka@esimerkki.fi", reason: "consent" } };
    const { body } = await server.ask("POST", "/api/v1/people/erase", asked);
    expect(body.contacts).toBe(1);
    expect(ids).toContain((body.mentions as string[])[0]);
    expect(await contactIds(source)).toEqual(body.mentions);
  });

  test("a contact and a quote go alone; what is not there is not there", async () => {
    const source = await sourceOf("Yksittäin", ["Yksi sana;;2026-01-02", "Toinen sana;;2026-01-02"]);
    const [one = "", two = ""] = await contactIds(source);
    const quote = await quoteOf(one, "sana");
    expect((await server.ask("DELETE", `/api/v1/quotes/${quote}`, { token: editor })).status).toBe(204);
    expect((await server.ask("DELETE", `/api/v1/quotes/${quote}`, { token: editor })).status).toBe(404);
    expect((await server.ask("DELETE", `/api/v1/contacts/${two}`, { token: editor })).status).toBe(403);
    const gone = await server.ask("DELETE", `/api/v1/contacts/${two}?reason=mistake`, { token: owner });
    expect(gone.body).toEqual({ id: two, contacts: 1, quotes: 0 });
    expect((await server.ask("GET", `/api/v1/contacts/${two}`, { token: owner })).status).toBe(404);
    expect(await contactIds(source)).toEqual([one]);
    const bad = await server.ask("DELETE", `/api/v1/contacts/${one}?reason=Maija asked`, { token: owner });
    expect([bad.status, bad.body.code]).toEqual([422, "request.invalid"]);
  });

  test("a tombstone says that, when, by whom and why, and nothing of what it was", async () => {
    const source = await sourceOf("Salainen otsikko", ["Salainen sana;;2026-01-02"]);
    await server.ask("DELETE", `/api/v1/sources/${source}?reason=consent`, { token: owner });
    const left = (await server.services.evidence.tombstones()).find(({ id }) => id === source);
    expect(left).toMatchObject({ what: "source", id: source, reason: "consent" });
    expect(server.services.privacy.tombstones.read()).toContainEqual(left);
    expect(filesWith("Salainen")).toEqual([]);
  });

  test("a large source is unreadable at once, and others are served while its rows are swept out", async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `Laaja sana numero${i};;2026-01-02`);
    const source = await sourceOf("Laaja", rows);
    const keeps = await sourceOf("Pieni", ["Pieni sana;;2026-01-02"]);
    const gone = await server.services.evidence.erase({
      what: "source",
      id: source,
      erasedAt: 1,
      by: "ana",
      reason: "other",
    });
    expect(gone?.contacts).toBe(3000);
    expect(await contactIds(source)).toEqual([]);
    let swept = false;
    const sweeping = server.services.privacy.sweep().then(() => (swept = true));
    expect(await contactIds(keeps)).toHaveLength(1);
    expect(swept).toBe(false);
    await sweeping;
    expect(filesWith("numero1777")).toEqual([]);
  });

  test("a sweep that a stopped server left half-way is carried on by the next one", async () => {
    const other = await startTestServer();
    const token = await other.token("owner");
    const rows = Array.from({ length: 1500 }, (_, i) => `Kesken jäänyt sana${i};;2026-01-02`);
    const done = await importedFile(other, token, {
      bytes: csv(rows),
      name: "kesken.csv",
      meta: { kind: "survey_open", title: "Kesken", mapping },
    });
    const id = String(done.sourceId);
    await other.services.evidence.erase({ what: "source", id, erasedAt: 1, by: "ana", reason: "other" });
    // Stops the sweep after the slice that is under way.
    const sweeping = other.services.privacy.sweep();
    await other.close();
    await sweeping;
    const next = await startTestServer({ folder: other.folder });
    const holds = () => readFileSync(path.join(other.folder, "app.db")).includes("sana1499");
    await until("its rows are swept out", () => !holds());
    expect((await next.ask("GET", `/api/v1/sources/${id}`, { token })).status).toBe(404);
    await other.stop();
    await next.close();
  });
});

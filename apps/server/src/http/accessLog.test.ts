import { afterAll, beforeAll, expect, test } from "vitest";
import { importedFile } from "../testing/evidence.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

let server: TestServer;
let owner: string;
let editor: string;
let source: string;
let contact: string;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.token("owner");
  editor = await server.token("editor");
  const mapping = { words: ["Palaute"], person: "Kuka" };
  const meta = { kind: "survey_open", title: "=Kysely", mapping };
  const bytes = "Palaute;Kuka\nSalainen sana;maija@esimerkki.fi\n";
  source = String((await importedFile(server, owner, { bytes, name: "a.csv", meta })).sourceId);
  const { body } = await server.ask("GET", `/api/v1/contacts?q=salainen`, { token: editor });
  contact = (body.items as { id: string }[])[0]?.id ?? "";
});
afterAll(() => server.stop());

const lines = async (): Promise<Record<string, unknown>[]> => {
  const { body } = await server.ask("GET", "/api/v1/access-log", { token: owner });
  return body.items as Record<string, unknown>[];
};

test("reading, searching, looking a person up, exporting and erasing each leave a line, with a name and without words", async () => {
  await server.ask("GET", `/api/v1/contacts/${contact}`, { token: editor });
  const person = { token: owner, body: { person: "maija@esimerkki.fi" } };
  await server.ask("POST", "/api/v1/people/find", person);
  const taken = await server.ask("POST", "/api/v1/people/export", person);
  expect(taken.body).toMatchObject({
    format: "polku-person",
    sources: [{ id: source, title: "=Kysely" }],
    contacts: [{ text: "Salainen sana" }],
  });
  expect((taken.body.log as { deed: string }[]).map(({ deed }) => deed)).toEqual([
    "saw",
    "identified",
    "exported",
  ]);
  await server.ask("POST", "/api/v1/people/erase", person);
  const found = await lines();
  expect(found.map(({ deed, what, name }) => [deed, what, name])).toEqual([
    ["erased", "person", "a owner"],
    ["exported", "person", "a owner"],
    ["identified", "person", "a owner"],
    ["saw", "contact", "a editor"],
    ["searched", "library", "a editor"],
    ["imported", "source", "a owner"],
  ]);
  expect(JSON.stringify(found)).not.toMatch(/salainen|maija|Kysely/i);
  const { body } = await server.ask("GET", "/api/v1/access-log?limit=2", { token: owner });
  expect(body).toMatchObject({ next: "5", chain: { lines: 6, brokenAt: null } });
});

test("the log is for the owner alone, as a page and as a table", async () => {
  for (const where of ["/api/v1/access-log", "/api/v1/access-log.csv"]) {
    expect((await server.ask("GET", where)).status).toBe(401);
    expect((await server.ask("GET", where, { token: editor })).status).toBe(403);
  }
  const table = await server.ask("GET", "/api/v1/access-log.csv", { token: owner });
  const rows = table.text.trim().split("\r\n");
  expect(rows[0]).toContain("seq;at;who;name;deed;what;thing;count;hash");
  // A key may begin with a letter that a spreadsheet takes for a formula.
  expect(rows.flatMap((row) => row.split(";")).filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
});

test("a journey exported with words leaves a line; without words it leaves none", async () => {
  const id = await server.journey();
  const before = (await lines()).length;
  await server.ask("GET", `/api/v1/journeys/${id}/export?format=json`, { token: owner });
  expect(await lines()).toHaveLength(before);
  await server.ask("GET", `/api/v1/journeys/${id}/export?format=json&words=true`, { token: owner });
  expect((await lines())[0]).toMatchObject({ deed: "exported", what: "journey", thing: id, count: 0 });
});

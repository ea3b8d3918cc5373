import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeTestFolder } from "../testing/testFolder.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

const web = makeTestFolder();
let server: TestServer;
let owner: string;

beforeAll(async () => {
  mkdirSync(path.join(web.folder, "assets"));
  writeFileSync(
    path.join(web.folder, "index.html"),
    '<!doctype html><title>Polku</title><div id="root"></div><script src="/app.js"></script>',
  );
  server = await startTestServer({ webFolder: web.folder });
  owner = await server.token("owner");
});
afterAll(async () => {
  await server.stop();
  web.remove();
});

const page = (address: string, token?: string, language = "en") =>
  server.ask("GET", address, {
    ...(token === undefined ? {} : { token }),
    headers: { "accept-language": language },
  });

/** The page once its look is drawn: no page waits long for one, and the first that asks has it drawn for the next. */
async function pageWithLook(address: string, token: string, language = "en") {
  await expect
    .poll(async () => (await page(address, token, language)).text, { timeout: 20_000, interval: 20 })
    .toContain("first-look");
  return page(address, token, language);
}

async function run(id: string, ...commands: { name: string; args: object }[]): Promise<string[]> {
  const { body } = await server.ask<{ results: { ok: boolean; id: string }[] }>(
    "POST",
    `/api/v1/journeys/${id}/commands`,
    { token: owner, body: commands.map((one, i) => ({ id: `${id}-${Math.random()}-${i}`, ...one })) },
  );
  for (const result of body.results) expect(result).toMatchObject({ ok: true });
  return body.results.map((result) => result.id);
}

/** The blank journey's first touchpoint, under a title. */
async function named(id: string, title: string): Promise<string> {
  const { body } = await server.ask<{ journey: { touchpoints: { id: string; at: [string, string] }[] } }>(
    "GET",
    `/api/v1/journeys/${id}`,
    { token: owner },
  );
  const touchpointId = body.journey.touchpoints[0]?.id ?? "";
  await run(id, {
    name: "editText",
    args: { on: "touchpoints", id: touchpointId, key: "title", text: title },
  });
  return touchpointId;
}

test("who may read a journey gets its beginning with the page, in their language, kept by nobody on the way", async () => {
  const id = await server.journey("A look");
  await named(id, "Ensimmäinen hetki");
  const viewer = await server.token("viewer", id);
  for (const [language, word] of [
    ["en", "Touchpoints"],
    ["fi-FI,fi;q=0.9", "Kohtaamispisteet"],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- One after another.
    const { status, text, headers } = await pageWithLook(`/j/${id}`, viewer, language);
    expect(status).toBe(200);
    expect(text).toMatch(/<div id="root"><\/div><div id="first-look" aria-hidden="true" lang="(en|fi)"/);
    expect(text).toContain("Ensimmäinen hetki");
    expect(text).toContain(word);
    expect(headers.get("cache-control")).toBe("no-store");
  }
});

test("nobody else gets a word of it: strangers, people of another journey, and pages beside the map", async () => {
  const [id, other] = [await server.journey("Mine"), await server.journey("Other")];
  await named(id, "Not for everybody");
  const stranger = await server.token("editor", other);
  for (const { text, headers } of [
    await page(`/j/${id}`),
    await page(`/j/${id}`, stranger),
    await page(`/j/${id}/history`, owner),
    await page(`/j/${id}?view=outline`, owner),
    await page(`/j/${id}?from=${other}`, owner),
    await page("/j/unknown-journey", owner),
    await page("/", owner),
  ]) {
    expect(text).toContain('<div id="root"></div><script');
    expect(text).not.toContain("Not for everybody");
    expect(headers.get("cache-control")).toBe("no-cache");
  }
});

test("what people write stands in it as text, whatever it is, and what changes is in the next one", async () => {
  const id = await server.journey("Nasty");
  const touchpointId = await named(id, "</div><script>");
  const { text } = await pageWithLook(`/j/${id}`, owner);
  expect(text.match(/<script/g)).toHaveLength(1);
  expect(text).toContain("&lt;script&gt;");
  await run(id, { name: "deleteTouchpoint", args: { touchpointId } });
  await expect
    .poll(async () => (await page(`/j/${id}`, owner)).text, { timeout: 20_000, interval: 50 })
    .not.toContain("&lt;script&gt;");
});

test("while a workshop has everybody elsewhere, or draws before it sees, the page comes without", async () => {
  const id = await server.journey("Workshop");
  await named(id, "The beginning");
  const hasLook = async () => (await page(`/j/${id}`, owner)).text.includes("first-look");
  const lead = (method: string, body: object) =>
    server.ask(method, `/api/v1/journeys/${id}/workshop`, { token: owner, body });
  const steps = [
    { id: "s1", title: "Look", minutes: 5, tool: "map" },
    { id: "s2", title: "What we believe", minutes: 5, tool: "draw" },
  ];
  await pageWithLook(`/j/${id}`, owner);
  expect((await lead("POST", { title: "W", steps })).status).toBeLessThan(300);
  expect(await hasLook()).toBe(true);
  await lead("PATCH", { bring: { x: 9_000, y: 200, width: 1_000, hold: true } });
  expect(await hasLook()).toBe(false);
  await lead("PATCH", { bring: null });
  expect(await hasLook()).toBe(true);
  await lead("PATCH", { stepId: "s2" });
  expect(await hasLook()).toBe(false);
});

test("a list shows a picture of its own for each journey, and a look at the list is no export", async () => {
  const id = await server.journey("In the list");
  await named(id, "Alku");
  const viewer = await server.token("viewer", id);
  const ask = (query: string, token?: string) =>
    server.ask("GET", `/api/v1/journeys/${id}/preview${query}`, token === undefined ? {} : { token });
  const { status, text, headers } = await ask("?theme=dark&v=1", viewer);
  expect([status, headers.get("content-type")]).toEqual([200, "image/svg+xml; charset=utf-8"]);
  expect(headers.get("cache-control")).toBe("private, max-age=300");
  expect(text).toContain("Alku");
  expect((await ask("?theme=purple", viewer)).status).toBe(422);
  const other = await server.token("editor", await server.journey("Other"));
  expect((await ask("", other)).status).toBe(404);
  expect((await ask("")).status).toBe(401);
  const log = await server.ask<{ items: { deed: string }[] }>("GET", "/api/v1/access-log", { token: owner });
  expect(log.body.items.map(({ deed }) => deed)).not.toContain("exported");
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

let server: TestServer;
let owner: string;
beforeAll(async () => {
  server = await startTestServer();
  owner = await server.token("owner");
});
afterAll(() => server.stop());

const ask = (method: string, path: string, body?: unknown) =>
  server.ask(method, path, { token: owner, body });
const addStage = (id: string, title: string) => ({ id, name: "addStage", args: { title } });

describe("a journey over HTTP", () => {
  test("is made, read whole with its measures, renamed, archived and put into the trash", async () => {
    const made = await ask("POST", "/api/v1/journeys", { title: "Lainan haku", lang: "fi" });
    expect(made.status).toBe(201);
    const id = String(made.body.id);
    expect(made.body).toEqual({ id, title: "Lainan haku", url: `${server.url}/j/${id}` });
    const whole = (await ask("GET", `/api/v1/journeys/${id}`)).body;
    expect(whole).toMatchObject({ id, title: "Lainan haku", role: "owner", archived: false });
    expect(whole.journey).toMatchObject({ format: "polku-journey", meta: { lang: "fi" } });
    expect(whole.derived).toMatchObject({
      emotionCurve: { knots: [] },
      coverage: { total: 3 },
      subJourneys: [],
    });
    const renamed = await ask("PATCH", `/api/v1/journeys/${id}`, { title: "Laina", archived: true });
    expect(renamed.body).toMatchObject({ title: "Laina", archived: true });
    expect((await ask("GET", `/api/v1/journeys/${id}`)).body.title).toBe("Laina");
    expect((await ask("DELETE", `/api/v1/journeys/${id}`)).status).toBe(204);
    expect((await ask("GET", `/api/v1/journeys/${id}`)).body.code).toBe("journey.unknown");
  });

  test("lets an editor rename but not archive", async () => {
    const id = await server.journey();
    const token = await server.token("editor", id);
    expect(
      (await server.ask("PATCH", `/api/v1/journeys/${id}`, { token, body: { title: "A" } })).status,
    ).toBe(200);
    const archive = await server.ask("PATCH", `/api/v1/journeys/${id}`, { token, body: { archived: true } });
    expect([archive.status, archive.body.code]).toEqual([403, "rights.missing"]);
  });

  test("shows in the list the title that was typed into the document", async () => {
    const id = await server.journey("Before");
    await server.services.rooms.withDocument(id, (doc) => doc.getMap("meta").set("title", "After"));
    await expect
      .poll(async () => (await server.services.journeys.find(id))?.title, { timeout: 40_000, interval: 50 })
      .toBe("After");
  });
});

describe("a journey's document over HTTP", () => {
  const stateOf = (id: string, token: string, encoding: string) =>
    fetch(`${server.url}/api/v1/journeys/${id}/state`, {
      headers: { authorization: `Bearer ${token}`, "accept-encoding": encoding },
    });

  test("is the same as the one in the room, pressed or not, and follows it", async () => {
    const id = await server.journey("Lainan haku");
    const reader = await server.token("viewer", id);
    for (const [encoding, title] of [
      ["gzip", "Ensin"],
      ["identity", "Sitten"],
    ] as const) {
      await server.services.rooms.withDocument(id, (doc) => doc.getMap("meta").set("title", title));
      const answer = await stateOf(id, reader, encoding);
      expect([answer.status, answer.headers.get("content-encoding")]).toEqual([
        200,
        encoding === "gzip" ? "gzip" : null,
      ]);
      const copy = new Y.Doc();
      Y.applyUpdate(copy, new Uint8Array(await answer.arrayBuffer()));
      expect(copy.getMap("meta").get("title")).toBe(title);
      expect(Y.encodeStateVector(copy)).toEqual(
        await server.services.rooms.readDocument(id, (doc) => Y.encodeStateVector(doc)),
      );
    }
  });

  test("does not exist for those who were not let in, nor once it is in the trash", async () => {
    const id = await server.journey();
    const stranger = await server.token("editor", await server.journey());
    expect((await stateOf(id, stranger, "gzip")).status).toBe(404);
    await ask("DELETE", `/api/v1/journeys/${id}`);
    expect((await stateOf(id, owner, "gzip")).status).toBe(404);
  });
});

describe("commands over HTTP", () => {
  test("are carried out in order, and each answers for itself", async () => {
    const id = await server.journey();
    const { body } = await ask("POST", `/api/v1/journeys/${id}/commands`, [
      addStage("1", "Ensin"),
      { id: "2", name: "noSuchCommand", args: {} },
      { id: "3", name: "addStage", args: { title: 7 } },
    ]);
    expect(body.results).toMatchObject([
      { id: "1", ok: true, value: { id: expect.any(String) } },
      { id: "2", ok: false, code: "unknown_command" },
      { id: "3", ok: false, code: "wrong_type", field: "title" },
    ]);
    const whole = (await ask("GET", `/api/v1/journeys/${id}`)).body;
    expect(JSON.stringify(whole.journey)).toContain("Ensin");
  });

  test("F16: with one idempotency id are carried out once, also when sent at the same time", async () => {
    const id = await server.journey();
    const send = () => ask("POST", `/api/v1/journeys/${id}/commands`, addStage("same", "Kerran"));
    const answers = await Promise.all([send(), send(), send()]);
    const [first] = answers;
    for (const answer of answers) expect(answer.body).toEqual(first?.body);
    expect((await send()).body).toEqual(first?.body);
    const stages = await server.services.rooms.readDocument(id, (doc) => doc.getMap("stages").size);
    expect(stages).toBe(4);
  });

  test("are on disk when they are answered", async () => {
    const id = await server.journey();
    await ask("POST", `/api/v1/journeys/${id}/commands`, addStage("1", "A"));
    expect(server.services.rooms.health().waiting).toBe(0);
  });
});

describe("a bad request", () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/api/v1/journeys`, {
      method: "POST",
      body,
      headers: { authorization: `Bearer ${owner}`, "content-type": "application/json", ...headers },
    });

  test.each([
    ["that is no JSON", "{not json", {}, 400, "request.malformed"],
    ["without its title", "{}", {}, 422, "request.invalid"],
    ["with a title of the wrong kind", '{"title":7}', {}, 422, "request.invalid"],
    ["of an unknown kind", "<x/>", { "content-type": "application/xml" }, 415, "request.type"],
    ["larger than a mebibyte", JSON.stringify({ title: "x".repeat(1_100_000) }), {}, 413, "request.tooLarge"],
    [
      "from the page of another site",
      '{"title":"x"}',
      { origin: "https://evil.example" },
      403,
      "request.foreign",
    ],
  ])("%s gets a sentence", async (_, body, headers, status, code) => {
    const response = await post(body, headers);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    const problem = (await response.json()) as Record<string, unknown>;
    expect(problem).toMatchObject({ code, status, title: expect.stringMatching(/^[A-Z].+[.]$/) });
  });

  test("to an address that is not there is a problem document, in Finnish when asked", async () => {
    const answer = await server.ask("GET", "/api/v1/nothing", { headers: { "accept-language": "fi" } });
    expect(answer.body).toMatchObject({
      status: 404,
      code: "address.unknown",
      title: "Tässä osoitteessa ei ole mitään.",
    });
  });

  test("is answered with the headers that keep a page to itself", async () => {
    const { headers } = await server.ask("GET", "/healthz");
    expect(headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  });
});

test("the metrics can be read by a collector", async () => {
  const { text } = await server.ask("GET", "/metrics");
  expect(text).toMatch(/^polku_log_updates_total \d+$/m);
  expect(text).toMatch(/^polku_log_failing 0$/m);
  expect(text).toMatch(/^polku_http_answers_total\{method="GET",status="200"\} \d+$/m);
});

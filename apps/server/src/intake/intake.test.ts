import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApiToken } from "../accounts/apiTokens.ts";
import { systemClock } from "../clock.ts";
import { joinByHocuspocus, until } from "../testing/clients.ts";
import { foundContacts, importedFile, samplePicture, sendFile } from "../testing/evidence.ts";
import { type TestServer, startTestServer } from "../testing/testServer.ts";

let server: TestServer;
let owner: string;
let sender: string;
let journeyId: string;
const touchpointId = "t1";

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.token("owner");
  sender = await createApiToken(server.services.db, systemClock, {
    role: "intake",
    journeyId: "*",
    name: "desk",
  });
  journeyId = await server.journey();
});
afterAll(() => server.stop());

const send = (body: unknown, source = "Desk") =>
  server.ask("POST", `/api/v1/intake?source=${encodeURIComponent(source)}&kind=chat`, {
    token: sender,
    body,
  });
const sendLines = (text: string, source = "Desk") =>
  fetch(`${server.url}/api/v1/intake?source=${encodeURIComponent(source)}`, {
    method: "POST",
    headers: { authorization: `Bearer ${sender}`, "content-type": "application/x-ndjson" },
    body: text,
  });
const rule = (more: Record<string, unknown>) =>
  server.ask("POST", "/api/v1/routing-rules", { token: owner, body: { journeyId, touchpointId, ...more } });
const waiting = async () => {
  const { body } = await server.ask(
    "GET",
    `/api/v1/suggestions?journey=${journeyId}&touchpoint=${touchpointId}`,
    {
      token: owner,
    },
  );
  return body.items as { contactId: string; text: string }[];
};

describe("taking in what arrives", () => {
  test("a contact is kept once by its id, masked, with its turns, score and channel", async () => {
    const contact = {
      externalId: "chat-1",
      occurredAt: "2026-11-03T09:41:00+02:00",
      person: "sari@malli.example",
      channel: "Web chat",
      themes: ["lasku"],
      rating: { scale: "csat5", x: 2 },
      turns: [
        { speaker: "customer", name: "Sari Esimerkki", text: "Soittakaa 040 123 4567, äiti odottaa" },
        { speaker: "agent", text: "Soitamme" },
      ],
    };
    const first = await send(contact);
    expect([first.status, first.body]).toEqual([
      200,
      expect.objectContaining({ kept: 1, duplicates: 0, refused: [], refusedCount: 0 }),
    ]);
    expect((await send(contact)).body).toMatchObject({
      kept: 0,
      duplicates: 1,
      sourceId: first.body.sourceId,
    });
    const [found] = await foundContacts(server, owner, { source: String(first.body.sourceId) });
    expect(found).toMatchObject({
      text: "Soittakaa [phone], äiti odottaa\n\nSoitamme",
      at: "2026-11-03T07:41:00.000Z",
      channel: "chat",
      themes: ["lasku"],
      rating: { scale: "csat5", x: 2 },
    });
  });

  test("lines are kept while they arrive: the first are found before the last are sent", async () => {
    const line = (n: number): string =>
      `${JSON.stringify({ externalId: `l-${n}`, text: `Rivi numero ${n}` })}\n`;
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const { hostname, port } = new URL(server.url);
    const asked = request(
      {
        hostname,
        port,
        method: "POST",
        path: "/api/v1/intake?source=Stream",
        headers: { authorization: `Bearer ${sender}`, "content-type": "application/x-ndjson" },
      },
      (answer) => {
        let text = "";
        answer.on("data", (chunk: Buffer) => (text += chunk.toString()));
        answer.on("end", () => resolve(text));
      },
    );
    asked.on("error", reject);
    asked.write(Array.from({ length: 25 }, (_, n) => line(n)).join(""));
    let kept = 0;
    while (kept < 25) {
      // oxlint-disable-next-line no-await-in-loop -- Looked at until it is there.
      const sources = await server.services.evidence.listSources();
      kept = sources.find(({ title }) => title === "Stream")?.contacts ?? 0;
    }
    asked.end(line(25));
    expect(JSON.parse(await promise)).toMatchObject({ kept: 26, refusedCount: 0 });
  });

  test("what is not well formed is told by its line, the rest is kept", async () => {
    const good = JSON.stringify({ externalId: "g-1", text: "Hyvä näin" });
    const answer = await sendLines(
      `${good}\n{"externalId":\n{"externalId":"g-2"}\n\n{"text":"no id"}\n${good}\n`,
      "Mixed",
    );
    expect(await answer.json()).toMatchObject({
      kept: 1,
      duplicates: 1,
      refused: [{ line: 2, why: "not JSON" }, { line: 3 }, { line: 4 }],
      refusedCount: 3,
    });
  });

  test("a line that never ends, a list without end and a body of another kind are refused", async () => {
    expect((await sendLines("a".repeat(1_200_000))).status).toBe(413);
    expect(
      (await send(Array.from({ length: 1001 }, (_, n) => ({ externalId: `${n}`, text: "x" })))).status,
    ).toBe(422);
    const elsewhere = await fetch(`${server.url}/api/v1/routing-rules`, {
      method: "POST",
      headers: { authorization: `Bearer ${owner}`, "content-type": "application/x-ndjson" },
      body: "{}",
    });
    expect(elsewhere.status).toBe(415);
  });

  test("a token for sending in may send in and do nothing else; a viewer may not send in", async () => {
    for (const path of [
      "/api/v1/contacts",
      "/api/v1/sources",
      "/api/v1/journeys",
      "/api/v1/routing-rules",
      "/api/v1/quotes",
    ])
      // oxlint-disable-next-line no-await-in-loop -- One after another says which.
      expect([path, (await server.ask("GET", path, { token: sender })).status]).toEqual([path, 403]);
    expect((await server.ask("GET", `/api/v1/journeys/${journeyId}`, { token: sender })).status).toBe(404);
    const viewer = await server.token("viewer");
    const refused = await server.ask("POST", "/api/v1/intake", {
      token: viewer,
      body: { externalId: "v", text: "x" },
    });
    expect(refused.status).toBe(403);
  });

  test("a sender that storms is slowed down, with a sentence", async () => {
    const statuses = new Set<number>();
    for (let n = 0; n < 310 && !statuses.has(429); n += 1)
      // oxlint-disable-next-line no-await-in-loop -- One sender, one call after another.
      statuses.add((await send([], "Storm")).status);
    expect(statuses).toContain(429);
  });
});

describe("rules", () => {
  let other: TestServer;
  beforeAll(async () => {
    // A server of its own: the storm above has used up this address's calls.
    other = server;
    server = await startTestServer();
    owner = await server.token("owner");
    sender = await createApiToken(server.services.db, systemClock, {
      role: "intake",
      journeyId: "*",
      name: "desk",
    });
    journeyId = await server.journey();
  });
  afterAll(() => other.stop());

  test("a file that is imported is looked at by the rules too: told before it is taken in, suggested once when it is, and not at all when a person says so", async () => {
    const touched = "t-file";
    const own = await server.journey("Files");
    await server.ask("POST", "/api/v1/routing-rules", {
      token: owner,
      body: { journeyId: own, touchpointId: touched, words: "asentaja" },
    });
    const rows = [
      "Asentajaa odotettiin päivä",
      "Huoltoasentaja ei tullut",
      "Kaikki hyvin",
      "Asentajalle kiitos",
    ];
    const bytes = `Palaute\n${rows.join("\n")}\n`;
    const seen = await sendFile(server, owner, { bytes, name: "p.csv", path: "/api/v1/sources/preview" });
    // None of these words is in the library yet: neither their forms nor their compounds.
    expect(seen.body.suggested).toEqual([{ journeyId: own, touchpointId: touched, count: 3 }]);
    expect(seen.body).not.toHaveProperty("sample");

    const suggestedAt = async () =>
      (
        (
          await server.ask("GET", `/api/v1/suggestions?journey=${own}&touchpoint=${touched}`, {
            token: owner,
          })
        ).body.items as { text: string }[]
      ).map(({ text }) => text);
    const meta = { kind: "survey_open", title: "Ensin ilman", suggest: false };
    const silent = await importedFile(server, owner, { bytes, name: "p.csv", meta });
    expect([silent.kept, silent.suggested, await suggestedAt()]).toEqual([4, 0, []]);

    const other = `Palaute\n${rows.map((row) => `${row} taas`).join("\n")}\n`;
    const upload = { bytes: other, name: "q.csv", meta: { kind: "survey_open", title: "Sitten" } };
    const first = await importedFile(server, owner, upload);
    expect([first.kept, first.suggested]).toEqual([4, 3]);
    expect((await suggestedAt()).toSorted((a, b) => a.localeCompare(b))).toEqual([
      "Asentajaa odotettiin päivä taas",
      "Asentajalle kiitos taas",
      "Huoltoasentaja ei tullut taas",
    ]);
    const again = await importedFile(server, owner, upload);
    expect([again.kept, again.suggested, (await suggestedAt()).length]).toEqual([0, 0, 3]);
  });

  test("a picture is suggested by what somebody wrote of it", async () => {
    const bytes = samplePicture({ width: 3, comment: "", drawn: "x" });
    const meta = { kind: "diary_study", title: "Kuvat", caption: "Asentajan jättämä lappu" };
    const sent = await sendFile(server, owner, { bytes, name: "k.png", path: "/api/v1/pictures", meta });
    const { body } = await server.ask("GET", `/api/v1/imports/${String(sent.body.importId)}`, {
      token: owner,
    });
    expect(body).toMatchObject({ state: "done", kept: 1, suggested: 1 });
  });

  test("what arrives is suggested where every condition of a rule holds, in any form of its words", async () => {
    await rule({ words: "jonottaa" });
    await rule({ words: "lasku", channel: "chat", queue: "Billing" });
    await send([
      { externalId: "r-1", text: "Jonotin puhelimessa tunnin" },
      { externalId: "r-2", text: "Laskussa oli virhe", channel: "chat", queue: "billing" },
      { externalId: "r-3", text: "Laskussa oli virhe", channel: "email", queue: "billing" },
      { externalId: "r-4", text: "Laskussa oli virhe", channel: "chat" },
      { externalId: "r-5", text: "Kaikki hyvin" },
    ]);
    expect((await waiting()).map(({ text }) => text).toSorted((a, b) => a.localeCompare(b))).toEqual([
      "Jonotin puhelimessa tunnin",
      "Laskussa oli virhe",
    ]);
    const counts = await server.ask("GET", `/api/v1/journeys/${journeyId}/suggestions`, { token: owner });
    expect(counts.body).toEqual({ items: [{ touchpointId, count: 2 }] });
  });

  test("what was rejected is not suggested again, what was confirmed no longer waits", async () => {
    const [first, second] = await waiting();
    for (const [contact, state] of [
      [first, "rejected"],
      [second, "confirmed"],
    ] as const) {
      const body = { journeyId, touchpointId, contactId: contact?.contactId, state };
      // oxlint-disable-next-line no-await-in-loop -- One by one, as a person does.
      expect((await server.ask("POST", "/api/v1/suggestions", { token: owner, body })).status).toBe(204);
    }
    await send({ externalId: "r-1", text: "Jonotin puhelimessa tunnin" });
    expect(await waiting()).toEqual([]);
    const body = { journeyId, touchpointId, contactId: "none", state: "rejected" };
    const unknown = await server.ask("POST", "/api/v1/suggestions", { token: owner, body });
    expect([unknown.status, unknown.body.code]).toEqual([404, "suggestion.unknown"]);
  });

  test("the preview of a rule says what it would have caught", async () => {
    const body = { journeyId, touchpointId, words: "lasku", channel: "chat" };
    const seen = await server.ask("POST", "/api/v1/routing-rules/preview", { token: owner, body });
    expect(seen.body).toMatchObject({ count: 2, items: [{ text: "Laskussa oli virhe" }, {}] });
    const empty = await server.ask("POST", "/api/v1/routing-rules", {
      token: owner,
      body: { journeyId, touchpointId },
    });
    expect([empty.status, empty.body.code]).toEqual([422, "request.invalid"]);
  });

  test("a map that is open is told as soon as something was suggested for it", async () => {
    const window = joinByHocuspocus(server.socketUrl, journeyId, owner);
    const heard: string[] = [];
    window.provider.on("stateless", ({ payload }: { payload: string }) => heard.push(payload));
    await until("the map is open", () => window.provider.synced);
    await send({ externalId: "live-1", text: "Jonotan yhä" });
    await until("the map was told", () => heard.includes('{"t":"suggested"}'));
    expect((await waiting()).map(({ text }) => text)).toEqual(["Jonotan yhä"]);
    window.leave();
  });

  test("erasing takes suggestions with their words, and a rule goes by its id", async () => {
    const [one] = await waiting();
    const erased = await server.ask("DELETE", `/api/v1/contacts/${one?.contactId}?reason=request`, {
      token: owner,
    });
    expect(erased.status).toBe(200);
    expect(await waiting()).toEqual([]);
    expect(
      await server.services.db
        .selectFrom("suggestedLink")
        .select("contactId")
        .where("contactId", "=", one?.contactId ?? "")
        .execute(),
    ).toEqual([]);
    const { body } = await server.ask("GET", `/api/v1/routing-rules?journey=${journeyId}`, { token: owner });
    const [rule] = body.items as { id: string }[];
    expect((await server.ask("DELETE", `/api/v1/routing-rules/${rule?.id}`, { token: owner })).status).toBe(
      204,
    );
    expect((await server.ask("DELETE", `/api/v1/routing-rules/${rule?.id}`, { token: owner })).status).toBe(
      404,
    );
  });
});

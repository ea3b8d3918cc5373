// Flaws that were published in systems like ours and are no matter of sockets: each is tried here under its name.
// docs/security.md lists all of them, and where the others are tried.
import { closeCodes } from "@polku/protocol";
import * as encoding from "lib0/encoding";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { frameTypes } from "../rooms/frames.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

let server: TestServer;
let owner: string;
beforeAll(async () => {
  server = await startTestServer();
  owner = await server.token("owner");
});
afterAll(() => server.stop());

const titles = async () => {
  const { body } = await server.ask("GET", "/api/v1/journeys", { token: owner });
  return (body.items as { title: string }[]).map(({ title }) => title).toSorted();
};

describe("CVE-2026-44456: a body without a length", () => {
  test("is refused when it has grown too large, before it has all been read", async () => {
    const chunk = new Uint8Array(1_000_000).fill(0x20);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        if (sent > 100) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const answer = await fetch(`${server.url}/api/v1/journeys`, {
      method: "POST",
      headers: { authorization: `Bearer ${owner}`, "content-type": "application/json" },
      body,
      duplex: "half",
    }).then(
      ({ status }) => status,
      // The server may hang up while we are still talking.
      () => 413,
    );
    expect(answer).toBe(413);
    expect(sent).toBeLessThan(100);
    expect((await server.ask("GET", "/healthz")).status).toBe(200);
  });
});

describe("CVE-2026-25223, CVE-2026-3419: a content type with a tab, a suffix or a second name", () => {
  const types = [
    "application/json\t",
    "application/json\t; charset=utf-8",
    "application/json;",
    "application/jsonx",
    "application/json/x",
    "application/ json",
    "Application/JSON",
    "text/plain; application/json",
    "text/plain",
    "application/vnd.api+json",
    "multipart/form-data; boundary=application/json",
    "application/x-www-form-urlencoded",
  ];
  test.each(types)("%j gets no wrong value past the check", async (type) => {
    const before = await titles();
    const response = await fetch(`${server.url}/api/v1/journeys`, {
      method: "POST",
      headers: { authorization: `Bearer ${owner}`, "content-type": type },
      body: JSON.stringify({ title: { not: "a text" } }),
    });
    expect([400, 415, 422]).toContain(response.status);
    expect(await titles()).toEqual(before);
  });
});

describe("CVE-2026-55087: a header that nobody asked for", () => {
  test("changes neither the method, nor who asks, nor where we are", async () => {
    const id = await server.journey("Stays");
    const headers = {
      "x-http-method-override": "DELETE",
      "x-method-override": "DELETE",
      "x-forwarded-user": "owner",
      "x-remote-user": "owner",
      "x-forwarded-host": "evil.example",
      "x-original-url": `/api/v1/journeys/${id}`,
    };
    expect((await server.ask("GET", `/api/v1/journeys/${id}`, { headers })).status).toBe(401);
    expect((await server.ask("GET", `/api/v1/journeys/${id}`, { token: owner, headers })).status).toBe(200);
    expect(await titles()).toContain("Stays");
    const link = await server.ask("POST", `/api/v1/journeys/${id}/links`, {
      token: owner,
      headers,
      body: { role: "viewer", expiresAt: null },
    });
    expect(link.text).not.toContain("evil.example");
  });
});

describe("the guessing of room names", () => {
  const names = [
    "journey/..",
    "journey/__proto__",
    "journey/constructor",
    "journey/a\0b",
    "x",
    "journey/",
    "journey/a/b",
    `journey/${"a".repeat(300)}`,
  ];
  test.each(names)("%j is denied like any journey that is not there", async (name) => {
    const ws = new WebSocket(`${server.socketUrl}/collab`);
    onTestFinished(() => ws.terminate());
    const closed = new Promise<[number, string]>((resolve) =>
      ws.on("close", (code, reason) => resolve([code, reason.toString()])),
    );
    await new Promise((resolve) => ws.once("open", resolve));
    ws.send(
      encoding.encode((encoder) => {
        encoding.writeVarString(encoder, name);
        encoding.writeVarUint(encoder, frameTypes.auth);
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarString(encoder, owner);
      }),
    );
    expect(await closed).toEqual([closeCodes.unknown.code, closeCodes.unknown.en]);
  });
});

describe("CVE-2025-57231: a way out of the folder", () => {
  const paths = [
    "/..%2f..%2fetc%2fpasswd",
    "/assets/..%2f..%2fpackage.json",
    "/assets/%2e%2e/%2e%2e/package.json",
    "/api/v1/journeys/..%2f..%2fhealthz",
    "/api/v1/journeys/%00/export?format=svg",
    "/problems/..%2f..%2fpackage.json",
  ];
  test.each(paths)("%s leads to no file", async (path) => {
    const answer = await server.ask("GET", path, { token: owner });
    expect(answer.text).not.toMatch(/root:|"scripts"/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });
});

describe("CVE-2026-44439, CVE-2021-29475: a picture that reads files or calls home", () => {
  test("what people type stays text in it", async () => {
    const id = await server.journey('<image href="file:///etc/passwd"/><script>1</script>');
    await server.services.rooms.withDocument(id, (doc) => {
      for (const stage of doc
        .getMap<{ get(key: string): { insert(at: number, text: string): void } }>("stages")
        .values())
        stage.get("title").insert(0, '"><image xlink:href="http://127.0.0.1:9/x"/>');
    });
    const svg = (await server.ask("GET", `/api/v1/journeys/${id}/export?format=svg`, { token: owner })).text;
    expect(svg).toContain("<svg");
    expect(svg).not.toMatch(/<image|<script|<foreignObject|href="(?!#)/);
  });
});

describe("CVE-2020-22782, CVE-2021-43802: a file that is brought in", () => {
  test("makes a journey of its own each time and overwrites none", async () => {
    const id = await server.journey("Original");
    const file = (await server.ask("GET", `/api/v1/journeys/${id}/export?format=json`, { token: owner }))
      .text;
    const send = async () => {
      const form = new FormData();
      form.append("file", new Blob([file]), "journey.json");
      const response = await fetch(`${server.url}/api/v1/journeys/import`, {
        method: "POST",
        headers: { authorization: `Bearer ${owner}` },
        body: form,
      });
      return (await response.json()) as { id?: string };
    };
    const made = [await send(), await send()].map((one) => one.id);
    expect(new Set([id, ...made]).size).toBe(3);
    expect((await titles()).filter((title) => title === "Original")).toHaveLength(3);
  });

  test("that is empty or no journey is refused and leaves nothing", async () => {
    const before = await titles();
    for (const content of [
      "",
      "{}",
      "[]",
      "null",
      '{"format":"polku-journey"}',
      '{"__proto__":{"isAdmin":true}}',
    ]) {
      const form = new FormData();
      form.append("file", new Blob([content]), "journey.json");
      const response = await fetch(`${server.url}/api/v1/journeys/import`, {
        method: "POST",
        headers: { authorization: `Bearer ${owner}` },
        body: form,
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
    }
    expect(await titles()).toEqual(before);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
});

import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Client, joinByHocuspocus, until } from "../testing/clients.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";
import { writtenLog } from "../testing/writtenLog.ts";

let server: TestServer;
let owner: string;
let neighbour: Client;
const { log, lines } = writtenLog();

beforeAll(async () => {
  server = await startTestServer({ log });
  owner = await server.token("owner");
  neighbour = joinByHocuspocus(server.socketUrl, await server.journey(), owner);
  await until("the neighbour is in", () => neighbour.provider.synced);
});
afterAll(async () => {
  neighbour.leave();
  await server.stop();
});

/** What a store is asked behind an address; each is made to throw in its turn. */
const behind: [string, string, () => { mockRestore(): void }][] = [
  [
    "GET",
    "/api/v1/journeys",
    () => vi.spyOn(server.services.journeys, "list").mockRejectedValue(new Error("boom")),
  ],
  [
    "POST",
    "/api/v1/journeys",
    () => vi.spyOn(server.services.journeys, "add").mockRejectedValue(new Error("boom")),
  ],
  [
    "GET",
    "/api/v1/sources",
    () => vi.spyOn(server.services.evidence, "listSources").mockRejectedValue(new Error("boom")),
  ],
  [
    "GET",
    "/api/v1/me",
    () =>
      vi.spyOn(server.services.accounts, "actorOf").mockImplementation(() => {
        throw new Error("boom");
      }),
  ],
];

describe("F23: a store that throws", () => {
  test.each(behind)(
    "behind %s %s ends that request with a sentence, and nothing else",
    async (method, path, breakIt) => {
      const broken = breakIt();
      const answer = await server.ask(method, path, {
        token: owner,
        ...(method === "POST" ? { body: { title: "New" } } : {}),
      });
      broken.mockRestore();
      expect([answer.status, answer.body.code]).toEqual([500, "server.failed"]);
      expect(answer.text).not.toContain("boom");
      expect(lines.join("\n")).toContain("boom");
      // The sentence names a reference, under which the log tells the rest.
      const reference = /under (\S+?)\.?"/.exec(answer.text)?.[1] ?? "none";
      expect(lines.join("\n")).toContain(reference);
      expect(lines.join("\n")).not.toContain(owner);
      neighbour.doc.getMap("shapes").set("beat", path);
      await neighbour.saved();
      expect((await server.ask("GET", "/api/v1/journeys", { token: owner })).status).toBe(200);
    },
  );
});

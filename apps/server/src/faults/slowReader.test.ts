import { closeCodes } from "@polku/protocol";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { joinByHocuspocus, until } from "../testing/clients.ts";
import { openRawSocket } from "../testing/rawSocket.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test("who stops reading is cut off before their backlog fills the memory, and the others go on", async () => {
  const id = await server.journey();
  const token = await server.token("editor");
  const ana = joinByHocuspocus(server.socketUrl, id, token);
  onTestFinished(() => ana.leave());
  await until("Ana is in", () => ana.provider.synced);
  const sleeper = await openRawSocket(server.socketUrl, "/collab", id, token);
  onTestFinished(() => sleeper.leave());
  await until("the sleeper is in", () => sleeper.frames.length > 0);
  sleeper.ws.pause();
  const text = "x".repeat(400_000);
  for (let i = 0; i < 60 && server.services.rooms.health().connections === 2; i += 1) {
    ana.doc.getMap("shapes").set("big", `${i}${text}`);
    await ana.saved();
  }
  await until("the sleeper is gone", () => server.services.rooms.health().connections === 1);
  sleeper.ws.resume();
  await until("the sleeper knows", () => sleeper.closed !== undefined);
  expect([closeCodes.tooSlow.code, 1006]).toContain(sleeper.closed?.code);
  ana.doc.getMap("shapes").set("after", 1);
  await ana.saved();
});

import { DatabaseSync } from "node:sqlite";
import path from "node:path";
import { closeCodes } from "@polku/protocol";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Given } from "../server.ts";
import { frameTypes, syncSteps } from "../rooms/frames.ts";
import type { JourneyLog } from "../storage/journeyLog.ts";
import { memoryJourneyLog } from "../storage/memoryJourneyLog.ts";
import { joinByHocuspocus, until } from "../testing/clients.ts";
import { openRawSocket, someUpdate, syncBody } from "../testing/rawSocket.ts";
import { journeyRow, startTestServer, type TestServer } from "../testing/testServer.ts";

async function start(given: Given = {}): Promise<TestServer> {
  const server = await startTestServer(given);
  onTestFinished(() => server.stop());
  return server;
}

function join(server: TestServer, journeyId: string, token: string) {
  const client = joinByHocuspocus(server.socketUrl, journeyId, token);
  onTestFinished(() => client.leave());
  return client;
}

/** A log that can be told to fail. */
function shakyLog(): JourneyLog & { failing: boolean } {
  const log = memoryJourneyLog();
  const shaky = {
    ...log,
    failing: false,
    append: async (batch: Parameters<JourneyLog["append"]>[0]) => {
      if (shaky.failing) throw new Error("database or disk is full");
      return log.append(batch);
    },
  };
  return shaky;
}

describe("a log that cannot be written", () => {
  test("acknowledges nothing, keeps everything, and says saved once it works again", async () => {
    const log = shakyLog();
    const server = await start({ journeyLog: log });
    const id = await server.journey();
    const [ana, ben] = [
      join(server, id, await server.token("editor")),
      join(server, id, await server.token("viewer")),
    ];
    await until("both are in", () => ana.provider.synced && ben.provider.synced);
    log.failing = true;
    ana.doc.getMap("shapes").set("a", "kept");
    let saved = false;
    const asked = ana.saved().then(() => {
      saved = true;
    });
    await until("the others see it although it is not saved", () => ben.doc.getMap("shapes").has("a"));
    await until("the failure is known", () => server.services.rooms.health().failingSince !== null);
    expect((await server.ask("GET", "/readyz")).status).toBe(503);
    expect(saved).toBe(false);
    expect(ana.provider.hasUnsyncedChanges).toBe(true);
    log.failing = false;
    await asked;
    await until("the acknowledgement came too", () => !ana.provider.hasUnsyncedChanges);
    expect((await log.load(`journey/${id}`)).damage).toBeUndefined();
  });

  test("keeps a document open that was left unsaved, until it is on disk", async () => {
    const log = shakyLog();
    const server = await start({ journeyLog: log });
    const id = await server.journey();
    const token = await server.token("editor");
    const ana = join(server, id, token);
    await until("she is in", () => ana.provider.synced);
    log.failing = true;
    ana.doc.getMap("shapes").set("a", "late");
    await until("it arrived", () => server.services.rooms.health().waiting > 0);
    ana.leave();
    await until("nobody is there", () => server.services.rooms.health().connections === 0);
    log.failing = false;
    await until("it is on disk and closed", () => server.services.rooms.health().documents === 0);
    const ben = join(server, id, token);
    await until("Ben has it", () => ben.doc.getMap("shapes").get("a") === "late");
  });
});

describe("a damaged record", () => {
  async function harmed() {
    const first = await startTestServer();
    const id = await first.journey();
    const token = await first.token("editor");
    await first.services.rooms.withDocument(id, (doc) => void doc.getMap("shapes").set("good", 1));
    await first.services.rooms.withDocument(id, (doc) => void doc.getMap("shapes").set("bad", 1));
    await first.close();
    const db = new DatabaseSync(path.join(first.folder, "log.db"));
    db.exec("update doc_update set data = x'0000' where seq = (select max(seq) from doc_update)");
    db.close();
    const server = await startTestServer({ folder: first.folder });
    onTestFinished(() => server.close().then(() => first.stop()));
    return { server, id, token };
  }

  test("opens the journey for reading at the last good point, and takes no change", async () => {
    const { server, id, token } = await harmed();
    const ana = join(server, id, token);
    await until("she sees it", () => ana.doc.getMap("shapes").has("good"));
    expect(ana.doc.getMap("stages").size).toBe(3);
    const socket = await openRawSocket(server.socketUrl, "/collab", id, token);
    socket.send(frameTypes.sync, syncBody(syncSteps.update, someUpdate()));
    await until("it is answered", () => socket.frames.some((frame) => frame.type === frameTypes.syncStatus));
    expect([...(socket.frames.find((frame) => frame.type === frameTypes.syncStatus)?.body ?? [])]).toEqual([
      0,
    ]);
    socket.leave();
    const answer = await server.ask("PATCH", `/api/v1/journeys/${id}`, { token, body: { title: "New" } });
    expect([answer.status, answer.body.code]).toEqual([409, "journey.damaged"]);
  });

  test("leaves the other journeys untouched", async () => {
    const { server, token } = await harmed();
    const other = await server.journey();
    const ana = join(server, other, token);
    await until("she is in", () => ana.provider.synced);
    ana.doc.getMap("shapes").set("a", 1);
    await ana.saved();
  });
});

describe("a log that cannot be read", () => {
  test("refuses the journey with a sentence and never shows an empty one", async () => {
    const log = memoryJourneyLog();
    const server = await start({
      journeyLog: { ...log, load: async () => Promise.reject(new Error("disk I/O error")) },
    });
    const token = await server.token("editor");
    await server.services.journeys.add(journeyRow("one"));
    const socket = await openRawSocket(server.socketUrl, "/collab", "one", token);
    await until("it is closed", () => socket.closed !== undefined);
    expect(socket.closed).toEqual({ code: closeCodes.cannotOpen.code, reason: closeCodes.cannotOpen.en });
    const answer = await server.ask("GET", "/api/v1/journeys/one", { token });
    expect([answer.status, answer.body.code]).toEqual([503, "server.busy"]);
  });
});

describe("a restart", () => {
  test("keeps everything, also after the document was compacted many times", async () => {
    const first = await startTestServer();
    const id = await first.journey();
    for (let visit = 0; visit < 12; visit += 1) {
      await first.services.rooms.withDocument(id, (doc) => {
        for (let i = 0; i < 100; i += 1) doc.getMap("shapes").set(`s${i % 50}`, visit * 100 + i);
      });
    }
    await first.close();
    const again = await startTestServer({ folder: first.folder });
    const shapes = await again.services.rooms.readDocument(id, (doc) => doc.getMap("shapes").toJSON());
    expect(Object.keys(shapes)).toHaveLength(50);
    expect(Math.max(...Object.values(shapes).map(Number))).toBe(1_199);
    await again.close();
    await first.stop();
  });
});

import { closeCodes, documentOf } from "@polku/protocol";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { frameTypes, syncSteps } from "../rooms/frames.ts";
import { limits } from "../rooms/limits.ts";
import { memoryJourneyLog } from "../storage/memoryJourneyLog.ts";
import { joinByHocuspocus, until } from "../testing/clients.ts";
import { checkAfterFault, Oracle } from "../testing/oracle.ts";
import { askForAll, doors, openRawSocket, syncBody } from "../testing/rawSocket.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";
import { writtenLog } from "../testing/writtenLog.ts";

let server: TestServer;
let journeyId: string;
let editor: string;
const { log: logger, lines } = writtenLog();
beforeAll(async () => {
  server = await startTestServer({ log: logger });
  journeyId = await server.journey();
  editor = await server.token("editor");
});
afterAll(() => server.stop());

function updateOf(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  write(doc);
  return Y.encodeStateAsUpdate(doc);
}

/** One by one, from the outside in: Yjs itself stumbles over a thousand at once. */
function nestMaps(doc: Y.Doc, depth: number): void {
  let map = doc.getMap<unknown>("shapes");
  for (let i = 0; i < depth; i += 1) {
    const inner = new Y.Map<unknown>();
    map.set("in", inner);
    map = inner;
  }
}

function nestedArrays(depth: number): unknown {
  let value: unknown = "core";
  for (let i = 0; i < depth; i += 1) value = [value];
  return value;
}

/** Each inner list stands behind a neighbour, so that it names no parent of its own. */
function nestLists(doc: Y.Doc, depth: number): void {
  let list = new Y.Array<unknown>();
  doc.getMap("shapes").set("list", list);
  for (let i = 0; i < depth; i += 1) {
    const inner = new Y.Array<unknown>();
    list.push(["beside", inner]);
    list = inner;
  }
}

const poisons: Record<string, [Uint8Array, keyof typeof closeCodes]> = {
  "maps a thousand deep": [updateOf((doc) => nestMaps(doc, 1_000)), "malformed"],
  "lists a thousand deep, each behind a neighbour": [updateOf((doc) => nestLists(doc, 1_000)), "malformed"],
  "plain values a thousand deep": [
    updateOf((doc) => doc.getMap("shapes").set("deep", nestedArrays(1_000))),
    "malformed",
  ],
  "a formatting a thousand deep": [
    updateOf((doc) => {
      const text = new Y.Text("a");
      doc.getMap("shapes").set("text", text);
      text.format(0, 1, { bold: nestedArrays(1_000) as object });
    }),
    "malformed",
  ],
  "a document in the document": [
    updateOf((doc) => doc.getMap("shapes").set("doc", new Y.Doc())),
    "malformed",
  ],
  "a list where the map of touchpoints is": [
    updateOf((doc) => doc.getArray("touchpoints").push([1])),
    "malformed",
  ],
  "a text where the title and language are": [
    updateOf((doc) => doc.getText("meta").insert(0, "x")),
    "malformed",
  ],
  "a hundred thousand entities": [
    updateOf((doc) => {
      const shapes = doc.getMap("shapes");
      doc.transact(() => {
        for (let i = 0; i < 100_000; i += 1) shapes.set(`s${i}`, 1);
      });
    }),
    "full",
  ],
};

describe.each(doors)("F19: poison at the door %s", (door) => {
  test.each(Object.keys(poisons))(
    "%s is refused with its sentence, and the journey goes on",
    async (name) => {
      const [poison, why] = poisons[name] ?? [new Uint8Array(), "failed" as const];
      const before = await server.services.rooms.readDocument(journeyId, (doc) => Y.encodeStateVector(doc));
      const socket = await openRawSocket(server.socketUrl, door, journeyId, editor);
      onTestFinished(() => socket.leave());
      askForAll(socket);
      await until("it is in", () => socket.frames.some((frame) => frame.type === frameTypes.sync));
      socket.send(frameTypes.sync, syncBody(syncSteps.step2, poison));
      await until("it is closed", () => socket.closed !== undefined);
      expect(socket.closed).toEqual({ code: closeCodes[why].code, reason: closeCodes[why].en });
      const after = await server.services.rooms.readDocument(journeyId, (doc) => Y.encodeStateVector(doc));
      expect(after).toEqual(before);
      expect((await server.ask("GET", "/api/v1/journeys", { token: editor })).status).toBe(200);
    },
  );

  test("and after all of it every promise holds", async () => {
    const ana = joinByHocuspocus(server.socketUrl, journeyId, editor);
    onTestFinished(() => ana.leave());
    await until("she is in", () => ana.provider.synced);
    const oracle = new Oracle();
    const kept = oracle.wrote("after", "poison");
    ana.doc.getMap("shapes").set("after", "poison");
    await ana.saved();
    kept();
    const [viewer, elsewhere] = [await server.token("viewer"), await server.journey()];
    await checkAfterFault(server, { journeyId, elsewhere, editor, viewer, oracle, clients: [ana], lines });
  });
});

describe("F19: the largest journey", () => {
  test("takes entities up to its limit, then none, until some are deleted", async () => {
    const id = await server.journey();
    const join = async () => {
      const client = joinByHocuspocus(server.socketUrl, id, editor);
      onTestFinished(() => client.leave());
      await until("they are in", () => client.provider.synced);
      return client;
    };
    const ana = await join();
    const shapes = ana.doc.getMap("shapes");
    ana.doc.transact(() => {
      for (let i = 0; i < limits.entitiesOfKind; i += 1) shapes.set(`s${i}`, 1);
    });
    await ana.saved();
    shapes.set("s0", 2);
    await ana.saved();
    const over = new Promise<number>((resolve) => {
      ana.provider.on("close", ({ event }: { event: { code: number } }) => resolve(event.code));
    });
    shapes.set("one too many", 1);
    expect(await over).toBe(closeCodes.full.code);
    ana.leave();
    const ben = await join();
    expect(ben.doc.getMap("shapes").size).toBe(limits.entitiesOfKind);
    ben.doc.getMap("shapes").delete("s1");
    ben.doc.getMap("shapes").set("another", 1);
    await ben.saved();
  });

  test("refuses commands over HTTP too once it weighs eight mebibytes", async () => {
    const log = memoryJourneyLog();
    const full = await startTestServer({ journeyLog: log });
    onTestFinished(() => full.stop());
    const id = await full.journey();
    for (let i = 0; i < 9; i += 1) {
      const data = updateOf((doc) => doc.getMap("shapes").set(`s${i}`, "x".repeat(limits.update)));
      await log.append([{ doc: documentOf(id), at: 1, data }]);
    }
    const answer = await full.ask("PATCH", `/api/v1/journeys/${id}`, {
      token: await full.token("editor"),
      body: { title: "More" },
    });
    expect([answer.status, answer.body.code]).toEqual([409, "journey.full"]);
  });
});

describe("F19: an update that breaks in the middle", () => {
  test("reaches neither the log nor the others, and the journey goes on as the log has it", async () => {
    const log = memoryJourneyLog();
    const fragile = await startTestServer({
      journeyLog: log,
      extensions: [
        {
          afterLoadDocument: async ({ document }) =>
            document.getMap("shapes").observe((event) => {
              if (event.keysChanged.has("poison")) throw new Error("it broke");
            }),
        },
      ],
    });
    onTestFinished(() => fragile.stop());
    const id = await fragile.journey();
    const token = await fragile.token("editor");
    const ben = joinByHocuspocus(fragile.socketUrl, id, token);
    onTestFinished(() => ben.leave());
    await until("Ben is in", () => ben.provider.synced);
    ben.doc.getMap("shapes").set("before", 1);
    await ben.saved();
    const mallory = await openRawSocket(fragile.socketUrl, "/collab", id, token);
    onTestFinished(() => mallory.leave());
    await until("Mallory is in", () => mallory.frames.length > 0);
    const poison = updateOf((doc) => doc.getMap("shapes").set("poison", 1));
    mallory.send(frameTypes.sync, syncBody(syncSteps.update, poison));
    await until("Mallory is out", () => mallory.closed !== undefined);
    ben.doc.getMap("shapes").set("after", 1);
    await ben.saved();
    expect(ben.doc.getMap("shapes").toJSON()).toEqual({ before: 1, after: 1 });
    const kept = new Y.Doc();
    for (const update of (await log.load(documentOf(id))).updates) Y.applyUpdate(kept, update);
    expect(kept.getMap("shapes").toJSON()).toEqual({ before: 1, after: 1 });
  });
});

import { type Role, roles } from "@polku/protocol";
import * as encoding from "lib0/encoding";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { frameTypes, syncSteps } from "../rooms/frames.ts";
import { until } from "../testing/clients.ts";
import {
  askForAll,
  type Door,
  doors,
  openRawSocket,
  presenceBody,
  type RawSocket,
  someUpdate,
  syncBody,
  textBody,
} from "../testing/rawSocket.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

let server: TestServer;
let journeyId: string;
beforeAll(async () => {
  server = await startTestServer();
  journeyId = await server.journey();
});
afterAll(() => server.stop());

const bytesOf = () =>
  server.services.rooms.readDocument(journeyId, (doc) =>
    Buffer.from(Y.encodeStateAsUpdate(doc)).toString("hex"),
  );

/** An update that deletes a stage of the journey. */
async function deletion(): Promise<Uint8Array> {
  const state = await server.services.rooms.readDocument(journeyId, (doc) => Y.encodeStateAsUpdate(doc));
  const copy = new Y.Doc();
  Y.applyUpdate(copy, state);
  const before = Y.encodeStateVector(copy);
  const [first] = copy.getMap("stages").keys();
  if (first !== undefined) copy.getMap("stages").delete(first);
  return Y.encodeStateAsUpdate(copy, before);
}

/** Every way to say something that might change the journey. */
const sayings: Record<string, (socket: RawSocket) => void | Promise<void>> = {
  "an update": (s) => s.send(frameTypes.sync, syncBody(syncSteps.update, someUpdate())),
  "a deletion": async (s) => s.send(frameTypes.sync, syncBody(syncSteps.update, await deletion())),
  "a handshake with changes": (s) => s.send(frameTypes.sync, syncBody(syncSteps.step2, someUpdate())),
  "a handshake with a deletion": async (s) =>
    s.send(frameTypes.sync, syncBody(syncSteps.step2, await deletion())),
  "a reply with an update": (s) => s.send(frameTypes.syncReply, syncBody(syncSteps.update, someUpdate())),
  "a reply with a handshake": (s) => s.send(frameTypes.syncReply, syncBody(syncSteps.step2, someUpdate())),
  "a broadcast": (s) => s.send(frameTypes.broadcastStateless, textBody('{"t":"evidence","ids":[]}')),
  "a JSON message": (s) => s.send(frameTypes.stateless, textBody('{"t":"setTitle","title":"mine"}')),
  "JSON that is none": (s) => s.send(frameTypes.stateless, textBody("{not json")),
  "a sync status": (s) => s.send(frameTypes.syncStatus, Uint8Array.from([1])),
  "another sign-in": (s) =>
    s.send(
      frameTypes.auth,
      encoding.encode((e) => (encoding.writeVarUint(e, 0), encoding.writeVarString(e, "owner"))),
    ),
  "a frame of no known type": (s) => s.send(99, someUpdate()),
  "a presence": (s) => s.send(frameTypes.awareness, presenceBody(7, 1, { cursor: { x: 1, y: 1 } })),
  "an unknown step": (s) => s.send(frameTypes.sync, syncBody(3, someUpdate())),
};

const readers = roles.filter((role) => role !== "owner" && role !== "editor");
const table = readers.flatMap((role) =>
  doors.flatMap((door) => Object.keys(sayings).map((saying): [Role, Door, string] => [role, door, saying])),
);

/** What a writer changes the journey by: updates and handshakes of their own, and nothing else that can be said. */
const changing = ["an update", "a deletion", "a handshake with changes", "a handshake with a deletion"];
const writers = (["owner", "editor"] as const).flatMap((role) =>
  doors.flatMap((door) =>
    Object.keys(sayings).map((saying): [Role, Door, string, boolean] => [
      role,
      door,
      saying,
      changing.includes(saying),
    ]),
  ),
);

async function open(role: Role, door: Door): Promise<RawSocket> {
  const socket = await openRawSocket(server.socketUrl, door, journeyId, await server.token(role, journeyId));
  onTestFinished(() => socket.leave());
  return socket;
}

const isHandshake = (socket: RawSocket) =>
  socket.frames.some((frame) => frame.type === frameTypes.sync && frame.body[0] === syncSteps.step2);

describe("CVE-2026-44564: who may only read", () => {
  test.each(table)("a %s on %s changes no byte by %s", async (role, door, saying) => {
    const before = await bytesOf();
    const socket = await open(role, door);
    await sayings[saying]?.(socket);
    if (socket.ws.readyState === socket.ws.OPEN) askForAll(socket);
    await until("it is handled", () => socket.closed !== undefined || isHandshake(socket));
    expect(await bytesOf()).toBe(before);
    expect(server.services.rooms.health().waiting).toBe(0);
  });

  test.each(writers)(
    "the other half of the table: %s on %s by %s (changes it: %s)",
    async (role, door, saying, changes) => {
      journeyId = await server.journey();
      const before = await bytesOf();
      const socket = await open(role, door);
      await sayings[saying]?.(socket);
      if (socket.ws.readyState === socket.ws.OPEN) askForAll(socket);
      await until("it is handled", () => socket.closed !== undefined || isHandshake(socket));
      expect((await bytesOf()) !== before).toBe(changes);
    },
  );

  test.each(doors)("an editor's update on %s does change it, so the table can fail", async (door) => {
    const before = await bytesOf();
    const socket = await open("editor", door);
    socket.send(frameTypes.sync, syncBody(syncSteps.update, someUpdate(door, 1, door === "/yjs" ? 1 : 2)));
    askForAll(socket);
    await until("it is handled", () => isHandshake(socket));
    expect(await bytesOf()).not.toBe(before);
  });

  test("is told at once that their change is not kept", async () => {
    const socket = await open("viewer", "/collab");
    socket.send(frameTypes.sync, syncBody(syncSteps.update, someUpdate()));
    await until("it is answered", () => socket.frames.some((frame) => frame.type === frameTypes.syncStatus));
    const status = socket.frames.find((frame) => frame.type === frameTypes.syncStatus);
    expect([...(status?.body ?? [])]).toEqual([0]);
  });
});

describe("presence", () => {
  test("M11: of somebody else cannot be written: the name comes from the session, the id from the socket", async () => {
    const [alice, mallory] = [await open("editor", "/collab"), await open("viewer", "/collab")];
    const watcher = await open("viewer", "/collab");
    await until("the watcher is in", () => watcher.frames.length > 0);
    alice.send(
      frameTypes.awareness,
      presenceBody(100, 1, { user: { name: "Alice" }, cursor: { x: 1, y: 1 } }),
    );
    const seen = () =>
      Buffer.concat(
        watcher.frames.filter((f) => f.type === frameTypes.awareness).map((f) => f.body),
      ).toString();
    await until("Alice is seen", () => seen().includes("a editor"));
    mallory.send(frameTypes.awareness, presenceBody(100, 9, { user: { name: "MALLORY" } }));
    mallory.send(frameTypes.awareness, presenceBody(100, 10, null));
    mallory.send(
      frameTypes.awareness,
      presenceBody(200, 1, { user: { id: "owner", name: "MALLORY", role: "owner" } }),
    );
    await until("Mallory is seen as who they are", () => seen().includes("a viewer"));
    expect(seen()).not.toContain("MALLORY");
    expect(seen()).not.toContain('"role":"owner"');
    expect(seen()).not.toContain("null");
  });

  test("larger than two kibibytes is not relayed", async () => {
    const [loud, watcher] = [await open("editor", "/collab"), await open("viewer", "/collab")];
    loud.send(frameTypes.awareness, presenceBody(300, 1, { note: "x".repeat(3_000) }));
    loud.send(frameTypes.awareness, presenceBody(300, 2, { note: "short" }));
    const seen = () => Buffer.concat(watcher.frames.map((f) => f.body)).toString();
    await until("the short one is seen", () => seen().includes("short"));
    expect(seen()).not.toContain("xxxx");
  });
});

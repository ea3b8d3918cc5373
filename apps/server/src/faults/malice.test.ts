import { closeCodes, documentOf } from "@polku/protocol";
import * as encoding from "lib0/encoding";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { authFrame, frameTypes, syncSteps } from "../rooms/frames.ts";
import { limits } from "../rooms/limits.ts";
import { type Client, joinByHocuspocus, until } from "../testing/clients.ts";
import { checkAfterFault, Oracle } from "../testing/oracle.ts";
import {
  askForAll,
  openRawSocket,
  presenceBody,
  type RawSocket,
  syncBody,
  textBody,
} from "../testing/rawSocket.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";
import { writtenLog } from "../testing/writtenLog.ts";

const { log, lines } = writtenLog();
let server: TestServer;
let editor: string;
let viewer: string;
beforeAll(async () => {
  server = await startTestServer({ log });
  editor = await server.token("editor");
  viewer = await server.token("viewer");
});
afterAll(() => server.stop());

/** A journey with Ana in it, a neighbour in another, and Mallory, who may edit. */
async function scene(malloryMay: "edit" | "read" = "edit") {
  const [journeyId, elsewhere] = [await server.journey(), await server.journey()];
  const ana = joinByHocuspocus(server.socketUrl, journeyId, editor);
  onTestFinished(() => ana.leave());
  await until("Ana is in", () => ana.provider.synced);
  const mallory = await openRawSocket(
    server.socketUrl,
    "/collab",
    journeyId,
    malloryMay === "edit" ? editor : viewer,
  );
  onTestFinished(() => mallory.leave());
  askForAll(mallory);
  await until("Mallory is in", () => mallory.frames.some(({ type }) => type === frameTypes.sync));
  const oracle = new Oracle();
  const write = async (client: Client, value: string) => {
    const kept = oracle.wrote("ana", value);
    client.doc.getMap("shapes").set("ana", value);
    await client.saved();
    kept();
  };
  await write(ana, "before");
  const check = () =>
    checkAfterFault(server, { journeyId, elsewhere, editor, viewer, oracle, clients: [ana], lines });
  return { journeyId, ana, mallory, write, check };
}

const handshakes = ({ frames }: RawSocket) =>
  frames.filter(({ type, body }) => type === frameTypes.sync && body[0] === syncSteps.step2).length;
const barrier = (socket: RawSocket) =>
  socket.send(frameTypes.stateless, textBody('{"t":"save?","v":1,"s":"x"}'));
const isAnswered = ({ frames }: RawSocket) => frames.some(({ type }) => type === frameTypes.stateless);

describe("F22: a malicious member", () => {
  test("M9: piles up no changes whose predecessors are missing", async () => {
    const { ana, mallory, write, check } = await scene();
    const doc = new Y.Doc();
    doc.getMap("shapes").set("a", 1);
    const before = Y.encodeStateVector(doc);
    doc.getMap("shapes").set("b", 2);
    const late = Y.encodeStateAsUpdate(doc, before);
    for (let i = 0; i < 100; i += 1) mallory.send(frameTypes.sync, syncBody(syncSteps.update, late));
    await until("Mallory is out", () => mallory.closed !== undefined);
    expect(mallory.closed?.code).toBe(closeCodes.gap.code);
    await write(ana, "after");
    await check();
  });

  test("M11: says nothing in somebody else's name, and nothing large", async () => {
    const { ana, mallory, write, check } = await scene();
    ana.provider.setAwarenessField("cursor", { x: 1, y: 2 });
    const state = () => JSON.stringify([...(ana.provider.awareness?.states.values() ?? [])]);
    mallory.send(frameTypes.awareness, presenceBody(ana.doc.clientID, 99, { user: { name: "MALLORY" } }));
    mallory.send(frameTypes.awareness, presenceBody(ana.doc.clientID, 100, null));
    mallory.send(frameTypes.awareness, presenceBody(5, 1, { note: "x".repeat(1_000_000) }));
    mallory.send(frameTypes.awareness, presenceBody(6, 1, { note: "small" }));
    await until("the small one arrives", () => state().includes("small"));
    expect(state()).not.toContain("MALLORY");
    expect(state()).not.toContain("xxx");
    expect(ana.provider.awareness?.getLocalState()).toMatchObject({ cursor: { x: 1, y: 2 } });
    await write(ana, "after");
    await check();
  });

  test("M12: sends nothing larger than a mebibyte", async () => {
    const { ana, mallory, write, check } = await scene();
    const doc = new Y.Doc();
    doc.getMap("shapes").set("large", "x".repeat(limits.update));
    mallory.send(frameTypes.sync, syncBody(syncSteps.update, Y.encodeStateAsUpdate(doc)));
    await until("Mallory is out", () => mallory.closed !== undefined);
    expect(mallory.closed?.code).toBe(closeCodes.tooLarge.code);
    await write(ana, "after");
    await check();
  });

  test.each(["edit", "read"] as const)(
    "M13: who may %s gets the whole document six times a minute, not as often as they ask",
    async (may) => {
      const { ana, mallory, write, check } = await scene(may);
      for (let i = 0; i < 100; i += 1) askForAll(mallory);
      barrier(mallory);
      await until("all are handled", () => isAnswered(mallory));
      expect(handshakes(mallory)).toBeLessThanOrEqual(limits.handshakeBurst + 1);
      await write(ana, "after");
      await check();
    },
  );

  test("CVE-2025-51846: who sends ten thousand frames at once is read slowly, and the others are not held up", async () => {
    const { ana, mallory, write, check } = await scene();
    const small = presenceBody(7, 1, {});
    for (let i = 0; i < 10_000; i += 1) mallory.send(frameTypes.awareness, small);
    barrier(mallory);
    for (let i = 0; i < 20; i += 1) await write(ana, `meanwhile ${i}`);
    // Twenty round trips of hers are over before the last of those frames has been read.
    expect(isAnswered(mallory)).toBe(false);
    mallory.leave();
    await check();
  });

  test("opens no more than twenty documents on one socket", async () => {
    const ids = await Promise.all(
      Array.from({ length: limits.documentsOfSocket + 1 }, () => server.journey()),
    );
    const socket = await openRawSocket(server.socketUrl, "/collab", ids[0] ?? "", editor);
    onTestFinished(() => socket.leave());
    const seated = () =>
      new Set(socket.frames.filter(({ type }) => type === frameTypes.auth).map(({ address }) => address))
        .size;
    for (const id of ids.slice(1, -1)) socket.sendBytes(authFrame(documentOf(id), editor));
    await until("twenty are open", () => seated() === limits.documentsOfSocket);
    expect(socket.closed).toBeUndefined();
    socket.sendBytes(authFrame(documentOf(ids.at(-1) ?? ""), editor));
    await until("it is closed", () => socket.closed !== undefined);
    expect(socket.closed).toEqual({ code: closeCodes.flood.code, reason: closeCodes.flood.en });
  });

  test("broadcasts no message to the others", async () => {
    const { ana, mallory, check } = await scene();
    const heard: string[] = [];
    ana.provider.on("stateless", ({ payload }: { payload: string }) => void heard.push(payload));
    mallory.send(frameTypes.broadcastStateless, textBody('{"t":"evidence","ids":["x"]}'));
    await until("Mallory is out", () => mallory.closed !== undefined);
    expect(mallory.closed?.code).toBe(closeCodes.malformed.code);
    await ana.saved();
    expect(heard.filter((payload) => payload.includes("evidence"))).toEqual([]);
    await check();
  });
});

describe("somebody who has not signed in", () => {
  /** A socket without a seat, and the code with which it ends. */
  async function stranger() {
    const ws = new WebSocket(`${server.socketUrl}/collab`);
    onTestFinished(() => ws.terminate());
    ws.on("error", () => {});
    const closed = new Promise<number>((resolve) => ws.on("close", resolve));
    await new Promise((resolve) => ws.once("open", resolve));
    return { ws, closed };
  }

  function updateFor(name: string, bytes: number): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeVarString(encoder, name);
      encoding.writeVarUint(encoder, frameTypes.sync);
      encoding.writeVarUint8Array(encoder, syncBody(syncSteps.update, new Uint8Array(bytes)));
    });
  }

  test("GHSA-xwhh-v746-pj9m: cannot make the server keep what they send while they sign in", async () => {
    const { ws, closed } = await stranger();
    const name = documentOf(await server.journey());
    // The sign-in cannot end while somebody else has the database: what is sent meanwhile has to be kept, or refused.
    let free = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      free = resolve;
    });
    const busy = server.services.db.transaction().execute(() => held);
    onTestFinished(() => {
      free();
      return busy;
    });
    ws.send(authFrame(name, editor));
    for (let i = 0; i < 100; i += 1) ws.send(updateFor(name, 100_000));
    expect(await closed).toBe(closeCodes.flood.code);
  });

  test("who signs in with bytes that are no sign-in is sent away at once, and nothing is printed", async () => {
    const printed = vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => printed.mockRestore());
    const name = documentOf(await server.journey());
    for (const body of [[], [0], [0, 200], [1, 1, 65], [0, 1, 65, 9]]) {
      const { ws, closed } = await stranger();
      const head = encoding.encode((encoder) => {
        encoding.writeVarString(encoder, name);
        encoding.writeVarUint(encoder, frameTypes.auth);
      });
      ws.send(Buffer.concat([head, Uint8Array.from(body)]));
      expect(await closed).toBe(closeCodes.malformed.code);
    }
    expect(printed).not.toHaveBeenCalled();
  });

  test("is sent away after ten seconds, whatever they send meanwhile", async () => {
    const { ws, closed } = await stranger();
    const name = documentOf(await server.journey());
    for (let i = 0; i < 100; i += 1) ws.send(updateFor(name, 100_000));
    expect(await closed).toBe(closeCodes.signIn.code);
  });

  test("CVE-2026-48779: sends a message in very many pieces and is cut off, or it is read as one", async () => {
    const { ws, closed } = await stranger();
    const pieces = 100_000;
    for (let i = 0; i < pieces && ws.readyState === ws.OPEN; i += 1)
      ws.send("x", { fin: false, binary: true });
    ws.send("x", { fin: true });
    expect([
      1008,
      1009,
      1006,
      closeCodes.malformed.code,
      closeCodes.flood.code,
      closeCodes.signIn.code,
    ]).toContain(await closed);
    expect((await server.ask("GET", "/healthz")).status).toBe(200);
  });

  test("CVE-2024-37890: sends three thousand headers and is refused without harm", async () => {
    const headers = Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`x-${i}`, "1"]));
    const ws = new WebSocket(`${server.socketUrl}/collab`, { headers });
    const outcome = await new Promise<string>((resolve) => {
      ws.once("open", () => resolve("open"));
      ws.once("error", () => resolve("refused"));
    });
    ws.terminate();
    expect(outcome).toBe("refused");
    expect((await server.ask("GET", "/healthz")).status).toBe(200);
  });
});

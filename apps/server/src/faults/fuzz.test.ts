import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { inspectUpdate } from "../rooms/doorGuard.ts";
import { frameTypes, syncSteps } from "../rooms/frames.ts";
import { joinByHocuspocus, until } from "../testing/clients.ts";
import {
  doors,
  openRawSocket,
  presenceBody,
  type RawSocket,
  someUpdate,
  syncBody,
  textBody,
} from "../testing/rawSocket.ts";
import { seeded } from "../testing/seeded.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

const seed = Number(process.env.POLKU_SEED ?? 7);
const frames = 2_000;
const random = seeded(seed);
const below = (n: number) => Math.floor(random() * n);

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** Flips, cuts, repeats or inserts bytes, one to four times. */
function mutate(bytes: Uint8Array): Uint8Array {
  let result = Uint8Array.from(bytes);
  for (let times = 1 + below(4); times > 0; times -= 1) {
    const at = below(result.length + 1);
    const kind = below(4);
    if (kind === 0) result[at] = below(256);
    else if (kind === 1) result = result.slice(0, at);
    else if (kind === 2) result = Uint8Array.from([...result.slice(0, at), ...result.slice(below(at + 1))]);
    else result = Uint8Array.from([...result.slice(0, at), below(256), 255, ...result.slice(at)]);
  }
  return result;
}

function someFrame(socket: RawSocket): void {
  const doc = new Y.Doc();
  doc.getMap("shapes").set(`k${below(50)}`, { deep: [below(9), "ä"] });
  const bodies: [number, Uint8Array][] = [
    [frameTypes.sync, syncBody(syncSteps.update, mutate(Y.encodeStateAsUpdate(doc)))],
    [frameTypes.sync, mutate(syncBody(syncSteps.step2, someUpdate()))],
    [frameTypes.sync, mutate(syncBody(syncSteps.step1, Y.encodeStateVector(doc)))],
    [frameTypes.awareness, mutate(presenceBody(below(99), below(99), { cursor: { x: 1, y: 2 } }))],
    [frameTypes.stateless, mutate(textBody('{"t":"save?","v":1,"s":"x"}'))],
    [below(12), mutate(someUpdate())],
  ];
  const chosen = bodies[below(bodies.length)];
  if (chosen !== undefined) socket.send(...chosen);
}

describe("malformed frames", () => {
  test(`${frames} of them on both doors end sockets, never the process, and other rooms go on (seed ${seed})`, async () => {
    const attacked = await server.journey();
    const quiet = await server.journey();
    const token = await server.token("editor");
    const neighbour = joinByHocuspocus(server.socketUrl, quiet, token);
    await until("the neighbour is in", () => neighbour.provider.synced);
    let sent = 0;
    let sockets = 0;
    while (sent < frames) {
      const socket = await openRawSocket(server.socketUrl, doors[sockets % 2] ?? "/collab", attacked, token);
      sockets += 1;
      for (let i = 0; i < 25 && socket.closed === undefined; i += 1) {
        if (below(10) === 0) socket.sendBytes(mutate(someUpdate()));
        else someFrame(socket);
        sent += 1;
      }
      socket.leave();
      if (sockets % 20 === 0) {
        neighbour.doc.getMap("shapes").set("beat", sockets);
        await neighbour.saved();
      }
    }
    const kept = await server.services.rooms.readDocument(quiet, (doc) => doc.getMap("shapes").get("beat"));
    expect(kept).toBe(sockets - (sockets % 20));
    expect((await server.ask("GET", "/readyz")).status).toBe(200);
    // What was attacked still opens, and what was taken of it is whole.
    const parked = await server.services.rooms.readDocument(attacked, (doc) => doc.store.pendingStructs);
    expect(parked).toBeNull();
    neighbour.leave();
  });

  test(`the guard decides about any bytes without throwing, and what it lets in leaves nothing parked (seed ${seed})`, () => {
    const doc = new Y.Doc();
    for (let i = 0; i < 3_000; i += 1) {
      const update = mutate(someUpdate(`k${below(9)}`, "ä".repeat(below(20)), below(5)));
      if (!inspectUpdate(doc, update, "update").ok) continue;
      try {
        Y.applyUpdate(doc, update);
      } catch {
        continue;
      }
      expect(doc.store.pendingStructs).toBeNull();
      expect(doc.store.pendingDs).toBeNull();
    }
  });
});

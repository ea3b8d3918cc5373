import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { inspectUpdate } from "../rooms/doorGuard.ts";
import { type Frame, frameTypes, readFrame, readSync, syncSteps } from "../rooms/frames.ts";
import { hocuspocusWire } from "../rooms/wire.ts";
import { yjsWire } from "../rooms/yjsDoor.ts";
import { joinByHocuspocus, until } from "../testing/clients.ts";
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
import { seeded } from "../testing/seeded.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

const seed = Number(process.env.POLKU_SEED ?? 7);
// A night's worth: POLKU_FUZZ_FRAMES=1000000 npm run unit -- apps/server/src/faults/fuzz.test.ts
const frames = Number(process.env.POLKU_FUZZ_FRAMES ?? 20_000);
const framesOnSockets = Number(process.env.POLKU_FUZZ_FRAMES ?? 4_000);
const framesOfSocket = 10;
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

/** Sends one mutated frame and answers of which type it was. */
function someFrame(socket: RawSocket): number {
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
  if (chosen === undefined) throw new Error("There is always one to choose.");
  socket.send(...chosen);
  return chosen[0];
}

/** Says how long the longest turn of the event loop was; what is slow is for a person to judge, not for a test. */
function reportLongestTurn(histogram: { max: number }): void {
  if (process.env.POLKU_FUZZ_FRAMES === undefined) return;
  process.stdout.write(`longest turn of the event loop: ${(histogram.max / 1e6).toFixed(0)} ms\n`);
}

/** ms of this thread's own work since `began`: what others on the machine do does not count. */
function worked(began: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(began);
  return (user + system) / 1_000;
}

/** A socket on which mutated frames are sent until it is closed or has had its share; resolves when all were handled. */
async function attack(door: Door, journeyId: string, token: string): Promise<number> {
  const socket = await openRawSocket(server.socketUrl, door, journeyId, token);
  let sent = 0;
  let left = false;
  while (sent < framesOfSocket && socket.closed === undefined && !left) {
    if (below(10) === 0) socket.sendBytes(mutate(someUpdate()));
    else left = someFrame(socket) === frameTypes.close;
    sent += 1;
  }
  askForAll(socket);
  const isAnswer = ({ type, body }: Frame) => type === frameTypes.sync && body[0] === syncSteps.step2;
  // Nobody answers a client that has said that it leaves the journey.
  await until("all are handled", () => left || socket.closed !== undefined || socket.frames.some(isAnswer));
  socket.leave();
  return sent;
}

/** Does with a frame what both doors do, and answers whether it was applied. */
function takeFrame(doc: Y.Doc, data: Uint8Array | null | undefined): boolean {
  const frame = data === null || data === undefined ? null : readFrame(data);
  const sync = frame?.type === frameTypes.sync ? readSync(frame.body) : null;
  if (sync === null || !inspectUpdate(doc, sync.payload, "update").ok) return false;
  try {
    Y.applyUpdate(doc, sync.payload);
    return true;
  } catch {
    // Rooms then read the document anew; see poison.test.ts.
    return false;
  }
}

describe("M7, yjs#427, yjs#479: malformed frames", () => {
  test(
    `${framesOnSockets} of them on both doors end sockets, never the process, and other rooms go on (seed ${seed})`,
    { timeout: 60_000 + framesOnSockets * 20 },
    async () => {
      const attacked = await server.journey();
      const quiet = await server.journey();
      const token = await server.token("editor");
      const neighbour = joinByHocuspocus(server.socketUrl, quiet, token);
      await until("the neighbour is in", () => neighbour.provider.synced);
      const turns = monitorEventLoopDelay();
      turns.enable();
      let sent = 0;
      for (let round = 0; sent < framesOnSockets; round += 1) {
        const attacks = Array.from({ length: 20 }, (_, i) =>
          attack(doors[i % 2] ?? "/collab", attacked, token),
        );
        for (const count of await Promise.all(attacks)) sent += count;
        neighbour.doc.getMap("shapes").set("beat", round);
        await neighbour.saved();
      }
      turns.disable();
      reportLongestTurn(turns);
      const beat = neighbour.doc.getMap("shapes").get("beat");
      expect(await server.services.rooms.readDocument(quiet, (doc) => doc.getMap("shapes").get("beat"))).toBe(
        beat,
      );
      expect((await server.ask("GET", "/readyz")).status).toBe(200);
      // What was attacked still opens, and what was taken of it is whole.
      const parked = await server.services.rooms.readDocument(attacked, (doc) => doc.store.pendingStructs);
      expect(parked).toBeNull();
      neighbour.leave();
    },
  );

  test(
    `${frames} of them, read as each door reads them, are decided about without throwing; what is let in leaves nothing parked (seed ${seed})`,
    { timeout: 60_000 + frames * 5 },
    () => {
      const name = "journey/a";
      const doc = new Y.Doc();
      const wires = [hocuspocusWire, yjsWire(name)];
      const heads = [encoding.encode((encoder) => encoding.writeVarString(encoder, name)), new Uint8Array()];
      const longest = { ms: 0, frame: "" };
      for (let i = 0; i < frames; i += 1) {
        const change = someUpdate(`k${below(9)}`, "ä".repeat(below(20)), below(5));
        // Every other one is broken inside a frame that is whole: the head would otherwise take most of the harm.
        const body = syncBody(syncSteps.update, i % 2 === 0 ? mutate(change) : change);
        const bytes = Buffer.concat([
          heads[i % 4 < 2 ? 0 : 1] ?? new Uint8Array(),
          Uint8Array.from([frameTypes.sync]),
          body,
        ]);
        const broken = i % 2 === 0 ? bytes : mutate(bytes);
        const began = process.threadCpuUsage();
        const isTaken = takeFrame(doc, wires[i % 4 < 2 ? 0 : 1]?.toRoom(broken));
        const ms = worked(began);
        if (ms > longest.ms) Object.assign(longest, { ms, frame: Buffer.from(broken).toString("hex") });
        if (!isTaken) continue;
        expect(doc.store.pendingStructs).toBeNull();
        expect(doc.store.pendingDs).toBeNull();
      }
      expect(doc.getMap("shapes").size).toBeGreaterThan(0);
      if (process.env.POLKU_FUZZ_FRAMES !== undefined)
        process.stdout.write(`the frame with most work: ${longest.ms.toFixed(1)} ms, ${longest.frame}\n`);
    },
  );
});

import * as Y from "yjs";
import type { Options } from "../bench.ts";
import { machine } from "../harness/machine.ts";
import { memoryOf } from "../harness/processMemory.ts";
import {
  type Goal,
  keepResults,
  median,
  printGoals,
  printTable,
  quantile,
  round,
} from "../harness/results.ts";
import { type RoomServer, roomServers } from "../harness/roomServers.ts";
import { nothing, type Room, stallIn, type Visitor, visit } from "../harness/roomVisitor.ts";

type Times = { readonly p50: number; readonly p95: number; readonly all: number };
type Measured = {
  readonly server: string;
  readonly load: number;
  readonly warm: Times;
  readonly cold: Times;
  readonly peakMb: number;
  /** What twenty readers who do not read add, in MB. */
  readonly stalledMb: number;
};

const servers = ["stock", "polku"];
const entities = 2_000;
const stalled = 20;

function roomsOf(server: RoomServer, count: number): Room[] {
  const after = (flag: string): string | undefined => server.reach[server.reach.indexOf(flag) + 1];
  const has = (flag: string): boolean => server.reach.includes(flag);
  const names = has("--rooms") ? (after("--rooms") ?? "").split(",") : [];
  return Array.from({ length: count }, (_, i) => ({
    url: after("--url") ?? "",
    name: names[i] ?? `room-${i}`,
    token: has("--token") ? (after("--token") ?? "") : "none",
  }));
}

function filledDocument(): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (let i = 0; i < entities; i += 1) doc.getMap("shapes").set(`s${i}`, `${i} ${"words ".repeat(10)}`);
  });
  return doc;
}

/** Everybody comes in at once; ms from the first knock to each one's whole document. */
async function storm(rooms: readonly Room[], each: number, has: readonly Uint8Array[]): Promise<Times> {
  const began = performance.now();
  const times: number[] = [];
  const visits = rooms.flatMap((room, index) =>
    Array.from({ length: each }, async () => {
      const visitor = await visit(room, has[index] ?? nothing);
      times.push(performance.now() - began);
      return visitor;
    }),
  );
  const visitors = await Promise.all(visits);
  await Promise.all(visitors.map(leave));
  const at = (share: number) => round(quantile(times, share), 0);
  return { p50: at(0.5), p95: at(0.95), all: at(1) };
}

function leave({ socket }: Visitor): Promise<void> {
  return new Promise((resolve) => {
    socket.addEventListener("close", () => resolve());
    socket.close();
  });
}

/** One person overwrites 300 kB again and again while some do not read; the most that the server used meanwhile, in MB. */
async function overwrite(room: Room, pid: number, writes: number, asleep: number): Promise<number> {
  const sleepers = await Promise.all(Array.from({ length: asleep }, () => stallIn(room)));
  const writer = await visit(room, nothing);
  const doc = new Y.Doc();
  let most = 0;
  for (let i = 0; i < writes; i += 1) {
    const known = Y.encodeStateVector(doc);
    doc.getMap("shapes").set("large", `${i}${"x".repeat(300_000)}`);
    await writer.write(Y.encodeStateAsUpdate(doc, known));
    most = Math.max(most, memoryOf(pid)?.nowMb ?? 0);
  }
  for (const sleeper of sleepers) sleeper.destroy();
  await leave(writer);
  return most;
}

async function measure(name: string, quick: boolean): Promise<Measured> {
  const [count, each] = quick ? [4, 10] : [20, 50];
  const server = await roomServers[name]?.(count);
  if (server === undefined) throw new Error(`No server called ${name}`);
  try {
    const rooms = roomsOf(server, count);
    const docs = rooms.map(filledDocument);
    // One stays in each room: the documents are open, as they are while people work.
    const holders = await Promise.all(rooms.map((room) => visit(room, nothing)));
    await Promise.all(
      holders.map((holder, i) => holder.write(Y.encodeStateAsUpdate(docs[i] ?? new Y.Doc()))),
    );
    const cold = await storm(
      rooms,
      each,
      rooms.map(() => nothing),
    );
    const warm = await storm(
      rooms,
      each,
      docs.map((doc) => Y.encodeStateVector(doc)),
    );
    const peakMb = round(memoryOf(server.pid)?.peakMb ?? Number.NaN);
    const [first] = rooms;
    const writes = quick ? 20 : 100;
    const most = async (asleep: number): Promise<number> =>
      first === undefined ? Number.NaN : overwrite(first, server.pid, writes, asleep);
    const awake = await most(0);
    const stalledMb = round((await most(stalled)) - awake);
    await Promise.all(holders.map(leave));
    return { server: name, load: machine().load[0] ?? 0, warm, cold, peakMb, stalledMb };
  } finally {
    await server.stop();
  }
}

/**
 * A thousand windows in 20 journeys of 2,000 entities come back in the same moment: with everything they had (warm) and with nothing
 * (cold). Then 30 MB are overwritten in a journey, once while everybody reads and once while twenty do not. The servers take turns; the middle of the rounds counts.
 */
export async function storms({ quick, rounds: wanted }: Options): Promise<void> {
  const rounds: Measured[] = [];
  for (let turn = 0; turn < wanted; turn += 1)
    for (const server of turn % 2 === 0 ? servers : servers.toReversed())
      rounds.push(await measure(server, quick));
  const middle = (server: string, pick: (one: Measured) => number): number =>
    round(median(rounds.filter((one) => one.server === server).map(pick)));
  const times = (server: string, pick: (one: Measured) => Times): string =>
    [pick]
      .flatMap((of) => [
        (one: Measured) => of(one).p50,
        (one: Measured) => of(one).p95,
        (one: Measured) => of(one).all,
      ])
      .map((of) => middle(server, of))
      .join(" / ");
  printTable(
    [
      "server",
      "warm p50 / p95 / all ms",
      "cold p50 / p95 / all ms",
      "RSS MB at most",
      "20 stalled readers add MB",
    ],
    servers.map((server) => [
      server,
      times(server, (one) => one.warm),
      times(server, (one) => one.cold),
      middle(server, (one) => one.peakMb),
      middle(server, (one) => one.stalledMb),
    ]),
  );
  const goals: Goal[] = [
    { what: "all in, warm, s", value: middle("polku", (one) => one.warm.all) / 1_000, goal: 10 },
    { what: "all in, cold, s", value: middle("polku", (one) => one.cold.all) / 1_000, goal: 30 },
    { what: "RSS MB at most", value: middle("polku", (one) => one.peakMb), goal: 512 },
    { what: "20 stalled readers add MB", value: middle("polku", (one) => one.stalledMb), goal: 64 },
  ];
  printGoals(goals);
  keepResults("storm", { goals, rounds });
}

import * as Y from "yjs";
import { joinRaw } from "../../harness/rawClient.ts";
import { memoryOf } from "../../harness/processMemory.ts";
import { round } from "../../harness/results.ts";
import type { Figures } from "./figures.ts";
import { startFilled } from "./someDocuments.ts";

async function growthOn(name: string, megabytes: number): Promise<number> {
  const { server, doors, state } = await startFilled(name, 1, 200);
  try {
    const [door] = doors;
    if (door === undefined) throw new Error("There is no journey.");
    const readers = await Promise.all(Array.from({ length: 20 }, () => joinRaw(door)));
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    await Promise.all(readers.map((reader) => reader.catchUp(Y.encodeStateVector(doc))));
    for (const { socket } of readers) socket.pause();
    const before = memoryOf(server.pid)?.nowMb ?? 0;
    const writer = await joinRaw(door);
    const piece = "x".repeat(250_000);
    for (let i = 0; i < megabytes * 4; i += 1) {
      const known = Y.encodeStateVector(doc);
      doc.getMap("shapes").set("n0", `${i}${piece}`);
      await writer.write(Y.encodeStateAsUpdate(doc, known));
    }
    const after = memoryOf(server.pid)?.peakMb ?? 0;
    writer.leave();
    for (const reader of readers) reader.leave();
    return round(after - before, 0);
  } finally {
    await server.stop();
  }
}

/** Twenty windows that stopped reading while 60 MB are written over and over into one note. */
export async function stalledReaders({ quick }: { quick: boolean }): Promise<Figures> {
  const megabytes = quick ? 4 : 60;
  const stock = await growthOn("stock", megabytes);
  const polku = await growthOn("polku", megabytes);
  return {
    title: `20 readers that stopped reading, ${megabytes} MB written`,
    head: ["server", "memory grew at most by MB"],
    rows: [
      ["Hocuspocus as it comes", stock],
      ["Polku", polku],
    ],
    goals: [{ what: "growth in MB", value: polku, goal: 64 }],
  };
}

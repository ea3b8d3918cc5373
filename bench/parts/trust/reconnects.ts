import * as Y from "yjs";
import { joinRaw, type RawClient } from "../../harness/rawClient.ts";
import { memoryOf } from "../../harness/processMemory.ts";
import { quantile, round } from "../../harness/results.ts";
import type { Figures } from "./figures.ts";
import { startFilled } from "./someDocuments.ts";

type Storm = { readonly p50: number; readonly all: number; readonly rssMb: number };

/** Everybody at once: sign in and ask for what is missing. */
async function storm(
  doors: Parameters<typeof joinRaw>[0][],
  vector: Uint8Array,
  pid: number,
): Promise<Storm> {
  const began = performance.now();
  const clients: RawClient[] = [];
  const waits = await Promise.all(
    doors.map(async (door) => {
      const client = await joinRaw(door);
      clients.push(client);
      await client.catchUp(vector);
      return performance.now() - began;
    }),
  );
  const rssMb = round(memoryOf(pid)?.nowMb ?? 0, 0);
  for (const client of clients) client.leave();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  return { p50: round(quantile(waits, 0.5), 0), all: round(Math.max(...waits), 0), rssMb };
}

async function stormsOn(name: string, clients: number) {
  const { server, doors, state } = await startFilled(name, 20, 2_000);
  try {
    const many = Array.from({ length: clients }, (_, i) => doors[i % doors.length]).filter(
      (one) => one !== undefined,
    );
    const doc = new Y.Doc();
    const nothing = Y.encodeStateVector(doc);
    Y.applyUpdate(doc, state);
    const cold = await storm(many, nothing, server.pid);
    const warm = await storm(many, Y.encodeStateVector(doc), server.pid);
    return { cold, warm };
  } finally {
    await server.stop();
  }
}

/** 1,000 windows come back at once into 20 journeys of 2,000 notes: with their copies (warm), and with nothing (cold). */
export async function reconnects({ quick }: { quick: boolean }): Promise<Figures> {
  const clients = quick ? 60 : 1_000;
  const stock = await stormsOn("stock", clients);
  const polku = await stormsOn("polku", clients);
  const row = (label: string, { cold, warm }: typeof polku) => [
    label,
    `${warm.p50} / ${warm.all}`,
    `${cold.p50} / ${cold.all}`,
    Math.max(cold.rssMb, warm.rssMb),
  ];
  return {
    title: `${clients} come back at once, 20 journeys of 2,000 notes`,
    head: ["server", "warm p50 / last ms", "cold p50 / last ms", "resident MB"],
    rows: [row("Hocuspocus as it comes", stock), row("Polku", polku)],
    goals: [
      { what: "warm, until the last is in, ms", value: polku.warm.all, goal: 10_000 },
      { what: "cold, until the last is in, ms", value: polku.cold.all, goal: 30_000 },
      { what: "resident MB", value: Math.max(polku.cold.rssMb, polku.warm.rssMb), goal: 512 },
    ],
  };
}

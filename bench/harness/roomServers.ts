import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { benchFolder } from "./paths.ts";
import { startPolku } from "./polkuServer.ts";
import { runProgram, startProgram } from "./startProgram.ts";

const bots = path.join(benchFolder, "bots");
const collectGarbage = path.join(bots, "gcOnSignal.mjs");

export type Latency = { readonly p50: number; readonly p95: number; readonly p99: number };

/** What the bots measured on one server; latencies in ms, CPU in % of one core. */
export type BotResult = {
  readonly converged: boolean;
  readonly rss: { readonly baseMB: number; readonly endMB: number; readonly kbPerConnection: number };
  readonly results: readonly {
    readonly editLatencyMs: Latency;
    readonly cursorLatencyMs: Partial<Latency>;
    readonly ackLatencyMs: Partial<Latency>;
    readonly serverCpuPct: number;
    readonly serverRssMB: number;
    readonly botCpuPct: number;
    readonly otherCpuPct: number;
    readonly framesPerSec: number;
    readonly closed: number;
  }[];
};

/** A server that bots can be let loose on. */
export type RoomServer = {
  readonly label: string;
  /** The arguments that tell the bots where and how. */
  readonly reach: readonly string[];
  readonly pid: number;
  stop(): Promise<void>;
};

async function startBaseline(label: string, file: string, adapter: string): Promise<RoomServer> {
  const server = path.join(bots, "servers", file);
  const program = await startProgram(["--import", collectGarbage, server], {}, /ready at ws:\S+/);
  const url = program.ready.replace("ready at ", "");
  return { label, reach: ["--adapter", adapter, "--url", url], pid: program.pid, stop: () => program.stop() };
}

async function startOurs(journeys: number, program?: string): Promise<RoomServer> {
  const polku = await startPolku({
    preload: [collectGarbage],
    ...(program === undefined ? {} : { program }),
  });
  const rooms: string[] = [];
  for (let i = 0; i < journeys; i += 1) rooms.push(`journey/${await polku.createJourney(`Bench ${i}`)}`);
  const url = `${polku.url.replace("http", "ws")}/collab`;
  const reach = ["--adapter", "hocuspocus", "--url", url, "--token", polku.token, "--rooms", rooms.join(",")];
  return { label: "Polku", reach, pid: polku.pid, stop: () => polku.stop() };
}

/** The servers to compare, each started only when its turn comes; all get `journeys` documents. */
export const roomServers: Record<string, (journeys: number) => Promise<RoomServer>> = {
  relay: () => startBaseline("bare ws relay", "echo.mjs", "echo"),
  stock: () => startBaseline("Hocuspocus as it comes", "hocuspocus.mjs", "hocuspocus"),
  polku: (journeys) => startOurs(journeys),
  forgetful: (journeys) => startOurs(journeys, "bench/bots/servers/forgetfulPolku.mjs"),
};

/** Starts one server, lets the bots loose on it, stops it, and gives back what they measured. */
export async function letBotsLoose(
  name: string,
  journeys: number,
  load: readonly string[],
): Promise<BotResult> {
  const start = roomServers[name];
  if (start === undefined) throw new Error(`No server called ${name}`);
  const server = await start(journeys);
  const folder = mkdtempSync(path.join(tmpdir(), "polku-bots-"));
  const file = path.join(folder, "result.json");
  try {
    const where = [...server.reach, "--pid", String(server.pid), "--docs", String(journeys), "--json", file];
    await runProgram([path.join(bots, "bots.mjs"), "--label", server.label, "--gcsignal", ...where, ...load]);
    return JSON.parse(readFileSync(file, "utf8")) as BotResult;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

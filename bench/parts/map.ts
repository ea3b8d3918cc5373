import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Options } from "../bench.ts";
import { buildBaselines, builtBaselines } from "../harness/canvasBaselines.ts";
import { countRenders } from "../harness/countRenders.ts";
import { journeyFile } from "../harness/journeyFile.ts";
import { benchFolder } from "../harness/paths.ts";
import { type PolkuServer, startPolku } from "../harness/polkuServer.ts";
import { openBrowser, signIn } from "../harness/quietBrowser.ts";
import { type Goal, keepResults, median, printGoals, printTable, round } from "../harness/results.ts";
import { runProgram } from "../harness/startProgram.ts";

const gestures = ["pan", "overview", "zoom", "drag"] as const;
type Gesture = (typeof gestures)[number];

type Measured = {
  readonly p50: number;
  readonly p95: number;
  readonly dropped: number;
  readonly script: number;
  readonly foreign: number;
  readonly skipped?: boolean;
};

/** One engine at one size, once. ms, % of frames dropped, MB. */
type Run = {
  readonly engine: string;
  readonly n: number;
  readonly error?: string;
  readonly load1: number;
  /** `sight`: when a picture that stands for the map until it is there was on the screen, where there is one. */
  readonly load?: { readonly presented: number; readonly sight: number | null; readonly foreign: number };
  readonly g: Partial<Record<Gesture, Measured>>;
  readonly heap?: { readonly jsMB: number; readonly domMB: number; readonly nodes: number };
};

const engines = ["polku", "domwin", "rf", "tldraw", "excalidraw"];
const rivals = ["react flow", "tldraw", "excalidraw"];

/**
 * The map at several sizes beside other canvases that show the same words: first sight and paint, pan, zoom, drag in a real Chromium; and how much
 * one remote edit renders. Polku is measured as its server serves it, sign-in, socket and all; the others make their cards in the page.
 */
export async function map({ quick, rounds }: Options): Promise<void> {
  await buildBaselines();
  const sizes = quick ? [300] : [300, 1200, 5000, 12_000];
  const folder = mkdtempSync(path.join(tmpdir(), "polku-canvas-"));
  const polku = await startPolku();
  try {
    const journeys: Record<number, string> = {};
    for (const n of sizes) journeys[n] = await polku.importJourney(journeyFile(n));
    const browser = await openBrowser();
    const state = await signIn(browser, polku);
    const renders = await countRenders(browser, state, polku, journeys[sizes.at(-1) ?? 300] ?? "");
    await browser.close();
    const runs = await drive(polku, state.cookies, journeys, { sizes, rounds, folder });
    report(runs, sizes, renders);
  } finally {
    await polku.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function drive(
  polku: PolkuServer,
  cookies: unknown,
  journeys: Record<number, string>,
  { sizes, rounds, folder }: { sizes: readonly number[]; rounds: number; folder: string },
): Promise<Run[]> {
  const out = path.join(folder, "runs.jsonl");
  const maps = JSON.stringify({ base: polku.url, cookies, journeys });
  const how = [
    "--serve",
    builtBaselines,
    "--adapters",
    engines.join(","),
    "--n",
    sizes.join(","),
    "--out",
    out,
  ];
  const reps = ["--reps", String(rounds), "--budget", String(rounds * 900)];
  const shots = process.env["POLKU_SHOTS"] ? ["--shots", process.env["POLKU_SHOTS"]] : [];
  await runProgram([path.join(benchFolder, "canvas", "bench.mjs"), ...how, ...reps, ...shots], {
    POLKU_MAPS: maps,
  });
  return readFileSync(out, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Run);
}

/** The middle of the runs in which nobody else worked; of all when somebody always did. */
function middle<T extends { readonly foreign: number }>(
  runs: readonly Run[],
  pick: (run: Run) => T | undefined,
  value: (part: T) => number,
): number {
  const found = runs.flatMap((run) => pick(run) ?? []);
  const calm = found.filter(({ foreign }) => foreign < 0.35);
  return round(median((calm.length > 0 ? calm : found).map(value)), 0);
}

function report(runs: readonly Run[], sizes: readonly number[], renders: object): void {
  const goals: Goal[] = [];
  for (const n of sizes) {
    const of = (engine: string) => runs.filter((run) => run.engine === engine && run.n === n);
    const names = [...new Set(runs.map(({ engine }) => engine))];
    console.log(`\n${n} cards: gaps between frames p50/p95 ms · dropped %`);
    printTable(
      ["engine", "first sight ms", "first paint ms", ...gestures, "heap JS + DOM MB", "DOM nodes"],
      names.map((engine) => [
        engine,
        sightOf(of(engine)),
        middle(
          of(engine),
          ({ load }) => load,
          (part) => part.presented,
        ),
        ...gestures.map((gesture) => cellOf(of(engine), gesture)),
        `${heapOf(of(engine), "jsMB")} + ${heapOf(of(engine), "domMB")}`,
        heapOf(of(engine), "nodes"),
      ]),
    );
    goals.push(...goalsOf(n, of));
  }
  console.log(`\none remote edit: ${JSON.stringify(renders)}`);
  printGoals(goals);
  keepResults("map", { goals, renders, runs });
}

/** When the map was first to be seen: as a picture of its beginning, or itself. */
function sightOf(runs: readonly Run[]): number {
  return middle(
    runs,
    ({ load }) => load,
    (part) => part.sight ?? part.presented,
  );
}

/** A gesture of a run, when it was done. */
function doneOf(gesture: Gesture): (run: Run) => Measured | undefined {
  return ({ g }) => (g[gesture]?.skipped === true ? undefined : g[gesture]);
}

function cellOf(runs: readonly Run[], gesture: Gesture): string {
  const of = (value: (part: Measured) => number) => middle(runs, doneOf(gesture), value);
  const [p50, p95, dropped] = [of((part) => part.p50), of((part) => part.p95), of((part) => part.dropped)];
  return Number.isNaN(p50) ? "–" : `${p50}/${p95} · ${dropped}`;
}

function heapOf(runs: readonly Run[], key: "jsMB" | "domMB" | "nodes"): number {
  return round(median(runs.flatMap(({ heap }) => heap?.[key] ?? [])), key === "nodes" ? 0 : 1);
}

/** Ahead of the best of React Flow, tldraw and Excalidraw: what we need at most what they need. */
function goalsOf(n: number, of: (engine: string) => readonly Run[]): Goal[] {
  const best = (pick: (engine: string) => number) =>
    Math.min(...rivals.map(pick).filter((v) => !Number.isNaN(v)));
  const sight = (engine: string) => sightOf(of(engine));
  const all: Goal[] = [{ what: `${n}: first sight ms`, value: sight("polku"), goal: best(sight) }];
  for (const gesture of gestures) {
    const dropped = (engine: string) => middle(of(engine), doneOf(gesture), (part) => part.dropped);
    if (Number.isNaN(dropped("polku"))) continue;
    all.push({ what: `${n}: ${gesture}, frames dropped %`, value: dropped("polku"), goal: best(dropped) });
  }
  return all;
}

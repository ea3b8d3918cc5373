import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Options } from "../bench.ts";
import { benchFolder } from "../harness/paths.ts";
import { type PolkuServer, startPolku } from "../harness/polkuServer.ts";
import { loopDelay } from "../harness/loopDelay.ts";
import { childrenOf, memoryOf } from "../harness/processMemory.ts";
import { keepResults, printGoals, printTable, quantile, round } from "../harness/results.ts";
import { surveyCsv } from "../harness/surveyCsv.ts";

type Progress = { readonly state: string; readonly kept: number; readonly reason: string | null };
type Plain = {
  readonly rows: number;
  readonly parseMs: number;
  readonly ms: number;
  readonly peakMb: number;
};

/** How long /healthz took, asked every 50 ms from outside, in ms. */
type Waits = { readonly p50: number; readonly p99: number; readonly max: number; readonly asked: number };

const every = 50;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * 200,000 rows of a survey through the front door, beside the least an import can be and beside the parser alone; how long the server makes others wait meanwhile,
 * seen from outside and by its own metrics, beside the same when it has nothing to do. Then a tenth more, without and with rules.
 */
export async function importRows({ quick }: Options): Promise<void> {
  const rows = quick ? 2_000 : 200_000;
  const csv = surveyCsv(rows);
  const plain = importPlainly(csv);
  const polku = await startPolku();
  try {
    const idle = await whileAsking(polku, () => pause(quick ? 1_000 : 5_000));
    await loopDelay(polku);
    const peaks = watchPeaks(polku.pid);
    const began = performance.now();
    const busy = await whileAsking(polku, () => importCsv(polku, csv, rows));
    const ms = performance.now() - began;
    const loop = await loopDelay(polku);
    const { server, reader } = peaks.stop();
    const perSecond = (count: number, took: number) => round((count / took) * 1000, 0);
    printTable(
      ["import", "rows/s", "s", "peak memory MB"],
      [
        ["Polku", perSecond(rows, ms), round(ms / 1000), `server ${server}, reader ${reader}`],
        [
          "Papa Parse into one table",
          perSecond(plain.rows, plain.ms),
          round(plain.ms / 1000),
          round(plain.peakMb, 0),
        ],
        ["Papa Parse alone", perSecond(plain.rows, plain.parseMs), round(plain.parseMs / 1000), ""],
      ],
    );
    printTable(
      ["answer of /healthz", "p50 ms", "p99 ms", "longest ms", "asked"],
      [
        ["idle", idle.p50, idle.p99, idle.max, idle.asked],
        ["during the import", busy.p50, busy.p99, busy.max, busy.asked],
      ],
    );
    console.log(`event-loop delay of the server during the import, p99: ${round(loop, 1)} ms`);
    const rules = await withRules(polku, rows / 10);
    printGoals([{ what: "peak memory of the process that reads the file, MB", value: reader, goal: 512 }]);
    const figures = { ms, rowsPerSecond: perSecond(rows, ms), serverPeakMb: server, readerPeakMb: reader };
    keepResults("import", {
      rows,
      polku: figures,
      plain,
      healthz: { idle, busy },
      loopDelayP99Ms: loop,
      rules,
    });
  } finally {
    await polku.stop();
  }
}

function importPlainly(csv: string): Plain {
  const folder = mkdtempSync(path.join(tmpdir(), "polku-plain-"));
  try {
    const file = path.join(folder, "survey.csv");
    writeFileSync(file, csv);
    const program = path.join(benchFolder, "baselines", "plainImport.mjs");
    const args = ["--disable-warning=ExperimentalWarning", program, file, path.join(folder, "plain.db")];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as Plain;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Words of the invented survey in other forms, and words that it lacks. */
const RULES = [
  "jonottaa",
  "lasku",
  "asentaja",
  "nettiyhteys",
  "connection",
  "soittaa takaisin",
  "myymälä",
  "hinta",
  "muutto",
  '"kukaan pyytänyt"',
];

/** A tenth more, once as it is and once with ten rules that look at every contact. */
async function withRules(polku: PolkuServer, rows: number) {
  const measured = async (title: string) => {
    // The same file would be known again.
    const csv = surveyCsv(rows).replaceAll("SAMPLE-", `${title.toUpperCase()}-`);
    await loopDelay(polku);
    const began = performance.now();
    await importCsv(polku, csv, rows, title);
    const ms = performance.now() - began;
    return { rowsPerSecond: round((rows / ms) * 1000, 0), loopDelayP99Ms: round(await loopDelay(polku)) };
  };
  const without = await measured("Without");
  const send = async (where: string, body: unknown): Promise<{ id: string }> => {
    const headers = { authorization: `Bearer ${polku.token}`, "content-type": "application/json" };
    const answer = await fetch(`${polku.url}${where}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    if (answer.status !== 201) throw new Error(`${where}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { id: string };
  };
  const { id: journeyId } = await send("/api/v1/journeys", { title: "Ruled", lang: "fi" });
  await Promise.all(
    RULES.map((words, n) => send("/api/v1/routing-rules", { journeyId, touchpointId: `t${n}`, words })),
  );
  const ruled = await measured("Ruled");
  printTable(
    ["a tenth more", "rows/s", "event-loop delay p99 ms"],
    [
      ["without rules", without.rowsPerSecond, without.loopDelayP99Ms],
      [`with ${RULES.length} rules`, ruled.rowsPerSecond, ruled.loopDelayP99Ms],
    ],
  );
  return { without, ruled };
}

async function importCsv(
  polku: PolkuServer,
  csv: string,
  rows: number,
  title = "Invented survey",
): Promise<void> {
  const headers = { authorization: `Bearer ${polku.token}` };
  const form = new FormData();
  form.set("meta", JSON.stringify({ kind: "survey_nps", title, sample: true }));
  form.set("file", new Blob([csv]), "survey.csv");
  const taken = await fetch(`${polku.url}/api/v1/sources`, { method: "POST", headers, body: form });
  if (taken.status !== 202) throw new Error(`Not taken: ${taken.status} ${await taken.text()}`);
  const { importId } = (await taken.json()) as { importId: string };
  for (;;) {
    await pause(250);
    const answer = await fetch(`${polku.url}/api/v1/imports/${importId}`, { headers });
    if (!answer.ok) continue;
    const { state, kept, reason } = (await answer.json()) as Progress;
    if (state === "done" && kept === rows) return;
    if (state !== "waiting" && state !== "running")
      throw new Error(`The import ended ${state}, ${kept} kept: ${reason}`);
  }
}

/** Asks /healthz every 50 ms as long as `work` takes; each question waits for nobody, so that a slow answer hides no later one. */
async function whileAsking(polku: PolkuServer, work: () => Promise<void>): Promise<Waits> {
  const waits: number[] = [];
  const open = new Set<Promise<void>>();
  const ask = async (): Promise<void> => {
    const began = performance.now();
    await (await fetch(`${polku.url}/healthz`)).text();
    waits.push(performance.now() - began);
  };
  const timer = setInterval(() => {
    const asked = ask().finally(() => open.delete(asked));
    open.add(asked);
  }, every);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  await Promise.all(open);
  const at = (p: number) => round(quantile(waits, p));
  return { p50: at(0.5), p99: at(0.99), max: at(1), asked: waits.length };
}

/** The most memory that the server and the process that reads the file for it have used, in MB. */
function watchPeaks(pid: number): { stop: () => { server: number; reader: number } } {
  let reader = 0;
  const timer = setInterval(() => {
    for (const child of childrenOf(pid)) reader = Math.max(reader, memoryOf(child)?.peakMb ?? 0);
  }, 100);
  return {
    stop: () => {
      clearInterval(timer);
      return { server: round(memoryOf(pid)?.peakMb ?? 0, 0), reader: round(reader, 0) };
    },
  };
}

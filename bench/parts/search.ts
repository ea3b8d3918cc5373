import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Options } from "../bench.ts";
import { benchFolder } from "../harness/paths.ts";
import { type PolkuServer, startPolku } from "../harness/polkuServer.ts";
import { type Goal, keepResults, printGoals, printTable, quantile, round } from "../harness/results.ts";

type Query = Readonly<Record<string, string>>;
type Times = { readonly p50: number; readonly p95: number };

/** What is asked: a name, and the n-th query of it. */
const words = {
  fi: "lasku jonotin palvelu asiakaspalvelussa netti yhteys puhelin soitin asentaja vika virhe tilaus hinta maksu lupaus korjaus katko ihminen viesti vastaus myymälä sovellus sopimus liittymä nopea hidas huono kiitos".split(
    " ",
  ),
  en: "queue bill wait service call agent fault order delivery refund promise outage person contract slow".split(
    " ",
  ),
};
const filters: readonly Query[] = [
  { source: "sample-nps", channel: "phone" },
  { kind: "call_recording", from: "2026-01-01" },
  { theme: "laskutus", channel: "chat" },
  { feeling: "negative", from: "2025-06-01", to: "2026-06-01" },
  { attached: "0", triage: "unread" },
  { theme: "queue", origin: "listened" },
];

const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
/** Two thirds are Finnish, as the library is; steps that share no divisor with the lists, so that words meet in ever new ways. */
const listOf = (n: number): readonly string[] => (n % 3 === 2 ? words.en : words.fi);
const one = (n: number): string => at(listOf(n), n * 5);
const three = (n: number): string =>
  [n * 5, n * 11 + 3, n * 13 + 7].map((step) => at(listOf(n), step)).join(" ");

const questions: Readonly<Record<string, (n: number) => Query>> = {
  "one word, by date": (n) => ({ q: one(n) }),
  "one word, by relevance": (n) => ({ q: one(n), sort: "relevance" }),
  "3 words with filters, by date": (n) => ({ q: three(n), ...at(filters, n) }),
  "3 words with filters, by relevance": (n) => ({ q: three(n), ...at(filters, n), sort: "relevance" }),
  "the beginning of a word": (n) => ({ q: one(n).slice(0, 2 + (n % 3)), typing: "1", sort: "relevance" }),
  "filters alone": (n) => at(filters, n),
};
const goal = { question: "3 words with filters, by date", ms: 50 };
const pageMs = 1_000;
/** As many as the list asks for at a time. */
const page = { limit: "30" };

/**
 * A library of 10,000, 100,000 and 1,000,000 invented contacts, searched over HTTP as the page does it, beside one bare FTS5 query for the
 * same three words on the same file; and what the health page asks. The library grows in one folder, so that the sizes differ in nothing else.
 */
export async function search({ quick, rounds }: Options): Promise<void> {
  const sizes = quick ? [1_000, 5_000] : [10_000, 100_000, 1_000_000];
  const folder = mkdtempSync(path.join(tmpdir(), "polku-bench-search-"));
  try {
    const measured: Awaited<ReturnType<typeof measure>>[] = [];
    for (const size of sizes) measured.push(await measure(folder, size, quick ? 12 : 60 * rounds));
    const names = Object.keys(measured[0]?.times ?? {});
    printTable(
      ["p50 / p95 ms", ...measured.map(({ size }) => size.toLocaleString("en")), "growth of p95"],
      names.map((name) => {
        const times = measured.map((one) => one.times[name]);
        const first = times[0]?.p95 ?? 0;
        const last = times.at(-1)?.p95 ?? 0;
        return [name, ...times.map((time) => `${time?.p50} / ${time?.p95}`), `${round(last / first)} ×`];
      }),
    );
    for (const { size, filled, health } of measured)
      console.log(`${size}: ${filled.perSecond} contacts/s written, health sums ${health} ms`);
    const largest = measured.at(-1);
    const goals: Goal[] = [
      { what: `${goal.question}, p95 ms`, value: largest?.times[goal.question]?.p95 ?? NaN, goal: goal.ms },
      { what: "sums of the health page, ms", value: largest?.health ?? NaN, goal: pageMs },
    ];
    printGoals(goals);
    keepResults("search", { measured, goals });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, size: number, asks: number) {
  const filled = fill(folder, size);
  const polku = await startPolku({ data: folder });
  try {
    const times: Record<string, Times> = {};
    for (const [name, query] of Object.entries(questions)) times[name] = await timesOf(polku, query, asks);
    times["bare FTS5, the same 3 words"] = bare(folder, asks);
    return { size, filled, times, health: await healthOf(polku) };
  } finally {
    await polku.stop();
  }
}

function fill(folder: string, size: number): { kept: number; perSecond: number } {
  const program = path.join(benchFolder, "baselines", "fillLibrary.mjs");
  const answer = execFileSync(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", program, folder, String(size)],
    {
      encoding: "utf8",
    },
  );
  const { kept, ms } = JSON.parse(answer) as { kept: number; ms: number };
  return { kept, perSecond: round((kept / ms) * 1000, 0) };
}

async function ask(polku: PolkuServer, address: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`${polku.url}${address}`, {
    headers: { authorization: `Bearer ${polku.token}` },
  });
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
  return performance.now() - began;
}

/** One after the other, a few to warm up first. */
async function timesOf(polku: PolkuServer, query: (n: number) => Query, asks: number): Promise<Times> {
  const ms: number[] = [];
  for (let n = -5; n < asks; n += 1) {
    const took = await ask(
      polku,
      `/api/v1/contacts?${new URLSearchParams({ ...page, ...query(n + 5) }).toString()}`,
    );
    if (n >= 0) ms.push(took);
  }
  return { p50: round(quantile(ms, 0.5)), p95: round(quantile(ms, 0.95)) };
}

async function healthOf(polku: PolkuServer): Promise<number> {
  const sources = "sample-nps,sample-calls,sample-tickets,sample-chat,sample-reviews";
  return round(await ask(polku, `/api/v1/evidence-health?sources=${sources}`), 0);
}

function bare(folder: string, asks: number): Times {
  const queries = Array.from({ length: asks }, (_, n) => three(n + 5).split(" "));
  const program = path.join(benchFolder, "baselines", "bareSearch.mjs");
  const args = [
    "--disable-warning=ExperimentalWarning",
    program,
    path.join(folder, "app.db"),
    JSON.stringify(queries),
  ];
  const { ms } = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as { ms: number[] };
  return { p50: round(quantile(ms, 0.5)), p95: round(quantile(ms, 0.95)) };
}

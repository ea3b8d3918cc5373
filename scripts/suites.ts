import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildWeb } from "./build.ts";
import { findBrowser } from "./browser.ts";
import { root } from "./paths.ts";

type Totals = { passed: number; failed: number };
export type Suite = "static" | "unit" | "e2e";

const pnpm = process.env.POLKU_PNPM ?? "";
const folder = mkdtempSync(path.join(tmpdir(), "polku-suites-"));

function exec(args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [pnpm, "exec", ...args], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    });
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

const checks: [string, string[]][] = [
  ["format", ["oxfmt", "--check", "."]],
  ["types and floors", ["tsc", "-b", "--pretty"]],
  ["lint and imports", ["oxlint", "--deny-warnings"]],
  ["dead code", ["knip"]],
];

/** Format, types, floors, lint, dead code: each is one line of the totals. */
async function runStatic(): Promise<Totals> {
  const totals = { passed: 0, failed: 0 };
  for (const [name, args] of checks) {
    const code = await exec(args);
    console.log(`${code === 0 ? "✓" : "✗"} ${name}`);
    totals[code === 0 ? "passed" : "failed"] += 1;
  }
  return totals;
}

function readJson(file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** A runner that died without a report, or failed outside any test, counts as one failure. */
function withExitCode(totals: Totals, code: number): Totals {
  return code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}

async function runUnit(): Promise<Totals> {
  const report = path.join(folder, "unit.json");
  const code = await exec([
    "vitest",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const result = readJson(report);
  return withExitCode(
    { passed: Number(result.numPassedTests ?? 0), failed: Number(result.numFailedTests ?? 0) },
    code,
  );
}

async function runE2e(): Promise<Totals> {
  await buildWeb();
  const report = path.join(folder, "e2e.json");
  const code = await exec(["playwright", "test", "-c", "e2e/playwright.config.ts", "--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    POLKU_BROWSER: await findBrowser(),
  });
  const stats = (readJson(report).stats ?? {}) as { expected?: number; unexpected?: number; flaky?: number };
  // A test that passed only when tried again is a failure.
  return withExitCode(
    { passed: stats.expected ?? 0, failed: (stats.unexpected ?? 0) + (stats.flaky ?? 0) },
    code,
  );
}

const runners: Record<Suite, () => Promise<Totals>> = { static: runStatic, unit: runUnit, e2e: runE2e };

/** Runs the suites one after another and ends with one line of true totals; returns the exit code. */
export async function runSuites(suites: Suite[]): Promise<number> {
  const totals = { passed: 0, failed: 0 };
  for (const suite of suites) {
    const { passed, failed } = await runners[suite]();
    totals.passed += passed;
    totals.failed += failed;
  }
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  return totals.failed === 0 ? 0 : 1;
}

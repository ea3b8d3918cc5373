import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildWeb } from "./build.ts";
import { findBrowser } from "./browser.ts";
import { root } from "./paths.ts";

/** `broken` names each failure with the first line of its reason, for the end of a log whose middle may be cut away. */
type Totals = { passed: number; failed: number; broken: string[] };
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
  const totals: Totals = { passed: 0, failed: 0, broken: [] };
  for (const [name, args] of checks) {
    const code = await exec(args);
    console.log(`${code === 0 ? "✓" : "✗"} ${name}`);
    totals[code === 0 ? "passed" : "failed"] += 1;
    if (code !== 0) totals.broken.push(name);
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
  return code !== 0 && totals.failed === 0
    ? { ...totals, failed: 1, broken: [`a runner ended with ${code} outside any test`] }
    : totals;
}

type UnitReport = {
  numPassedTests?: number;
  numFailedTests?: number;
  testResults?: {
    name: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
};

/** One line for each unit test that failed, and for each file that could not be run. */
function brokenUnits({ testResults = [] }: UnitReport): string[] {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const file = path.relative(root, name);
    if (assertionResults.length === 0 && message) return [`${file}: ${message}`];
    return assertionResults
      .filter(({ status }) => status === "failed")
      .map((test) => `${file} › ${test.fullName}: ${test.failureMessages.join("; ")}`);
  });
}

type E2eSuite = {
  suites?: E2eSuite[];
  specs?: {
    ok: boolean;
    file: string;
    title: string;
    tests: { results: { error?: { message?: string } }[] }[];
  }[];
};

/** One line for each browser test that failed. */
function brokenSpecs({ suites = [], specs = [] }: E2eSuite): string[] {
  const here = specs
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => {
      const reasons = tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? ""));
      return `${file} › ${title}: ${reasons.join("; ")}`;
    });
  return [...here, ...suites.flatMap(brokenSpecs)];
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
  const result: UnitReport = readJson(report);
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = result;
  return withExitCode({ passed, failed, broken: brokenUnits(result) }, code);
}

type E2eReport = E2eSuite & { stats?: { expected?: number; unexpected?: number; flaky?: number } };

/** One of the projects of e2e/playwright.config.ts. */
async function runBrowsers(project: "people" | "measured", browser: string): Promise<Totals> {
  const report = path.join(folder, `${project}.json`);
  const code = await exec(
    ["playwright", "test", "-c", "e2e/playwright.config.ts", "--project", project, "--reporter=list,json"],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: report, POLKU_BROWSER: browser },
  );
  const result: E2eReport = readJson(report);
  const { expected: passed = 0, unexpected = 0, flaky = 0 } = result.stats ?? {};
  // A test that passed only when tried again is a failure.
  return withExitCode({ passed, failed: unexpected + flaky, broken: brokenSpecs(result) }, code);
}

async function runE2e(): Promise<Totals> {
  await buildWeb();
  const browser = await findBrowser();
  const people = await runBrowsers("people", browser);
  const measured = await runBrowsers("measured", browser);
  return {
    passed: people.passed + measured.passed,
    failed: people.failed + measured.failed,
    broken: [...people.broken, ...measured.broken],
  };
}

const runners: Record<Suite, () => Promise<Totals>> = { static: runStatic, unit: runUnit, e2e: runE2e };

/** Runs the suites one after another and ends with one line of true totals; returns the exit code. */
export async function runSuites(suites: Suite[]): Promise<number> {
  const totals: Totals = { passed: 0, failed: 0, broken: [] };
  for (const suite of suites) {
    const { passed, failed, broken } = await runners[suite]();
    totals.passed += passed;
    totals.failed += failed;
    totals.broken.push(...broken);
  }
  for (const failure of totals.broken) console.log(`✗ ${failure.slice(0, 600)}`);
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  return totals.failed === 0 ? 0 : 1;
}

// What `npm start`, `npm test` and the other one-word commands do, once the right Node runs.
import { spawn } from "node:child_process";
import path from "node:path";
import { buildWeb } from "./build.ts";
import { findBrowser } from "./browser.ts";
import { root } from "./paths.ts";
import { runSuites } from "./suites.ts";

const pnpm = process.env.POLKU_PNPM ?? "";

/** Runs one of the tools of the workspace and returns its exit code. */
function exec(...args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [pnpm, "exec", ...args], { cwd: root, stdio: "inherit" });
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

type Task = (args: string[]) => Promise<number | void>;

/** Loads a part of the product by its path: the scripts stand outside its floors and must not pull it into their own types. */
async function load<T>(file: string): Promise<T> {
  return (await import(new URL(`../${file}`, import.meta.url).href)) as T;
}

async function start(): Promise<void> {
  await buildWeb();
  stopWithParent();
  process.env.POLKU_WEB ??= path.join(root, "apps", "web", "dist");
  await load<{ main: () => Promise<void> }>("apps/server/src/main.ts").then(({ main }) => main());
}

/** When whoever started us is gone (even by `kill -9`), nobody can stop us any more: stop ourselves. */
function stopWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
  }, 500).unref();
}

const tasks: Record<string, Task> = {
  start,
  build: () => buildWeb(),
  test: () => runSuites(["static", "unit", "e2e"]),
  check: () => runSuites(["static"]),
  unit: (args) => exec("vitest", "run", ...args),
  e2e: async (args) => {
    await buildWeb();
    process.env.POLKU_BROWSER = await findBrowser();
    return exec("playwright", "test", "-c", "e2e/playwright.config.ts", ...args);
  },
  format: () => exec("oxfmt", "."),
  dev: () => exec("vite", "apps/web"),
  bench: async (args) => {
    await buildWeb();
    process.env.POLKU_BROWSER = await findBrowser();
    const { bench } = await load<{ bench: Task }>("bench/bench.ts");
    return bench(args);
  },
  mutation: (args) => exec("stryker", "run", ...args),
  screenshots: async (args) => {
    await buildWeb();
    process.env.POLKU_BROWSER = await findBrowser();
    return exec("playwright", "test", "-c", "e2e/screenshots.config.ts", ...args);
  },
  polku: async (args) => {
    const { runCommand } = await load<{ runCommand: Task }>("apps/server/src/cli/polku.ts");
    return runCommand(args);
  },
};

const [name = "start", ...rest] = process.argv.slice(2);
const task = tasks[name];
if (!task) {
  console.error(`There is no task "${name}". Known: ${Object.keys(tasks).join(", ")}.`);
  process.exit(2);
}
const code = await task(rest);
if (typeof code === "number") process.exitCode = code;

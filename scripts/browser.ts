import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "chrome",
];

const wellKnown = [
  "/usr/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

function onThePath(): string | undefined {
  const folders = (process.env.PATH ?? process.env.Path ?? "").split(path.delimiter);
  return folders
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file));
}

async function playwrightsOwn(): Promise<string | undefined> {
  const { chromium } = await import("playwright");
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] }).status === 0;
}

/**
 * The browser for end-to-end tests: $POLKU_BROWSER, a Chromium or Chrome of the system, Playwright's own, one that Playwright can
 * fetch, and at last Debian's package when we are root. Throws a sentence that says what to install.
 */
export async function findBrowser(): Promise<string> {
  const found =
    process.env.POLKU_BROWSER ||
    wellKnown.find((file) => existsSync(file)) ||
    onThePath() ||
    (await playwrightsOwn());
  if (found) return found;
  console.log("No Chromium found; installing one …");
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    run("apt-get", "update", "-qq");
    run("apt-get", "install", "-y", "-qq", "chromium");
  } else {
    run(process.execPath, process.env.POLKU_PNPM ?? "", "exec", "playwright", "install", "chromium");
  }
  const installed = wellKnown.find((file) => existsSync(file)) || onThePath() || (await playwrightsOwn());
  if (installed) return installed;
  throw new Error("No browser for the tests: install Chromium or Chrome, or set POLKU_BROWSER to its file.");
}

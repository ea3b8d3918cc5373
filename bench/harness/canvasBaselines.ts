import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { benchFolder } from "./paths.ts";
import { runProgram } from "./startProgram.ts";

const apps = path.join(benchFolder, "canvas", "apps");

/** Where the built baselines lie. */
export const builtBaselines = path.join(apps, "dist");

const names = ["domwin", "rf", "tldraw", "excalidraw"];

/** npm's own settings of the outer run must not leak into a folder that is no part of the workspace. */
function cleanEnvironment(): Record<string, string> {
  const keys = Object.keys(process.env).filter((key) =>
    /^npm_(config_(prefix|workspace)|package_)/i.test(key),
  );
  return Object.fromEntries(keys.map((key) => [key, ""]));
}

/**
 * Installs the other canvases into bench/canvas/apps/node_modules and builds them, unless both was done for these versions. They are
 * never a part of the workspace. Throws a sentence when npm cannot be found.
 */
export async function buildBaselines(): Promise<void> {
  const manifest = path.join(apps, "package.json");
  const wanted = Object.entries((JSON.parse(readFileSync(manifest, "utf8")) as Manifest).dependencies);
  if (!wanted.every(([name, version]) => installedVersion(name) === version)) {
    const npm = process.env["npm_execpath"];
    if (!npm)
      throw new Error(
        "Start the bench with npm, which then installs the other canvases: npm run bench -- map",
      );
    console.log("Installing the other canvases (once) …");
    const install = [
      "install",
      "--no-package-lock",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
    ];
    await runProgram([npm, ...install], cleanEnvironment(), apps);
  }
  const builtAt = Math.min(...names.map(builtTime));
  if (builtAt < statSync(manifest).mtimeMs) await runProgram(["build.mjs"], {}, apps);
}

type Manifest = { readonly dependencies: Record<string, string>; readonly version?: string };

function installedVersion(name: string): string | undefined {
  const file = path.join(apps, "node_modules", name, "package.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Manifest).version : undefined;
}

function builtTime(name: string): number {
  const page = path.join(builtBaselines, name, "index.html");
  return existsSync(page) ? statSync(page).mtimeMs : 0;
}

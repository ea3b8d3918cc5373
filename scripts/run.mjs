// The door from a bare machine (Node 20 and npm) into the project's own Node and pnpm.
// Plain JavaScript on purpose: it runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const tools = path.join(root, ".tools");
const toolModules = path.join(tools, "node_modules");
const wantedNode = readFileSync(path.join(root, ".node-version"), "utf8").trim();
const wantedPnpm = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).packageManager.split(
  "@",
)[1];

/** Prints what went wrong and what to do, and ends. */
function giveUp(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

/** True when the Node that runs this file can also run the project (node:sqlite without flags, type stripping). */
function hostNodeServes() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  return major > 24 || (major === 24 && minor >= 15);
}

/** The npm package that carries the pinned Node binary for this machine. */
function nodePackage() {
  const { arch } = process;
  const byPlatform = {
    linux: "node-linux",
    darwin: arch === "arm64" ? "node-bin-darwin" : "node-darwin",
    win32: "node-win",
  };
  const prefix = byPlatform[process.platform];
  if (!prefix)
    giveUp(`Polku needs Node ${wantedNode}. Install it on this system and run the same command again.`);
  return `${prefix}-${arch}`;
}

function versionOf(name) {
  const file = path.join(toolModules, name, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).version : undefined;
}

/** Brings pnpm and, when the host's Node is too old, the pinned Node into .tools; does nothing when they are there. */
function bringTools() {
  const wanted = { pnpm: wantedPnpm };
  if (!hostNodeServes()) wanted[nodePackage()] = wantedNode;
  if (Object.entries(wanted).every(([name, version]) => versionOf(name) === version)) return;
  console.log(`Getting pnpm ${wantedPnpm} and Node ${wantedNode} (once) …`);
  mkdirSync(tools, { recursive: true });
  writeFileSync(
    path.join(tools, "package.json"),
    `${JSON.stringify({ private: true, dependencies: wanted }, null, 2)}\n`,
  );
  const npm = process.env.npm_execpath;
  if (!npm) giveUp("Start Polku through npm: `npm start`, `npm test` or `npm run polku -- <command>`.");
  const install = [npm, "install", "--prefix", tools, "--no-audit", "--no-fund", "--loglevel=error"];
  // The folder of the tools is not a workspace of ours: npm's own settings from the outer run must not leak in.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^npm_(config_(prefix|workspace)|package_)/i.test(key)),
  );
  const done = spawnSync(process.execPath, install, {
    cwd: tools,
    stdio: ["ignore", "inherit", "inherit"],
    env,
  });
  if (done.status !== 0)
    giveUp(
      `Could not get pnpm and Node from the npm registry. Check the network, or install Node ${wantedNode} yourself, and run the same command again.`,
    );
}

function nodeBinary() {
  if (hostNodeServes()) return process.execPath;
  const name = process.platform === "win32" ? "node.exe" : "node";
  const binary = path.join(toolModules, nodePackage(), "bin", name);
  return existsSync(binary) ? binary : path.join(toolModules, nodePackage(), name);
}

/** The environment in which the pinned Node comes first. Windows spells it `Path`. */
function environment(node) {
  const env = { ...process.env, NODE: node, npm_node_execpath: node, POLKU_PNPM: pnpmScript() };
  const key = Object.keys(env).find((name) => name.toLowerCase() === "path") ?? "PATH";
  env[key] = [path.dirname(node), env[key]].filter(Boolean).join(path.delimiter);
  return env;
}

function pnpmScript() {
  return path.join(toolModules, "pnpm", "bin", "pnpm.mjs");
}

/** A fingerprint of everything that decides what `pnpm install` would do. */
function installFingerprint() {
  const hash = createHash("sha256").update(wantedNode).update(wantedPnpm);
  const files = ["package.json", "pnpm-workspace.yaml", "pnpm-lock.yaml"];
  for (const folder of ["packages", "apps", "."]) {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const manifest = path.join(folder, entry.name, "package.json");
      if (entry.isDirectory() && !entry.name.startsWith(".") && existsSync(path.join(root, manifest)))
        files.push(manifest);
    }
  }
  for (const file of files.sort()) {
    const full = path.join(root, file);
    hash.update(file).update(existsSync(full) ? readFileSync(full) : "");
  }
  return hash.digest("hex");
}

function installPackages(node, env) {
  const stamp = path.join(tools, "installed.txt");
  const fingerprint = installFingerprint();
  const known = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
  if (known === fingerprint && existsSync(path.join(root, "node_modules"))) return;
  console.log("Installing packages …");
  const args = [pnpmScript(), "install", "--frozen-lockfile", "--reporter=append-only"];
  const done = spawnSync(node, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" });
  if (done.status !== 0) {
    process.stderr.write(done.stdout + done.stderr);
    giveUp(
      "Installing the packages failed; the lines above say why. Run the same command again after mending it.",
    );
  }
  writeFileSync(stamp, fingerprint);
}

/**
 * Runs a child to its end and ends with its code. Ctrl-C reaches the whole group by itself, so it is not forwarded (the server
 * would see it twice); a `kill` of npm reaches nobody, so a changed parent becomes a SIGTERM.
 */
function runToTheEnd(node, args, env) {
  const child = spawn(node, args, { cwd: root, env, stdio: "inherit" });
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) child.kill("SIGTERM");
  }, 250);
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.on("SIGHUP", () => child.kill("SIGTERM"));
  child.on("exit", (code, signal) => {
    clearInterval(watch);
    process.exit(code ?? (signal === "SIGINT" ? 130 : 143));
  });
}

const [task = "start", ...rest] = process.argv.slice(2);
bringTools();
const node = nodeBinary();
const env = environment(node);
if (task === "pnpm") {
  runToTheEnd(node, [pnpmScript(), ...rest], env);
} else {
  installPackages(node, env);
  runToTheEnd(node, [path.join(root, "scripts", "tasks.ts"), task, ...rest], env);
}

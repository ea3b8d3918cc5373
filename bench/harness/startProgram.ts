import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { root } from "./paths.ts";

/** A program under measurement, in a process of its own. */
export type Program = {
  readonly pid: number;
  /** What the line that says "ready" held. */
  readonly ready: string;
  /** All it printed so far. */
  output(): string;
  stop(): Promise<void>;
};

/** Starts Node on `args` and waits for a line that matches `ready`. Rejects when it ends before. */
export async function startProgram(
  args: readonly string[],
  env: Record<string, string>,
  ready: RegExp,
): Promise<Program> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  const said = new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (piece: Buffer) => {
      output += piece.toString();
      const found = ready.exec(output);
      if (found) resolve(found[0]);
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${args.join(" ")} ended with ${code}:\n${output}`)));
  });
  const words = await said;
  return { pid: child.pid ?? 0, ready: words, output: () => output, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 12_000);
  await gone;
  clearTimeout(late);
}

/** Runs Node on `args` to its end, passing on what it prints; rejects when it fails. */
export async function runProgram(
  args: readonly string[],
  env: Record<string, string> = {},
  cwd = root,
): Promise<void> {
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: "inherit" });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}`);
}

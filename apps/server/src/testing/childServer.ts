import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));
/** The same server on a disk that is full from the moment it gets SIGUSR2. */
export const onFailingDisk = fileURLToPath(new URL("./onFailingDisk.ts", import.meta.url));

/** A server in a process of its own, so that it can be killed. */
export type ChildServer = {
  url: string;
  socketUrl: string;
  /** What it printed. */
  lines: string[];
  /** Sends a signal that does not end it. */
  signal(signal: NodeJS.Signals): void;
  /** Sends a signal that ends it, and waits until it has: its exit code, `null` when the signal itself ended it. */
  kill(signal: NodeJS.Signals): Promise<number | null>;
};

function start(program: string, folder: string, env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [program], {
    env: {
      PATH: process.env.PATH,
      PORT: "0",
      POLKU_DATA: folder,
      POLKU_DEMO: "0",
      POLKU_LOG: "error",
      ...env,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Starts a server process on a data folder and resolves when it says that it is ready. */
export async function startChildServer(
  folder: string,
  env: Record<string, string> = {},
  program: string = main,
): Promise<ChildServer> {
  const child = start(program, folder, env);
  const lines: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    let text = "";
    child.once("exit", (code) => reject(new Error(`The server ended with ${code} before it was ready.`)));
    child.stdout?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      const whole = text.split("\n");
      text = whole.pop() ?? "";
      lines.push(...whole);
      const ready = /Polku is ready at (\S+)/.exec(whole.join("\n"));
      if (ready?.[1] !== undefined) resolve(ready[1]);
    });
  });
  return {
    url,
    socketUrl: url.replace("http", "ws"),
    lines,
    signal: (signal) => void child.kill(signal),
    kill: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, "exit");
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

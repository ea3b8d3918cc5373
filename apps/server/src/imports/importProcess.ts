import { type ChildProcess, fork } from "node:child_process";
import type { ImportAnswer, ImportTask } from "./importMessages.ts";

/** The import process died, hung or was stopped; `detail` is for the log. */
export class ImportProcessEnded extends Error {
  readonly detail: string;
  constructor(detail: string) {
    super(`The import process ended: ${detail}`);
    this.name = "ImportProcessEnded";
    this.detail = detail;
  }
}

export type ImportProcessLimits = {
  /** The program to run; another one in tests. */
  program: URL;
  /** MB of JavaScript heap. */
  memoryMb: number;
  /** ms without an answer after which it is stopped. */
  idleMs: number;
};

export const importLimits: ImportProcessLimits = {
  program: new URL("./importProgram.ts", import.meta.url),
  memoryMb: 512,
  idleMs: 60_000,
};

/** Starts the process on a task. `answer` is awaited before the process may go on. Rejects with `ImportProcessEnded`, or what `answer` throws. */
export function runImportProcess(
  task: ImportTask,
  limits: ImportProcessLimits,
  answer: (answer: ImportAnswer) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const child = fork(limits.program, [], {
    execArgv: [`--max-old-space-size=${limits.memoryMb}`, "--disable-proto=delete"],
    // Nothing of the server's environment is any business of a process that reads foreign files.
    env: { PATH: process.env["PATH"] ?? "", TZ: "UTC" },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  return new Promise((resolve, reject) => {
    const conversation = watch(child, limits.idleMs, signal, reject);
    child.on("message", (message: ImportAnswer) => {
      conversation.pause();
      answer(message).then(
        () => {
          conversation.resume();
          if (message.t === "contacts") tell(child, "more");
          else {
            conversation.finish();
            resolve();
          }
        },
        (error: unknown) => conversation.fail(error),
      );
    });
    child.on("exit", (code, ended) => {
      if (!conversation.finished())
        conversation.fail(new ImportProcessEnded(`${ended ?? `code ${code}`}: ${conversation.errors()}`));
    });
    tell(child, task);
  });
}

function tell(child: ChildProcess, message: ImportTask | "more"): void {
  // A child that is gone is reported by its exit; sending to it must not throw here.
  if (child.connected) child.send(message, () => {});
}

/** Keeps an eye on the process: stops it when it is silent too long or nobody wants it any more. */
function watch(child: ChildProcess, idleMs: number, signal: AbortSignal, reject: (error: unknown) => void) {
  let done = false;
  let errors = "";
  let timer: NodeJS.Timeout | undefined;
  const fail = (error: unknown): void => {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
    child.kill("SIGKILL");
    reject(error);
  };
  const stop = (): void => fail(new ImportProcessEnded("stopped"));
  const resume = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => fail(new ImportProcessEnded("silent too long")), idleMs);
  };
  child.stderr?.on("data", (chunk: Buffer) => {
    if (errors.length < 4000) errors += chunk.toString();
  });
  child.on("error", fail);
  if (signal.aborted) stop();
  else signal.addEventListener("abort", stop, { once: true });
  resume();
  return {
    pause: () => clearTimeout(timer),
    resume,
    fail,
    finish: () => {
      done = true;
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      // It has said its last word; one that does not leave by itself is not waited for.
      child.kill("SIGKILL");
    },
    finished: () => done,
    errors: () => errors,
  };
}

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
    let pending = 0;
    let turn = Promise.resolve();
    child.on("message", (message: ImportAnswer) => {
      conversation.pause();
      pending += 1;
      // While one portion is written the next is read; more than two ahead would only pile up in memory.
      const ahead = pending <= 2 && message.t === "contacts";
      if (ahead) tell(child, "more");
      turn = turn
        .then(() => answer(message))
        .then(
          () => {
            pending -= 1;
            if (message.t !== "contacts") {
              conversation.finish();
              resolve();
              return;
            }
            if (pending === 0) conversation.resume();
            if (!ahead) tell(child, "more");
          },
          (error: unknown) => conversation.fail(error),
        );
    });
    child.on("exit", (code, ended) => {
      const left = new ImportProcessEnded(`${ended ?? `code ${code}`}: ${conversation.errors()}`);
      // What it said before it left may still be on its way here, or being written.
      const settle = (): void => void turn.then(() => conversation.finished() || conversation.fail(left));
      if (child.connected) child.once("disconnect", settle);
      else settle();
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

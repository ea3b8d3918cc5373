import { once } from "node:events";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { JourneyLog } from "../journeyLog.ts";
import type { LogAnswer, LogCallName, LogCalls } from "./logMessages.ts";

type Waiting = { call: LogCallName; resolve: (answer: unknown) => void; reject: (error: Error) => void };

/** The program of the log's thread, and what it is given beside the file. Tests put one in that fails when told. */
type Thread = { program: URL; given: Record<string, unknown> };

const ownThread: Thread = { program: new URL("./log.worker.ts", import.meta.url), given: {} };

/**
 * The log of `log.db`, which lives in a thread of its own: a commit waits for the disk, and nobody waits with it. When the thread
 * dies, every open call fails and the next call starts a new one; what was not answered counts as not written.
 */
export function openSqlJourneyLog(dataFolder: string, { program, given } = ownThread): JourneyLog {
  const file = path.join(dataFolder, "log.db");
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let attempt = 0;
  let thread: Worker | undefined;
  let closed = false;

  function failAll(error: Error): void {
    const asked = [...waiting.values()];
    waiting.clear();
    for (const { reject } of asked) reject(error);
  }

  function start(): Worker {
    const worker = new Worker(program, { workerData: { ...given, file }, execArgv: [] });
    worker.on("error", (error) => failAll(error instanceof Error ? error : new Error(String(error))));
    worker.on("exit", () => {
      if (thread === worker) thread = undefined;
      failAll(new Error("The thread of the log has ended."));
    });
    worker.on("message", (message: LogAnswer) => {
      const asker = waiting.get(message.id);
      waiting.delete(message.id);
      if (asker === undefined) return;
      if ("failure" in message) {
        if (asker.call === "append") attempt += 1;
        asker.reject(new Error(message.failure));
      } else asker.resolve(message.answer);
    });
    return worker;
  }

  function call<N extends LogCallName>(name: N, ask: LogCalls[N]["ask"]): Promise<LogCalls[N]["answer"]> {
    return new Promise((resolve, reject) => {
      if (closed) {
        reject(new Error("The log is closed."));
        return;
      }
      thread ??= start();
      const id = next;
      next += 1;
      waiting.set(id, { call: name, resolve: (answer) => resolve(answer as LogCalls[N]["answer"]), reject });
      thread.postMessage({ id, call: name, ask }, []);
    });
  }

  return {
    append: (batch) => call("append", { batch, attempt }),
    load: (doc) => call("load", { doc }),
    keepSnapshot: async (doc, upTo, data, at) => void (await call("keepSnapshot", { doc, upTo, data, at })),
    forget: async (doc) => void (await call("forget", { doc })),
    documents: () => call("documents", null),
    check: () => call("check", null),
    copyTo: async (target) => void (await call("copyTo", { file: target })),
    close: async () => {
      if (closed) return;
      const ending = thread;
      if (ending !== undefined) {
        const ended = once(ending, "exit");
        await call("close", null);
        await ended;
      }
      closed = true;
    },
  };
}

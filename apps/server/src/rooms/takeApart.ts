import { Worker } from "node:worker_threads";
import type { Logger } from "pino";
import type { PartsAnswer, PartsRequest } from "./updateParts.worker.ts";

/** Below this many bytes an update is applied within a few milliseconds anyway. */
const smallBytes = 96 * 1024;
const idleMs = 30_000;

/** Takes large updates apart in a thread of its own, which is there only while there is something to take apart. */
export type TakeApart = {
  /** The updates in their order, the large ones in parts that give the same document. Never rejects: what fails stays whole. */
  inParts(updates: readonly Uint8Array[]): Promise<Uint8Array[]>;
  close(): Promise<void>;
};

export function makeTakeApart(logger: Logger): TakeApart {
  const waiting = new Map<number, { update: Uint8Array; resolve: (parts: Uint8Array[]) => void }>();
  let next = 0;
  let thread: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;

  function giveBackWhole(): void {
    const asked = [...waiting.values()];
    waiting.clear();
    for (const { update, resolve } of asked) resolve([update]);
  }

  function end(worker: Worker): Promise<number> {
    clearTimeout(idle);
    if (thread === worker) thread = undefined;
    return worker.terminate();
  }

  function start(): Worker {
    const worker = new Worker(new URL("./updateParts.worker.ts", import.meta.url), { execArgv: [] });
    worker.unref();
    // The exit that follows gives back what was asked.
    worker.on("error", (err) =>
      logger.warn({ err }, "a large journey could not be taken apart; it is read whole"),
    );
    worker.on("exit", () => {
      // What is asked of a newer thread is its to answer.
      if (thread !== undefined && thread !== worker) return;
      thread = undefined;
      giveBackWhole();
    });
    worker.on("message", ({ id, parts }: PartsAnswer) => {
      const asker = waiting.get(id);
      waiting.delete(id);
      asker?.resolve(parts);
      if (waiting.size > 0) return;
      clearTimeout(idle);
      idle = setTimeout(() => void end(worker), idleMs).unref();
    });
    return worker;
  }

  function partsOf(update: Uint8Array): Promise<Uint8Array[]> {
    return new Promise((resolve) => {
      clearTimeout(idle);
      thread ??= start();
      const request: PartsRequest = { id: next, update };
      next += 1;
      waiting.set(request.id, { update, resolve });
      thread.postMessage(request, []);
    });
  }

  return {
    inParts: async (updates) => {
      const parts: Uint8Array[] = [];
      for (const update of updates) {
        if (update.length < smallBytes) parts.push(update);
        else parts.push(...(await partsOf(update)));
      }
      return parts;
    },
    close: async () => {
      if (thread !== undefined) await end(thread);
    },
  };
}

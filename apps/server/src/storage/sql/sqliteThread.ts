import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { SqliteAnswer } from "./workerMessages.ts";

type Waiting = {
  resolve: (answer: { rows: unknown[]; changes: number }) => void;
  reject: (error: Error) => void;
};

/** A SQLite file in a thread of its own, so that no query ever holds up the sockets. Statements run in the order asked. */
export type SqliteThread = {
  run(sql: string, parameters: readonly unknown[]): Promise<{ rows: unknown[]; changes: number }>;
  close(): Promise<void>;
};

/** Opens the file (making it when missing). Every later call fails with the worker's own error once the worker has died. */
export function openSqliteThread(file: string): SqliteThread {
  const worker = new Worker(new URL("./sqlite.worker.ts", import.meta.url), {
    workerData: { file },
    execArgv: [],
  });
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let dead: Error | undefined;

  function die(error: Error): void {
    dead ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }
  worker.on("error", (error) => die(error instanceof Error ? error : new Error(String(error))));
  worker.on("exit", () => die(new Error("The database is closed.")));
  worker.on("message", (answer: SqliteAnswer) => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (asker === undefined) return;
    if ("failure" in answer) asker.reject(new Error(answer.failure));
    else asker.resolve(answer);
  });

  return {
    run: (sql, parameters) =>
      new Promise((resolve, reject) => {
        if (dead !== undefined) {
          reject(dead);
          return;
        }
        const id = next;
        next += 1;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, sql, parameters }, []);
      }),
    close: async () => {
      if (dead !== undefined) return;
      const ended = once(worker, "exit");
      worker.postMessage("close", []);
      await ended;
    },
  };
}

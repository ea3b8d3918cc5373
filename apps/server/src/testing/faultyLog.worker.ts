// The log's own thread, with a disk that fails when told: see faultyLog.ts.
import { DatabaseSync } from "node:sqlite";
import { workerData } from "node:worker_threads";
import { type DiskState, diskStates } from "./diskStates.ts";

const { control } = workerData as { control: Int32Array };
const state = (): DiskState => diskStates[Atomics.load(control, 0)] ?? "works";
const plainly = Object.getOwnPropertyDescriptor(DatabaseSync.prototype, "exec")?.value as (
  this: DatabaseSync,
  sql: string,
) => void;
const unlimitedPages = 1_073_741_823;

/** SQLite itself refuses to grow the file beyond its present size. */
function limitPages(db: DatabaseSync): void {
  plainly.call(db, `PRAGMA max_page_count = ${state() === "full" ? 1 : unlimitedPages}`);
}

DatabaseSync.prototype.exec = function exec(sql: string): void {
  if (sql === "begin immediate") {
    limitPages(this);
    // The whole thread stands still, as one does that waits for a disk.
    Atomics.store(control, 1, state() === "stopped" ? 1 : 0);
    while (state() === "stopped") Atomics.wait(control, 0, diskStates.indexOf("stopped"));
    Atomics.store(control, 1, 0);
  }
  if (sql === "commit" && state() === "broken") throw new Error("disk I/O error");
  if (sql === "commit" && state() === "broken once") {
    Atomics.store(control, 0, diskStates.indexOf("works"));
    throw new Error("disk I/O error");
  }
  plainly.call(this, sql);
  if (sql === "commit" && state() === "silent") throw new Error("disk I/O error (after the commit)");
};

await import("../storage/sql/log.worker.ts");

import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";
import type { SqliteAnswer, SqliteRequest } from "./workerMessages.ts";

const { file } = workerData as { file: string };
const port = parentPort;
if (port === null) throw new Error("sqlite.worker runs only as a worker");

const db = new DatabaseSync(file);
db.exec("PRAGMA busy_timeout = 5000");
db.exec("PRAGMA journal_mode = WAL");
db.exec("PRAGMA synchronous = FULL");
if (process.platform === "darwin") db.exec("PRAGMA fullfsync = 1");
db.exec("PRAGMA foreign_keys = ON");

const kept = new Map<string, StatementSync>();
const mostKept = 300;

/** Preparing costs more than running for small queries; the statements used last are kept. */
function prepared(sql: string): StatementSync {
  const known = kept.get(sql);
  if (known !== undefined) {
    kept.delete(sql);
    kept.set(sql, known);
    return known;
  }
  const fresh = db.prepare(sql);
  kept.set(sql, fresh);
  if (kept.size > mostKept) {
    const oldest = kept.keys().next().value;
    if (oldest !== undefined) kept.delete(oldest);
  }
  return fresh;
}

/** A whole number goes in as an integer: bound as REAL it makes FTS5 ignore `rowid = ?` and return wrong rows. */
function bindable(value: unknown): SQLInputValue {
  if (value === undefined || value === null) return null;
  if (typeof value === "boolean") return value ? 1n : 0n;
  if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (value instanceof Date) return value.toISOString();
  return value as SQLInputValue;
}

function run(request: SqliteRequest): SqliteAnswer {
  try {
    const statement = prepared(request.sql);
    const values = request.parameters.map(bindable);
    if (statement.columns().length > 0) return { id: request.id, rows: statement.all(...values), changes: 0 };
    const { changes } = statement.run(...values);
    return { id: request.id, rows: [], changes: Number(changes) };
  } catch (error) {
    return { id: request.id, failure: error instanceof Error ? error.message : String(error) };
  }
}

port.on("message", (request: SqliteRequest | "close") => {
  if (request === "close") {
    kept.clear();
    db.close();
    port.close();
    return;
  }
  port.postMessage(run(request));
});

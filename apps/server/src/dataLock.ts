import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { WrongEnvironment } from "./config.ts";

/** A data folder that this process alone writes journeys in. */
export type DataLock = {
  /** Tells the command line where the server can be reached. */
  announce(url: string): void;
  release(): void;
};

const lockFile = (folder: string) => path.join(folder, "lock.db");
const addressFile = (folder: string) => path.join(folder, "server.json");

/** The lock is a transaction that the operating system ends with the process, however it ends. */
function tryLock(folder: string): DatabaseSync | undefined {
  const db = new DatabaseSync(lockFile(folder));
  try {
    db.exec("begin exclusive");
    return db;
  } catch {
    db.close();
    return undefined;
  }
}

/** Takes the data folder. Throws `WrongEnvironment` when another server has it: two would not see each other's changes. */
export function lockDataFolder(folder: string): DataLock {
  const db = tryLock(folder);
  if (db === undefined)
    throw new WrongEnvironment(`POLKU_DATA is "${folder}", but another Polku is running on that folder.`);
  return {
    announce: (url) => writeFileSync(addressFile(folder), JSON.stringify({ url }), { mode: 0o600 }),
    release: () => {
      rmSync(addressFile(folder), { force: true });
      db.close();
    },
  };
}

/** The address of the server that runs on a data folder; `undefined` when none does. */
export function addressOfRunning(folder: string): string | undefined {
  if (!existsSync(lockFile(folder))) return undefined;
  const db = tryLock(folder);
  if (db !== undefined) {
    db.close();
    return undefined;
  }
  const { url } = JSON.parse(readFileSync(addressFile(folder), "utf8")) as { url: string };
  return url;
}

import { chmodSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { WrongEnvironment } from "./config.ts";

/** Makes the data folder and its parts, readable by their owner only. Throws `WrongEnvironment` when it cannot be used. */
export function prepareDataFolder(folder: string): void {
  try {
    for (const part of [folder, path.join(folder, "keys"), path.join(folder, "media")]) {
      mkdirSync(part, { recursive: true, mode: 0o700 });
      chmodSync(part, 0o700);
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new WrongEnvironment(`POLKU_DATA is "${folder}", but that folder cannot be used: ${why}`);
  }
}

/** Closes the database files to everybody but their owner: SQLite makes them with the process's own mask. */
export function closeToOthers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/\.db(-wal|-shm)?$/.test(name)) chmodSync(path.join(folder, name), 0o600);
  }
}

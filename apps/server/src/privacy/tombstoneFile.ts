import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { eraseReasons } from "@polku/protocol";
import { z } from "zod";
import type { Tombstone } from "../storage/tombstone.ts";

const line = z.object({
  what: z.enum(["source", "contact", "quote", "person", "journey"]),
  id: z.string().min(1).max(200),
  erasedAt: z.number(),
  by: z.string(),
  reason: z.enum(eraseReasons),
});

/** Tombstones as they travel in a file of keys. */
export const tombstoneList = z.array(line);

/**
 * Every tombstone once more, beside the keys and not in the database: a database that is brought back from a backup is older than what
 * was erased since. One JSON line each.
 */
export type TombstoneFile = {
  /** On disk when it returns. */
  add(tombstones: readonly Tombstone[]): void;
  /** A line that was cut by a crash is left out: the database has it too. */
  read(): Tombstone[];
};

export function openTombstoneFile(dataFolder: string): TombstoneFile {
  const file = path.join(dataFolder, "keys", "tombstones.jsonl");
  const read = (): Tombstone[] => {
    if (!existsSync(file)) return [];
    return readFileSync(file, "utf8").split("\n").flatMap(readLine);
  };
  const add = (tombstones: readonly Tombstone[]): void => {
    const known = new Map(read().map((one) => [keyOf(one), one]));
    for (const one of tombstones) {
      const before = known.get(keyOf(one));
      if (before === undefined || before.erasedAt <= one.erasedAt) known.set(keyOf(one), one);
    }
    const lines = [...known.values()].map((one) => `${JSON.stringify(line.parse(one))}\n`);
    writeSafely(file, lines.join(""));
  };
  return { read, add };
}

const keyOf = ({ what, id }: Tombstone): string => `${what} ${id}`;

function readLine(text: string): Tombstone[] {
  try {
    const read = line.safeParse(JSON.parse(text));
    return read.success ? [read.data] : [];
  } catch {
    return [];
  }
}

function writeSafely(file: string, text: string): void {
  const next = `${file}.next`;
  writeFileSync(next, text, { mode: 0o600 });
  const handle = openSync(next, "r+");
  fsyncSync(handle);
  closeSync(handle);
  renameSync(next, file);
}

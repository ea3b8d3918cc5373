import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { type SourceKeys, wrappedKeys } from "./sourceKeys.ts";
import { type TombstoneFile, tombstoneList } from "./tombstoneFile.ts";

const lifeMs = 7 * 24 * 3_600_000;

const shape = z.object({
  format: z.literal("polku-keys"),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  keys: wrappedKeys,
  tombstones: tombstoneList,
});

/**
 * The keys of the sources, and what was erased, as they stood when a backup was made: apart from the backup, and with a life of seven
 * days. An older one may hold the key of a source that was erased since. Only together with a backup (which has the workspace's own
 * key) does it open anything.
 */
export type KeysFile = z.infer<typeof shape>;

export function writeKeysFile(
  file: string,
  now: Date,
  keys: Pick<SourceKeys, "list">,
  tombstones: Pick<TombstoneFile, "read">,
): void {
  const written: KeysFile = {
    format: "polku-keys",
    version: 1,
    madeAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + lifeMs).toISOString(),
    keys: keys.list(),
    tombstones: tombstones.read(),
  };
  writeFileSync(`${file}.part`, JSON.stringify(written, null, 2), { mode: 0o600 });
  renameSync(`${file}.part`, file);
}

/** Throws when the file is not one of keys; undefined when there is none. */
export function readKeysFile(file: string): KeysFile | undefined {
  if (!existsSync(file)) return undefined;
  return shape.parse(JSON.parse(readFileSync(file, "utf8")));
}

export function hasExpired({ expiresAt }: KeysFile, now: Date): boolean {
  return Date.parse(expiresAt) <= now.getTime();
}

/** Removes the files of keys beside this one whose life is over, and names them. */
export function removeExpired(beside: string, now: Date): string[] {
  const folder = path.dirname(path.resolve(beside));
  const others = readdirSync(folder).filter(
    (name) => name.endsWith(".keys") && name !== path.basename(beside),
  );
  const over = others.filter((name) => {
    try {
      const found = readKeysFile(path.join(folder, name));
      return found !== undefined && hasExpired(found, now);
    } catch {
      return false; // Not one of ours: nobody asked us to touch it.
    }
  });
  for (const name of over) rmSync(path.join(folder, name));
  return over;
}

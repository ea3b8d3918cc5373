import { readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import type { Clock } from "../clock.ts";
import { isMediaKey, openMediaFiles, type MediaFiles } from "../media/mediaFiles.ts";
import type { EvidenceStore } from "../storage/evidenceStore.ts";
import { removeCopies } from "../storage/migrationCopy.ts";
import { mediaFileNames } from "../storage/sql/sqlMedia.ts";
import type { AppDatabase } from "../storage/tables.ts";
import type { Tombstone } from "../storage/tombstone.ts";
import { type AccessLog, openAccessLog } from "./accessLog.ts";
import { openSourceKeys, type SourceKeys } from "./sourceKeys.ts";
import { openTombstoneFile, type TombstoneFile } from "./tombstoneFile.ts";

/** What outlives the words: keys, tombstones, and who touched what. */
export type Privacy = {
  accessLog: AccessLog;
  keys: SourceKeys;
  /** The sound of recordings, and pictures. */
  media: MediaFiles;
  /** Removes the files of recordings and pictures that are gone, with their keys. */
  removeLostMedia(): Promise<void>;
  tombstones: TombstoneFile;
  /** Takes the bytes of what was erased out of the files; resolves when they are. */
  sweep(options?: { whole?: boolean; anyway?: boolean }): Promise<void>;
  /** Stops a sweep between two slices; the next start carries it on. */
  close(): Promise<void>;
};

type Deps = { db: AppDatabase; evidence: EvidenceStore; clock: Clock; secret: string; dataFolder: string };

/**
 * Opens the keys, the tombstones and the access log. What was erased after this database was backed up is erased again, before anybody is
 * answered; keys of sources that are gone are destroyed.
 */
export async function openPrivacy({ db, evidence, clock, secret, dataFolder }: Deps): Promise<Privacy> {
  const keys = openSourceKeys(dataFolder, secret);
  const tombstones = openTombstoneFile(dataFolder);
  await buryAgain(evidence, tombstones);
  const kept = new Set((await evidence.listSources()).map(({ id }) => id));
  for (const { source } of keys.list()) if (!kept.has(source) && !isMediaKey(source)) keys.destroy(source);
  const media = openMediaFiles(dataFolder, keys);
  await removeLostMedia(db, media);
  removeStaleCopies(dataFolder);
  const stop = new AbortController();
  let sweeping: Promise<unknown> = Promise.resolve();
  const sweep: Privacy["sweep"] = (options = {}) => {
    const own = (async () => {
      await removeLostMedia(db, media);
      if (options.anyway === true || (await isWaiting(db))) removeCopies(dataFolder);
      await evidence.sweep(clock.now(), { ...options, signal: stop.signal });
    })();
    sweeping = Promise.allSettled([sweeping, own]);
    return own;
  };
  return {
    accessLog: openAccessLog(db, clock),
    keys,
    media,
    removeLostMedia: () => removeLostMedia(db, media),
    tombstones,
    sweep,
    close: async () => {
      stop.abort();
      await sweeping;
    },
  };
}

/** Removes the files of recordings and pictures that are gone, with their keys; and rows whose file is gone. */
export async function removeLostMedia(db: AppDatabase, media: MediaFiles): Promise<void> {
  media.removeAllBut(await mediaFileNames(db, (name) => media.isThere(name)));
}

/** Whether bytes of something erased may still be in the files; the copies that migrations left are such files too. */
async function isWaiting(db: AppDatabase): Promise<boolean> {
  const left = db.selectFrom("tombstone").select("id").where("sweptAt", "is", null);
  return (await left.executeTakeFirst()) !== undefined;
}

const staleMs = 3_600_000;

/** A backup that was killed leaves its plain copies behind; one that runs now is younger than an hour. */
function removeStaleCopies(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    const folder = path.join(dataFolder, name);
    if (name.startsWith("backup-") && Date.now() - statSync(folder).mtimeMs > staleMs)
      rmSync(folder, { recursive: true });
  }
}

/** Brings the two lists of tombstones together: what either knows as erased is erased in both. */
export async function buryAgain(evidence: EvidenceStore, file: TombstoneFile): Promise<void> {
  const known = new Map((await evidence.tombstones()).map((one) => [keyOf(one), one.erasedAt]));
  for (const tombstone of file.read())
    if ((known.get(keyOf(tombstone)) ?? -Infinity) < tombstone.erasedAt) await evidence.bury(tombstone);
  const all = await evidence.tombstones();
  if (all.length > 0) file.add(all);
}

const keyOf = ({ what, id }: Tombstone): string => `${what} ${id}`;

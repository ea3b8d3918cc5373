import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "kysely";
import { z } from "zod";
import type { Config } from "../config.ts";
import { prepareDataFolder } from "../dataFolder.ts";
import { addressOfRunning } from "../dataLock.ts";
import { expectLaterCopies } from "../storage/sql/logFile.ts";
import { hasExpired, readKeysFile, removeExpired, writeKeysFile } from "../privacy/keysFile.ts";
import { workspaceSecret } from "../accounts/workspaceSecret.ts";
import { buryAgain, removeLostMedia } from "../privacy/openPrivacy.ts";
import { sealedSources, sealEvidence, unsealEvidence } from "../privacy/sealEvidence.ts";
import { openSourceKeys, type SourceKeys } from "../privacy/sourceKeys.ts";
import { openTombstoneFile, type TombstoneFile } from "../privacy/tombstoneFile.ts";
import { openMediaFiles } from "../media/mediaFiles.ts";
import { openSqlEvidenceStore } from "../storage/sql/sqlEvidenceStore.ts";
import { openSqlJourneyLog } from "../storage/sql/sqlJourneyLog.ts";
import { readTar, type TarEntry, writeTar } from "./tar.ts";
import { withAppDatabase } from "./tokens.ts";

const manifestName = "manifest.json";

const manifestShape = z.object({
  format: z.literal("polku-backup"),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  files: z.record(z.string(), z.string()),
});

const sha256 = (data: Buffer) => createHash("sha256").update(data).digest("hex");

/** Only these may stand in a backup; a name is never a way out of the folder. */
const allowed = /^(app\.db|log\.db|keys\/workspace\.key|media\/[A-Za-z0-9_.-]+)$/;

function filesOf(folder: string, part: string): TarEntry[] {
  const full = path.join(folder, part);
  if (!existsSync(full)) return [];
  return readdirSync(full, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ name: `${part}/${name}`, data: readFileSync(path.join(full, name)) }));
}

/**
 * Copies the databases as they stand, the tables first: a journey that is in the list is then surely in the log. What customers said is
 * encrypted in the copy, each source by its own key. The copies are made inside the data folder, which is closed to others.
 */
async function copyDatabases(
  config: Config,
  keys: SourceKeys,
  tombstones: TombstoneFile,
): Promise<TarEntry[]> {
  const folder = mkdtempSync(path.join(config.dataFolder, "backup-"));
  try {
    const plain = path.join(folder, "plain.db");
    await withAppDatabase(config, (db) => sql`vacuum into ${plain}`.execute(db));
    const isErased = (source: string): boolean =>
      tombstones.read().some(({ what, id }) => what === "source" && id === source);
    sealEvidence(plain, path.join(folder, "app.db"), keys, isErased);
    const log = openSqlJourneyLog(config.dataFolder);
    await log.copyTo(path.join(folder, "log.db"));
    await log.close();
    return ["app.db", "log.db"].map((name) => ({ name, data: readFileSync(path.join(folder, name)) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Writes everything into one file (tar, gzip) with a checksum each; works while the server runs. It holds secrets: 0600. The keys of the
 * sources go into a file of their own, `keysTo`: without it nobody reads what customers said, and it lives for seven days.
 */
export async function backup(config: Config, file: string, keysTo = `${file}.keys`): Promise<number> {
  if (!existsSync(path.join(config.dataFolder, "app.db"))) {
    console.error(`There is no data in ${config.dataFolder} yet.`);
    return 1;
  }
  const keys = openSourceKeys(config.dataFolder, workspaceSecret(config.dataFolder));
  const tombstones = openTombstoneFile(config.dataFolder);
  const entries = [
    ...(await copyDatabases(config, keys, tombstones)),
    ...filesOf(config.dataFolder, "keys"),
    ...filesOf(config.dataFolder, "media"),
  ].filter(({ name }) => allowed.test(name));
  const manifest = {
    format: "polku-backup",
    version: 1,
    madeAt: new Date().toISOString(),
    files: Object.fromEntries(entries.map(({ name, data }) => [name, sha256(data)])),
  };
  const first = { name: manifestName, data: Buffer.from(JSON.stringify(manifest, null, 2)) };
  const temporary = `${file}.part`;
  writeFileSync(temporary, gzipSync(writeTar([first, ...entries])), { mode: 0o600 });
  renameSync(temporary, file);
  const now = new Date();
  writeKeysFile(keysTo, now, keys, tombstones);
  console.log(`${entries.length} files backed up into ${file}`);
  console.log(
    `The keys to what customers said are in ${keysTo}. Keep them in another place; they are good for 7 days.`,
  );
  for (const name of removeExpired(keysTo, now)) console.log(`${name} was older than that and is removed.`);
  return 0;
}

/** The files of a backup, each checked against its checksum. Throws when one is missing, foreign or changed. */
function readBackup(file: string): TarEntry[] {
  const entries = readTar(gunzipSync(readFileSync(file)));
  const manifest = manifestShape.parse(
    JSON.parse(entries.find(({ name }) => name === manifestName)?.data.toString() ?? "null"),
  );
  const files = entries.filter(({ name }) => name !== manifestName);
  const wrong = files.find(({ name, data }) => !allowed.test(name) || manifest.files[name] !== sha256(data));
  if (wrong !== undefined) throw new Error(`"${wrong.name}" is not what was backed up.`);
  if (files.length !== Object.keys(manifest.files).length) throw new Error("A file is missing.");
  return files;
}

export type RestoreOptions = {
  /** The file with the keys of the sources; beside the backup unless told. */
  keysFrom?: string | undefined;
  /** Take it though it is older than seven days. */
  oldKeys?: boolean | undefined;
  /** Go on without the words that no key opens. */
  withoutWords?: boolean | undefined;
};

/**
 * Puts a backup in the place of the data folder. What was there is kept beside it; a running server is not touched. Words come back as
 * far as their keys are there, and what was erased since the backup was made is erased again before this ends.
 */
export async function restore(config: Config, file: string, options: RestoreOptions = {}): Promise<number> {
  const folder = config.dataFolder;
  const next = `${folder}.restoring`;
  try {
    const files = readBackup(file);
    if (existsSync(path.join(folder, "app.db")) && addressOfRunning(folder) !== undefined)
      throw new Refused("A server is running on the data folder. Stop it first.");
    rmSync(next, { recursive: true, force: true });
    putFiles(next, files);
    expectLaterCopies(path.join(next, "log.db"));
    await openWords(config, next, file, options);
    if (existsSync(path.join(folder, "app.db"))) {
      const aside = `${folder}.before-${new Date().toISOString().replace(/[:.]/g, "-")}`;
      renameSync(folder, aside);
      console.log(
        `What was there is now in ${aside}. It holds what customers said: remove it when you no longer need it.`,
      );
    }
    // Copied, not moved: the folder may be a volume of its own.
    cpSync(next, folder, { recursive: true });
    rmSync(next, { recursive: true });
    console.log(`${files.length} files restored into ${folder}`);
    return 0;
  } catch (error) {
    rmSync(next, { recursive: true, force: true });
    const why = error instanceof Error ? error.message : String(error);
    console.error(error instanceof Refused ? why : `${file} is not a whole backup of Polku: ${why}`);
    return 1;
  }
}

/** A restoring that is refused for a reason that is not the backup's own. */
class Refused extends Error {}

function putFiles(folder: string, files: readonly TarEntry[]): void {
  prepareDataFolder(folder);
  for (const { name, data } of files) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true, mode: 0o700 });
    writeFileSync(path.join(folder, name), data, { mode: 0o600 });
  }
}

/** Decrypts what customers said in a folder that is not in its place yet, and erases again what was erased since. */
async function openWords(
  config: Config,
  next: string,
  file: string,
  { keysFrom = `${file}.keys`, oldKeys, withoutWords }: RestoreOptions,
): Promise<void> {
  const present = config.dataFolder;
  const keysFile = readKeysFile(keysFrom);
  if (keysFile !== undefined && oldKeys !== true && hasExpired(keysFile, new Date()))
    throw new Refused(
      `${keysFrom} is older than 7 days: it may open what has been erased since. Take the keys of a newer backup, they open this one too. If there are none, add --old-keys.`,
    );
  const keys = openSourceKeys(next, workspaceSecret(next));
  const tombstones = openTombstoneFile(next);
  // What stands in the place now knows best what was erased, and has the keys that are left.
  if (existsSync(path.join(present, "keys", "workspace.key"))) {
    tombstones.add(openTombstoneFile(present).read());
    if (workspaceSecret(present) === workspaceSecret(next))
      keys.take(openSourceKeys(present, workspaceSecret(present)).list());
  }
  tombstones.add(keysFile?.tombstones ?? []);
  keys.take(keysFile?.keys ?? []);
  const erased = new Set(tombstones.read().map(({ id }) => id));
  for (const id of erased) keys.destroy(id);
  const app = path.join(next, "app.db");
  const shut = sealedSources(app).filter((id) => !erased.has(id) && keys.find(id) === undefined);
  if (shut.length > 0 && withoutWords !== true)
    throw new Refused(
      `There is no key to what customers said in ${shut.length} of the sources. Name the file of keys that was written beside the backup: restore FILE --keys KEYS. To restore without those sources, add --without-words.`,
    );
  unsealEvidence(app, keys);
  await withAppDatabase({ ...config, dataFolder: next }, async (db) => {
    const store = await openSqlEvidenceStore(db);
    await buryAgain(store, tombstones);
    await removeLostMedia(db, openMediaFiles(next, keys));
    await store.sweep(Date.now(), { whole: true });
  });
}

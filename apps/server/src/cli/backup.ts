import { createHash } from "node:crypto";
import {
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
 * Copies the databases as they stand, the tables first: a journey that is in the list is then surely in the log. The copies are made
 * inside the data folder, which is closed to others.
 */
async function copyDatabases(config: Config): Promise<TarEntry[]> {
  const folder = mkdtempSync(path.join(config.dataFolder, "backup-"));
  try {
    const app = path.join(folder, "app.db");
    await withAppDatabase(config, (db) => sql`vacuum into ${app}`.execute(db));
    const log = openSqlJourneyLog(config.dataFolder);
    await log.copyTo(path.join(folder, "log.db"));
    await log.close();
    return ["app.db", "log.db"].map((name) => ({ name, data: readFileSync(path.join(folder, name)) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes everything into one file (tar, gzip) with a checksum each; works while the server runs. It holds secrets: 0600. */
export async function backup(config: Config, file: string): Promise<number> {
  if (!existsSync(path.join(config.dataFolder, "app.db"))) {
    console.error(`There is no data in ${config.dataFolder} yet.`);
    return 1;
  }
  const entries = [
    ...(await copyDatabases(config)),
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
  console.log(`${entries.length} files backed up into ${file}`);
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

/** Puts a backup in the place of the data folder. What was there is kept beside it; a running server is not touched. */
export async function restore(config: Config, file: string): Promise<number> {
  let files: TarEntry[];
  try {
    files = readBackup(file);
  } catch (error) {
    console.error(
      `${file} is not a whole backup of Polku: ${error instanceof Error ? error.message : String(error)}`,
    );
    return 1;
  }
  const folder = config.dataFolder;
  if (existsSync(path.join(folder, "app.db"))) {
    if (addressOfRunning(folder) !== undefined) {
      console.error("A server is running on the data folder. Stop it first.");
      return 1;
    }
    const aside = `${folder}.before-${new Date().toISOString().replace(/[:.]/g, "-")}`;
    renameSync(folder, aside);
    console.log(`What was there is now in ${aside}`);
  }
  prepareDataFolder(folder);
  for (const { name, data } of files) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true, mode: 0o700 });
    writeFileSync(path.join(folder, name), data, { mode: 0o600 });
  }
  expectLaterCopies(path.join(folder, "log.db"));
  console.log(`${files.length} files restored into ${folder}`);
  return 0;
}

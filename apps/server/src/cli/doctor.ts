import { statfsSync, statSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { journeyOf } from "@polku/protocol";
import { systemClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { addressOfRunning } from "../dataLock.ts";
import type { Damage } from "../storage/journeyLog.ts";
import { openAccessLog } from "../privacy/accessLog.ts";
import { openSqlJourneyLog } from "../storage/sql/sqlJourneyLog.ts";
import { withAppDatabase } from "./tokens.ts";

const gibibyte = 1024 ** 3;
const othersBits = 0o077;

type Finding = { ok: boolean; text: string };

function checkAccess(folder: string): Finding {
  const open = [folder, path.join(folder, "app.db"), path.join(folder, "keys", "workspace.key")].filter(
    (file) => {
      const found = statSync(file, { throwIfNoEntry: false });
      return found !== undefined && process.platform !== "win32" && (found.mode & othersBits) !== 0;
    },
  );
  return open.length === 0
    ? { ok: true, text: "only its owner may read the data folder" }
    : { ok: false, text: `others may read ${open.join(", ")}; close it with chmod go-rwx` };
}

function checkSpace(folder: string): Finding {
  const { bavail, bsize } = statfsSync(folder);
  const free = (bavail * bsize) / gibibyte;
  return { ok: free >= 1, text: `${free.toFixed(1)} GiB free on its disk` };
}

function damageText({ kind, doc, seq }: Damage): string {
  return `${kind} ${seq} of journey ${journeyOf(doc) ?? doc} does not fit its checksum`;
}

async function checkLog(folder: string): Promise<Finding[]> {
  const log = openSqlJourneyLog(folder);
  try {
    const documents = await log.documents();
    const damages = await log.check();
    if (damages.length === 0)
      return [{ ok: true, text: `${documents.length} journeys in the log, every record sound` }];
    return damages.map((damage) => ({ ok: false, text: damageText(damage) }));
  } finally {
    await log.close();
  }
}

function checkTables(config: Config): Promise<Finding[]> {
  return withAppDatabase(config, async (db) => {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
    const wrong = rows.map((row) => row.integrity_check).filter((text) => text !== "ok");
    return wrong.length === 0
      ? [{ ok: true, text: "the tables are sound" }]
      : wrong.map((text) => ({ ok: false, text: `app.db: ${text}` }));
  });
}

/** Whether the access log is whole, and whether what was erased is out of the files. */
function checkPrivacy(config: Config): Promise<Finding[]> {
  return withAppDatabase(config, async (db) => {
    const { lines, brokenAt } = await openAccessLog(db, systemClock).check();
    const chain =
      brokenAt === null
        ? { ok: true, text: `${lines} lines in the access log, each holding on to the one before` }
        : { ok: false, text: `line ${brokenAt} of the access log does not fit the one before it` };
    const left = await db.selectFrom("tombstone").select("id").where("sweptAt", "is", null).execute();
    if (left.length === 0) return [chain];
    const text = `bytes of ${left.length} erased things are still in the files; the server takes them out within a day`;
    return [chain, { ok: true, text }];
  });
}

/** Looks through the data folder; changes nothing. 1 when something is damaged. */
export async function doctor(config: Config): Promise<number> {
  const folder = config.dataFolder;
  console.log(`Node ${process.versions.node}, data in ${folder}`);
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) {
    console.log("There is no data yet; the first start makes it.");
    return 0;
  }
  const running = addressOfRunning(folder);
  console.log(
    running === undefined ? "No server is running on it." : `A server is running on it at ${running}.`,
  );
  const findings = [
    checkAccess(folder),
    checkSpace(folder),
    ...(await checkTables(config)),
    ...(await checkPrivacy(config)),
    ...(await checkLog(folder)),
  ];
  for (const { ok, text } of findings) console.log(`${ok ? "✓" : "✗"} ${text}`);
  return findings.every(({ ok }) => ok) ? 0 : 1;
}

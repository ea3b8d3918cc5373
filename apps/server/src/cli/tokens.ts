import type { Role } from "@polku/protocol";
import { createApiToken } from "../accounts/apiTokens.ts";
import { issueSignInLink } from "../accounts/signInLinks.ts";
import { systemClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { closeToOthers, prepareDataFolder } from "../dataFolder.ts";
import { addressOfRunning } from "../dataLock.ts";
import { openAppDatabase } from "../storage/openAppDatabase.ts";
import type { AppDatabase } from "../storage/tables.ts";

/** Opens `app.db` beside a running server, or alone, for as long as `work` takes. */
export async function withAppDatabase<T>(config: Config, work: (db: AppDatabase) => Promise<T>): Promise<T> {
  prepareDataFolder(config.dataFolder);
  const db = await openAppDatabase(config.dataFolder);
  closeToOthers(config.dataFolder);
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** Prints a fresh API token, alone. A journey that does not exist is refused. */
export function createToken(
  config: Config,
  wanted: { role: Role; journeyId: string; name: string },
): Promise<number> {
  return withAppDatabase(config, async (db) => {
    const { journeyId } = wanted;
    const known =
      journeyId === "*" ||
      (await db.selectFrom("journey").select("id").where("id", "=", journeyId).executeTakeFirst()) !==
        undefined;
    if (!known) {
      console.error(`There is no journey "${journeyId}".`);
      return 1;
    }
    console.log(await createApiToken(db, systemClock, wanted));
    return 0;
  });
}

/** Prints a fresh one-time sign-in link for the owner. */
export function printSignInLink(config: Config): Promise<number> {
  return withAppDatabase(config, async (db) => {
    const running = addressOfRunning(config.dataFolder);
    const address = config.publicUrl ?? running ?? `http://${config.host}:${config.port}`;
    console.log(await issueSignInLink(db, systemClock, address));
    return 0;
  });
}

import type { Role } from "@polku/protocol";
import { createApiToken, type intakeRole } from "../accounts/apiTokens.ts";
import { plainEmail } from "../accounts/members.ts";
import { removeSecondFactor } from "../accounts/secondFactor.ts";
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
  const beside = addressOfRunning(config.dataFolder) !== undefined;
  const db = await openAppDatabase(config.dataFolder, { beside });
  closeToOthers(config.dataFolder);
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** Turns off the second factor of whoever signs in by this address: for an owner who has lost it, and with it every recovery code. */
export function turnSecondFactorOff(config: Config, email: string): Promise<number> {
  return withAppDatabase(config, async (db) => {
    const known = await db
      .selectFrom("user")
      .select("id")
      .where("email", "=", plainEmail(email))
      .executeTakeFirst();
    if (known === undefined || !(await removeSecondFactor(db, known.id))) {
      console.error(`Nobody with the address "${email}" has a second factor.`);
      return 1;
    }
    console.log("It is off.");
    return 0;
  });
}

/** Prints a fresh API token, alone. A journey that does not exist is refused. */
export function createToken(
  config: Config,
  wanted: { role: Role | typeof intakeRole; journeyId: string; name: string },
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

/** Prints the tokens that still work, one a line: id, role, journey, name. The tokens themselves are not kept. */
export function listTokens(config: Config): Promise<number> {
  return withAppDatabase(config, async (db) => {
    const rows = await db
      .selectFrom("apiToken")
      .selectAll()
      .where("revokedAt", "is", null)
      .orderBy("createdAt")
      .execute();
    for (const { id, role, journeyId, name } of rows) console.log([id, role, journeyId, name].join("\t"));
    return 0;
  });
}

/** Takes a token back by its id; sockets that came in by it end within a second. */
export function revokeToken(config: Config, id: string): Promise<number> {
  return withAppDatabase(config, async (db) => {
    const { numUpdatedRows } = await db
      .updateTable("apiToken")
      .set({ revokedAt: systemClock.now() })
      .where("id", "=", id)
      .where("revokedAt", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) return 0;
    console.error(`There is no working token "${id}".`);
    return 1;
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

import type { Clock } from "../clock.ts";
import type { AppDatabase } from "../storage/tables.ts";
import { hashSecret, makeSecret } from "./secrets.ts";

/** Makes the owner's next sign-in link and takes every earlier unused one back. Returns the address; only a hash is kept. */
export async function issueSignInLink(db: AppDatabase, clock: Clock, publicUrl: string): Promise<string> {
  const token = makeSecret();
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom("signInLink").where("usedAt", "is", null).execute();
    await trx
      .insertInto("signInLink")
      .values({ tokenHash: hashSecret(token), createdAt: clock.now(), usedAt: null })
      .execute();
  });
  return `${publicUrl}/sign-in#token=${token}`;
}

/** Uses a sign-in link up. False when it is unknown or was used before; of two at once, one wins. */
export async function redeemSignInLink(db: AppDatabase, clock: Clock, token: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("signInLink")
    .set({ usedAt: clock.now() })
    .where("tokenHash", "=", hashSecret(token))
    .where("usedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

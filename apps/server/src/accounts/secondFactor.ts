import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { base32 } from "@better-auth/utils/base32";
import { createOTP } from "@better-auth/utils/otp";
import type { Clock } from "../clock.ts";
import { Problem } from "../errors.ts";
import { seal, unseal } from "../privacy/sourceKeys.ts";
import type { AppDatabase } from "../storage/tables.ts";
import { countWrongTries } from "./credentials.ts";

/** What RFC 6238 and every authenticator app take for granted: six digits, a new code each 30 s, SHA-1. */
const stepMs = 30_000;
/** Clocks differ: the code of the step before and of the one after are good too. */
const drift = [0, -1, 1] as const;
const secretBytes = 20;
const codesAtOnce = 10;
/** 50 random bits in letters and digits that are not taken for one another. */
const codeBytes = 7;
const codeLetters = 10;

export type FactorState = { on: boolean; since: number | null; codesLeft: number };

/** A second factor beside the password: codes by time (RFC 6238) of an app on a phone, and recovery codes for whoever has lost it. */
export type SecondFactor = {
  state(userId: string): Promise<FactorState>;
  /** Begins anew: a secret that counts once it is confirmed. Throws `secondFactor.on` while one counts. */
  begin(userId: string, account: string): Promise<{ secret: string; url: string }>;
  /** Turns it on by a first code, and tells the recovery codes this once. Throws `secondFactor.unknown`, `secondFactor.wrong`. */
  confirm(userId: string, code: string): Promise<string[]>;
  /**
   * Nothing where it is off. Throws `secondFactor.needed` without a code, `secondFactor.wrong` for a wrong or used one, and
   * `secondFactor.tooOften` after ten of them in a quarter of an hour.
   */
  check(userId: string, code: string | undefined): Promise<void>;
  /** Other recovery codes in the place of those that were. */
  newCodes(userId: string): Promise<string[]>;
  /** False when there was none. */
  turnOff(userId: string): Promise<boolean>;
};

/** Takes a second factor away, with its recovery codes. False when there was none that counted. */
export function removeSecondFactor(db: AppDatabase, userId: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await tx.deleteFrom("recoveryCode").where("userId", "=", userId).execute();
    const gone = await tx
      .deleteFrom("secondFactor")
      .where("userId", "=", userId)
      .returning("confirmedAt")
      .executeTakeFirst();
    return gone !== undefined && gone.confirmedAt !== null;
  });
}

/** As it is compared: people write dashes, spaces and capitals as they like. */
function plainCode(code: string): string {
  return code.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

const isSame = (given: string, wanted: string): boolean =>
  given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));

export function openSecondFactor(db: AppDatabase, clock: Clock, workspaceSecret: string): SecondFactor {
  const key = new Uint8Array(hkdfSync("sha256", workspaceSecret, "", "polku second factor", 32));
  const tries = countWrongTries(clock, "secondFactor.tooOften");
  const about = (userId: string): string => `second factor of ${userId}`;
  const hashOf = (userId: string, code: string): string =>
    createHmac("sha256", key)
      .update(`${userId} ${plainCode(code)}`)
      .digest("hex");

  const rowOf = (userId: string) =>
    db.selectFrom("secondFactor").selectAll().where("userId", "=", userId).executeTakeFirst();

  /** Uses a code by time up: good once, and none of an earlier step after it. */
  async function useCode(row: { userId: string; secret: Uint8Array }, code: string): Promise<boolean> {
    const given = plainCode(code);
    const otp = createOTP(new Uint8Array(unseal(key, about(row.userId), row.secret)));
    const now = Math.floor(clock.now() / stepMs);
    for (const away of drift) {
      if (!isSame(given, await otp.hotp(now + away))) continue;
      const { numUpdatedRows } = await db
        .updateTable("secondFactor")
        .set({ lastCounter: now + away })
        .where("userId", "=", row.userId)
        .where("lastCounter", "<", now + away)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    }
    return false;
  }

  async function useRecoveryCode(userId: string, code: string): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable("recoveryCode")
      .set({ usedAt: clock.now() })
      .where("userId", "=", userId)
      .where("codeHash", "=", hashOf(userId, code))
      .where("usedAt", "is", null)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  }

  /** Counted before it is looked at: a thousand tries at once are a thousand, too. */
  async function limited(userId: string, isRight: () => Promise<boolean>): Promise<void> {
    tries.check(userId);
    tries.wrong(userId);
    if (!(await isRight())) throw new Problem("secondFactor.wrong");
    tries.right(userId);
  }

  async function newCodes(userId: string): Promise<string[]> {
    const codes = Array.from({ length: codesAtOnce }, () => {
      const letters = base32.encode(randomBytes(codeBytes), { padding: false }).toLowerCase();
      return `${letters.slice(0, codeLetters / 2)}-${letters.slice(codeLetters / 2, codeLetters)}`;
    });
    const rows = codes.map((code) => ({ userId, codeHash: hashOf(userId, code), usedAt: null }));
    await db.transaction().execute(async (tx) => {
      await tx.deleteFrom("recoveryCode").where("userId", "=", userId).execute();
      await tx.insertInto("recoveryCode").values(rows).execute();
    });
    return codes;
  }

  return {
    state: async (userId) => {
      const row = await rowOf(userId);
      const since = row?.confirmedAt ?? null;
      const { left } = await db
        .selectFrom("recoveryCode")
        .select(({ fn }) => fn.countAll<number>().as("left"))
        .where("userId", "=", userId)
        .where("usedAt", "is", null)
        .executeTakeFirstOrThrow();
      return { on: since !== null, since, codesLeft: since === null ? 0 : left };
    },
    begin: async (userId, account) => {
      const known = await rowOf(userId);
      if (known !== undefined && known.confirmedAt !== null) throw new Problem("secondFactor.on");
      const bytes = new Uint8Array(randomBytes(secretBytes));
      const sealed = { secret: seal(key, about(userId), bytes), createdAt: clock.now(), lastCounter: 0 };
      await db
        .insertInto("secondFactor")
        .values({ userId, ...sealed, confirmedAt: null })
        .onConflict((same) => same.column("userId").doUpdateSet(sealed))
        .execute();
      return {
        secret: base32.encode(bytes, { padding: false }),
        url: createOTP(bytes).url("Polku", account),
      };
    },
    confirm: async (userId, code) => {
      const row = await rowOf(userId);
      if (row === undefined || row.confirmedAt !== null) throw new Problem("secondFactor.unknown");
      await limited(userId, () => useCode(row, code));
      const codes = await newCodes(userId);
      await db
        .updateTable("secondFactor")
        .set({ confirmedAt: clock.now() })
        .where("userId", "=", userId)
        .execute();
      return codes;
    },
    check: async (userId, code) => {
      const row = await rowOf(userId);
      if (row === undefined || row.confirmedAt === null) return;
      if (code === undefined || plainCode(code) === "") throw new Problem("secondFactor.needed");
      await limited(userId, async () => (await useCode(row, code)) || (await useRecoveryCode(userId, code)));
    },
    newCodes,
    turnOff: (userId) => removeSecondFactor(db, userId),
  };
}

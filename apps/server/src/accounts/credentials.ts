import type { Clock } from "../clock.ts";
import { Problem } from "../errors.ts";
import type { AppDatabase } from "../storage/tables.ts";
import { refuseGuessable } from "./guessablePassword.ts";
import { plainEmail } from "./members.ts";
import { hashPassword, isPassword } from "./passwords.ts";

const windowMs = 15 * 60_000;
const mostInWindow = 10;

/** What nobody's password is: checked for an address that has none, so that it takes as long as a wrong password. */
const nobodysHash = hashPassword(crypto.randomUUID());

/** How often a password was wrong for an address lately, whether there is such an address or not. Kept in memory. */
export type WrongTries = {
  check(email: string): void;
  wrong(email: string): void;
  right(email: string): void;
};

/** Ten wrong passwords for one address within a quarter of an hour, and it is asked no more until that has passed. */
export function countWrongTries(
  clock: Clock,
  tooOften: "signIn.tooOften" | "secondFactor.tooOften" = "signIn.tooOften",
): WrongTries {
  const tries = new Map<string, { count: number; since: number }>();
  const forget = (): void => {
    for (const [email, { since }] of tries) if (since + windowMs <= clock.now()) tries.delete(email);
  };
  return {
    check: (email) => {
      forget();
      if ((tries.get(email)?.count ?? 0) >= mostInWindow) throw new Problem(tooOften);
    },
    wrong: (email) => {
      const known = tries.get(email);
      if (known === undefined) tries.set(email, { count: 1, since: clock.now() });
      else known.count += 1;
    },
    right: (email) => void tries.delete(email),
  };
}

/**
 * Who signs in by address and password. Throws `signIn.wrong` alike for an address that is not known, one without a password and a wrong
 * password, after the same work; `signIn.tooOften` after too many of them.
 */
export async function checkCredential(
  db: AppDatabase,
  tries: WrongTries,
  given: { email: string; password: string },
): Promise<string> {
  const email = plainEmail(given.email);
  tries.check(email);
  // Counted before the slow part: a thousand tries at once are a thousand, too.
  tries.wrong(email);
  const row = await db
    .selectFrom("user")
    .innerJoin("credential", "credential.userId", "user.id")
    .select(["user.id", "credential.passwordHash"])
    .where("user.email", "=", email)
    .executeTakeFirst();
  const isRight = await isPassword(given.password, row?.passwordHash ?? (await nobodysHash));
  if (row === undefined || !isRight) throw new Problem("signIn.wrong");
  tries.right(email);
  return row.id;
}

export async function hasPassword(db: AppDatabase, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom("credential")
    .select("userId")
    .where("userId", "=", userId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Throws `account.password` unless this is the person's password, or they have none. */
export async function checkOwnPassword(
  db: AppDatabase,
  userId: string,
  password: string | undefined,
): Promise<void> {
  const row = await db
    .selectFrom("credential")
    .select("passwordHash")
    .where("userId", "=", userId)
    .executeTakeFirst();
  if (row === undefined) return;
  if (password === undefined || !(await isPassword(password, row.passwordHash)))
    throw new Problem("account.password");
}

/** Sets a person's password. Throws `account.passwordGuessable` when it is one of those that are tried first. */
export async function setPassword(
  db: AppDatabase,
  clock: Clock,
  userId: string,
  password: string,
): Promise<void> {
  const person = await db
    .selectFrom("user")
    .select(["name", "email"])
    .where("id", "=", userId)
    .executeTakeFirstOrThrow();
  refuseGuessable(password, person);
  const passwordHash = await hashPassword(password);
  const changedAt = clock.now();
  await db
    .insertInto("credential")
    .values({ userId, passwordHash, changedAt })
    .onConflict((conflict) => conflict.column("userId").doUpdateSet({ passwordHash, changedAt }))
    .execute();
}

/** Sets the address by which a person signs in. Throws `account.emailTaken`. */
export async function setEmail(db: AppDatabase, userId: string, email: string): Promise<void> {
  const plain = plainEmail(email);
  const taken = await db.selectFrom("user").select("id").where("email", "=", plain).executeTakeFirst();
  if (taken !== undefined && taken.id !== userId) throw new Problem("account.emailTaken");
  await db
    .updateTable("user")
    .set({ email: plain, updatedAt: new Date().toISOString() })
    .where("id", "=", userId)
    .execute();
}

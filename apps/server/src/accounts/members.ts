import { isAtLeast, type MemberRole, memberRoles } from "@polku/protocol";
import type { Clock } from "../clock.ts";
import type { Actor } from "../policies/actor.ts";
import type { AppDatabase } from "../storage/tables.ts";

/** Somebody who works here. Moments are ms since 1970. */
export type Member = {
  id: string;
  name: string;
  email: string | null;
  role: MemberRole;
  joinedAt: number;
  suspendedAt: number | null;
  hasSecondFactor: boolean;
};

/** An address that stands for "none": the sign-in library wants one for everybody. */
const placeholder = "@person.invalid";

/** The address as it is compared: without spaces around it, in small letters. */
export function plainEmail(email: string): string {
  return email.trim().normalize("NFC").toLowerCase();
}

/** The address of a row, or null when it only stands for none. */
function emailOf(row: { email: string }): string | null {
  return row.email.endsWith(placeholder) ? null : row.email;
}

/** The address by which a person signs in, or null when they have none. */
export async function findEmail(db: AppDatabase, userId: string): Promise<string | null> {
  const row = await db.selectFrom("user").select("email").where("id", "=", userId).executeTakeFirst();
  return row === undefined ? null : emailOf(row);
}

/** Whose address this is. */
export async function findPersonByEmail(db: AppDatabase, email: string): Promise<string | undefined> {
  const plain = plainEmail(email);
  return (await db.selectFrom("user").select("id").where("email", "=", plain).executeTakeFirst())?.id;
}

function roleOf(text: string): MemberRole | undefined {
  return memberRoles.find((role) => role === text);
}

/** What a member may in every journey; nothing while they are suspended, and nothing for those who are no member. */
export async function grantOfMember(db: AppDatabase, userId: string): Promise<Actor["grants"]> {
  const row = await db
    .selectFrom("workspaceMember")
    .select("role")
    .where("userId", "=", userId)
    .where("suspendedAt", "is", null)
    .executeTakeFirst();
  const role = row && roleOf(row.role);
  return role === undefined ? [] : [{ journeyId: "*", role, via: "workspace", expiresAt: null }];
}

export async function isSuspended(db: AppDatabase, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom("workspaceMember")
    .select("suspendedAt")
    .where("userId", "=", userId)
    .executeTakeFirst();
  return row !== undefined && row.suspendedAt !== null;
}

/** The members, in the order in which they came. The owner is none: they own the workspace whatever stands here. */
export async function listMembers(db: AppDatabase): Promise<Member[]> {
  const rows = await db
    .selectFrom("workspaceMember")
    .innerJoin("user", "user.id", "workspaceMember.userId")
    .leftJoin("secondFactor", "secondFactor.userId", "user.id")
    .select(["user.id", "user.name", "user.email", "role", "joinedAt", "suspendedAt", "confirmedAt"])
    .orderBy("joinedAt")
    .execute();
  return rows.flatMap((row) => {
    const role = roleOf(row.role);
    const { confirmedAt, ...member } = row;
    const hasSecondFactor = confirmedAt !== null;
    return role === undefined ? [] : [{ ...member, role, email: emailOf(row), hasSecondFactor }];
  });
}

/** Makes a person a member, or gives them the better role when they are one already. */
export async function addMember(
  db: AppDatabase,
  clock: Clock,
  wanted: { userId: string; role: MemberRole; invitedBy: string },
): Promise<void> {
  const { userId, role, invitedBy } = wanted;
  await db
    .updateTable("user")
    .set({ kind: "member" })
    .where("id", "=", userId)
    .where("kind", "=", "guest")
    .execute();
  const known = await db
    .selectFrom("workspaceMember")
    .select("role")
    .where("userId", "=", userId)
    .executeTakeFirst();
  const before = known && roleOf(known.role);
  if (before !== undefined && isAtLeast(before, role)) return;
  await db
    .insertInto("workspaceMember")
    .values({ userId, role, joinedAt: clock.now(), invitedBy, suspendedAt: null })
    .onConflict((conflict) => conflict.column("userId").doUpdateSet({ role }))
    .execute();
}

/** Changes the role of a member or suspends them. False when there is no such member. */
export async function changeMember(
  db: AppDatabase,
  userId: string,
  change: { role?: MemberRole; suspendedAt?: number | null },
): Promise<boolean> {
  if (Object.keys(change).length === 0) return true;
  const { numUpdatedRows } = await db
    .updateTable("workspaceMember")
    .set(change)
    .where("userId", "=", userId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Removes a member: their role, the rights they held by links, their ways to sign in, their sessions and their address. Their name stays on
 * what they made, and the links they made stay in the lists of their journeys. False when there is no such member.
 */
export async function removeMember(db: AppDatabase, userId: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom("workspaceMember")
      .where("userId", "=", userId)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    for (const table of [
      "member",
      "credential",
      "secondFactor",
      "recoveryCode",
      "oidcIdentity",
      "session",
    ] as const)
      await trx.deleteFrom(table).where("userId", "=", userId).execute();
    await trx
      .updateTable("user")
      .set({ kind: "guest", email: crypto.randomUUID() + placeholder })
      .where("id", "=", userId)
      .execute();
    return true;
  });
}

import { type MemberRole, memberRoles } from "@polku/protocol";
import type { Clock } from "../clock.ts";
import { Problem } from "../errors.ts";
import type { InvitationRow } from "../storage/memberTables.ts";
import type { AppDatabase } from "../storage/tables.ts";
import { hashSecret, makeId, makeSecret } from "./secrets.ts";

const lastsMs = 7 * 24 * 60 * 60_000;

/** Makes an invitation for a week. The secret is returned once; only its hash is kept. `email` is who it is meant for, if anybody. */
export async function createInvitation(
  db: AppDatabase,
  clock: Clock,
  wanted: { role: MemberRole; email: string | null; by: string },
): Promise<{ invitation: InvitationRow; secret: string }> {
  const secret = makeSecret();
  const now = clock.now();
  const invitation: InvitationRow = {
    id: makeId(),
    secretHash: hashSecret(secret),
    role: wanted.role,
    email: wanted.email,
    createdBy: wanted.by,
    createdAt: now,
    expiresAt: now + lastsMs,
    usedAt: null,
    usedBy: null,
    revokedAt: null,
  };
  await db.insertInto("invitation").values(invitation).execute();
  return { invitation, secret };
}

function live(db: AppDatabase, clock: Clock) {
  return db
    .selectFrom("invitation")
    .selectAll()
    .where("usedAt", "is", null)
    .where("revokedAt", "is", null)
    .where("expiresAt", ">", clock.now());
}

/** The invitations that still open, the newest first. */
export function listInvitations(db: AppDatabase, clock: Clock): Promise<InvitationRow[]> {
  return live(db, clock).orderBy("createdAt", "desc").execute();
}

/** The role an invitation gives; throws `invitation.unknown` for one that is worn out, too old or was never there, all alike. */
export async function findInvitation(
  db: AppDatabase,
  clock: Clock,
  secret: string,
): Promise<InvitationRow & { role: MemberRole }> {
  const row = await live(db, clock).where("secretHash", "=", hashSecret(secret)).executeTakeFirst();
  return withRole(row);
}

/** The newest live invitation for an address; `undefined` when there is none. */
export async function invitationFor(
  db: AppDatabase,
  clock: Clock,
  email: string,
): Promise<(InvitationRow & { role: MemberRole }) | undefined> {
  const row = await live(db, clock)
    .where("email", "=", email)
    .orderBy("createdAt", "desc")
    .executeTakeFirst();
  return row === undefined ? undefined : withRole(row);
}

/** The person who used an invitation to this very address, and still has it. */
export async function personInvitedAs(db: AppDatabase, email: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("invitation")
    .innerJoin("user", "user.id", "invitation.usedBy")
    .select("user.id")
    .where("invitation.email", "=", email)
    .where("user.email", "=", email)
    .executeTakeFirst();
  return row?.id;
}

function withRole(row: InvitationRow | undefined): InvitationRow & { role: MemberRole } {
  const role = memberRoles.find((one) => one === row?.role);
  if (row === undefined || role === undefined) throw new Problem("invitation.unknown");
  return { ...row, role };
}

/** Uses an invitation up. False when somebody else was faster. */
export async function spendInvitation(
  db: AppDatabase,
  clock: Clock,
  id: string,
  userId: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("invitation")
    .set({ usedAt: clock.now(), usedBy: userId })
    .where("id", "=", id)
    .where("usedAt", "is", null)
    .where("revokedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes an invitation back. False when there is no such one. */
export async function revokeInvitation(db: AppDatabase, clock: Clock, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("invitation")
    .set((e) => ({ revokedAt: e.fn.coalesce("revokedAt", e.val(clock.now())) }))
    .where("id", "=", id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

import { type Role, roles } from "@polku/protocol";
import type { Clock } from "../clock.ts";
import { Problem } from "../errors.ts";
import type { AppDatabase, ShareLinkRow } from "../storage/tables.ts";
import { hashPassword, isPassword } from "./passwords.ts";
import { hashSecret, makeId, makeSecret } from "./secrets.ts";

export type NewLink = {
  journeyId: string;
  role: Role;
  expiresAt: number | null;
  password: string | undefined;
  lobby: boolean;
  by: string;
};

/** Makes a share link. The secret is returned once; only its hash is kept. `expiresAt` is ms since 1970. */
export async function createShareLink(
  db: AppDatabase,
  clock: Clock,
  wanted: NewLink,
): Promise<{ link: ShareLinkRow; secret: string }> {
  const secret = makeSecret();
  const link: ShareLinkRow = {
    id: makeId(),
    journeyId: wanted.journeyId,
    role: wanted.role,
    secretHash: hashSecret(secret),
    passwordHash: wanted.password === undefined ? null : await hashPassword(wanted.password),
    expiresAt: wanted.expiresAt,
    createdBy: wanted.by,
    createdAt: clock.now(),
    revokedAt: null,
    uses: 0,
    lobby: Number(wanted.lobby),
  };
  await db.insertInto("shareLink").values(link).execute();
  return { link, secret };
}

/** The links of a journey, the newest first. */
export function listShareLinks(db: AppDatabase, journeyId: string): Promise<ShareLinkRow[]> {
  return db
    .selectFrom("shareLink")
    .selectAll()
    .where("journeyId", "=", journeyId)
    .orderBy("createdAt", "desc")
    .orderBy("id")
    .execute();
}

/** A link of this journey, live or not. */
export function findShareLink(
  db: AppDatabase,
  journeyId: string,
  id: string,
): Promise<ShareLinkRow | undefined> {
  return db
    .selectFrom("shareLink")
    .selectAll()
    .where("journeyId", "=", journeyId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Withdraws a link and with it every right that came by it. False when the journey has no such link. */
export async function revokeShareLink(
  db: AppDatabase,
  clock: Clock,
  journeyId: string,
  id: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("shareLink")
    .set((e) => ({ revokedAt: e.fn.coalesce("revokedAt", e.val(clock.now())) }))
    .where("journeyId", "=", journeyId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The live link behind a secret. Throws the problem that says why there is none. */
export async function findLiveLink(db: AppDatabase, clock: Clock, secret: string): Promise<ShareLinkRow> {
  const link = await db
    .selectFrom("shareLink")
    .selectAll()
    .where("secretHash", "=", hashSecret(secret))
    .executeTakeFirst();
  if (link === undefined) throw new Problem("link.unknown");
  if (link.revokedAt !== null) throw new Problem("link.revoked");
  if (link.expiresAt !== null && link.expiresAt <= clock.now()) throw new Problem("link.expired");
  return link;
}

/** Throws `link.password` unless the link has no password or this is it. */
export async function checkLinkPassword(link: ShareLinkRow, password: string | undefined): Promise<void> {
  if (link.passwordHash === null) return;
  if (password === undefined || !(await isPassword(password, link.passwordHash)))
    throw new Problem("link.password");
}

/**
 * Gives a person the rights of a link, or a place in its lobby. Coming twice by one link changes nothing.
 * @throws link.removed for somebody who was shown out of the journey
 */
export async function joinByLink(
  db: AppDatabase,
  clock: Clock,
  link: ShareLinkRow,
  userId: string,
): Promise<void> {
  const now = clock.now();
  await db.transaction().execute(async (trx) => {
    const shownOut = await trx
      .selectFrom("member")
      .select("userId")
      .where("journeyId", "=", link.journeyId)
      .where("userId", "=", userId)
      .where("removedAt", "is not", null)
      .executeTakeFirst();
    if (shownOut !== undefined) throw new Problem("link.removed");
    await trx
      .insertInto("member")
      .values({
        journeyId: link.journeyId,
        userId,
        role: link.role,
        linkId: link.id,
        joinedAt: now,
        waitsSince: link.lobby === 1 ? now : null,
        removedAt: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await trx
      .updateTable("shareLink")
      .set((e) => ({ uses: e("uses", "+", 1) }))
      .where("id", "=", link.id)
      .execute();
  });
}

/** The rights that a person holds by links that still stand. */
export async function grantsOf(db: AppDatabase, userId: string) {
  const rows = await db
    .selectFrom("member")
    .innerJoin("shareLink", "shareLink.id", "member.linkId")
    .select(["member.journeyId", "member.role", "member.linkId", "shareLink.expiresAt"])
    .where("member.userId", "=", userId)
    .where("shareLink.revokedAt", "is", null)
    .where("member.waitsSince", "is", null)
    .where("member.removedAt", "is", null)
    .execute();
  return rows.flatMap((row) => {
    const role = roles.find((known) => known === row.role);
    return role === undefined
      ? []
      : [{ journeyId: row.journeyId, role, via: `link:${row.linkId}`, expiresAt: row.expiresAt }];
  });
}

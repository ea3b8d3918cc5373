import type { Clock } from "../clock.ts";
import type { AppDatabase } from "../storage/tables.ts";
import { listMembers } from "./members.ts";

/** Somebody or something that may see a journey, and by what. Moments are ms since 1970. */
export type JourneyGrant = {
  kind: "owner" | "member" | "guest" | "token";
  id: string;
  name: string;
  role: string;
  via: string;
  since: number | null;
  expiresAt: number | null;
};

async function byLinks(db: AppDatabase, clock: Clock, journeyId: string): Promise<JourneyGrant[]> {
  const rows = await db
    .selectFrom("member")
    .innerJoin("shareLink", "shareLink.id", "member.linkId")
    .innerJoin("user", "user.id", "member.userId")
    .select(["user.id", "user.name", "user.kind", "member.role", "member.linkId", "joinedAt", "expiresAt"])
    .where("member.journeyId", "=", journeyId)
    .where("shareLink.revokedAt", "is", null)
    .where("member.waitsSince", "is", null)
    .where("member.removedAt", "is", null)
    .where((e) => e.or([e("expiresAt", "is", null), e("expiresAt", ">", clock.now())]))
    .orderBy("joinedAt")
    .execute();
  return rows.map(({ id, name, kind, role, linkId, joinedAt, expiresAt }) => ({
    kind: kind === "member" ? "member" : "guest",
    id,
    name,
    role,
    via: linkId,
    since: joinedAt,
    expiresAt,
  }));
}

async function byTokens(db: AppDatabase, journeyId: string): Promise<JourneyGrant[]> {
  const rows = await db
    .selectFrom("apiToken")
    .select(["id", "name", "role", "createdAt"])
    .where("journeyId", "in", [journeyId, "*"])
    .where("revokedAt", "is", null)
    .orderBy("createdAt")
    .execute();
  return rows.map(({ id, name, role, createdAt }) => ({
    kind: "token",
    id,
    name,
    role,
    via: "token",
    since: createdAt,
    expiresAt: null,
  }));
}

/** Everybody and everything that may see a journey now: nothing gives a right that is not in this list. */
export async function grantsOfJourney(
  db: AppDatabase,
  clock: Clock,
  journeyId: string,
): Promise<JourneyGrant[]> {
  const owners = await db
    .selectFrom("user")
    .select(["id", "name"])
    .where("kind", "=", "owner")
    .orderBy("createdAt")
    .execute();
  const members = await listMembers(db);
  return [
    ...owners.map(({ id, name }) => ({
      kind: "owner" as const,
      id,
      name,
      role: "owner",
      via: "workspace",
      since: null,
      expiresAt: null,
    })),
    ...members
      .filter(({ suspendedAt }) => suspendedAt === null)
      .map(({ id, name, role, joinedAt }) => ({
        kind: "member" as const,
        id,
        name,
        role,
        via: "workspace",
        since: joinedAt,
        expiresAt: null,
      })),
    ...(await byLinks(db, clock, journeyId)),
    ...(await byTokens(db, journeyId)),
  ];
}

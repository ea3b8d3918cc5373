import { type Role, roles } from "@polku/protocol";
import type { Clock } from "../clock.ts";
import type { Actor } from "../policies/actor.ts";
import type { ApiTokenRow, AppDatabase } from "../storage/tables.ts";
import { hashSecret, makeId, makeSecret } from "./secrets.ts";

const prefix = "polku_";
/** What the id of a token begins with where it stands for whoever asks. */
export const idPrefix = "token-";

/** What a token may be made for beside the roles: sending in what customers say, and nothing else; it reads nothing. */
export const intakeRole = "intake";

/** Makes an API token and returns it; only its hash is kept. `journeyId` "*" means every journey. */
export async function createApiToken(
  db: AppDatabase,
  clock: Clock,
  wanted: { role: Role | typeof intakeRole; journeyId: string; name: string },
): Promise<string> {
  const token = prefix + makeSecret();
  await db
    .insertInto("apiToken")
    .values({
      id: makeId(),
      name: wanted.name,
      tokenHash: hashSecret(token),
      role: wanted.role,
      // It reaches no journey, and is listed with none.
      journeyId: wanted.role === intakeRole ? "-" : wanted.journeyId,
      createdAt: clock.now(),
      revokedAt: null,
    })
    .execute();
  return token;
}

function toActor(row: ApiTokenRow | undefined): Actor | undefined {
  if (row === undefined) return undefined;
  const who = { kind: "token", id: idPrefix + row.id, name: row.name, colour: "#52606d" } as const;
  if (row.role === intakeRole) return { ...who, grants: [], only: ["intake.write"] };
  const role = roles.find((known) => known === row.role);
  if (role === undefined) return undefined;
  return {
    ...who,
    grants: [{ journeyId: row.journeyId, role, via: `token:${row.id}`, expiresAt: null }],
  };
}

/** The actor that a token stands for, or `undefined` when it is unknown or revoked. */
export async function actorOfApiToken(db: AppDatabase, token: string): Promise<Actor | undefined> {
  if (!token.startsWith(prefix)) return undefined;
  const live = db.selectFrom("apiToken").selectAll().where("revokedAt", "is", null);
  return toActor(await live.where("tokenHash", "=", hashSecret(token)).executeTakeFirst());
}

/** The same actor as it stands now, or `undefined` when the token has been revoked. */
export async function refreshTokenActor(db: AppDatabase, actor: Actor): Promise<Actor | undefined> {
  const live = db.selectFrom("apiToken").selectAll().where("revokedAt", "is", null);
  return toActor(await live.where("id", "=", actor.id.slice(idPrefix.length)).executeTakeFirst());
}

/** Takes a token back. */
export async function revokeApiToken(db: AppDatabase, clock: Clock, token: string): Promise<void> {
  await db
    .updateTable("apiToken")
    .set({ revokedAt: clock.now() })
    .where("tokenHash", "=", hashSecret(token))
    .execute();
}

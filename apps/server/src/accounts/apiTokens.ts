import { type Role, roles } from "@polku/protocol";
import type { Clock } from "../clock.ts";
import type { Actor } from "../policies/actor.ts";
import type { AppDatabase } from "../storage/tables.ts";
import { hashSecret, makeId, makeSecret } from "./secrets.ts";

const prefix = "polku_";

/** Makes an API token and returns it; only its hash is kept. `journeyId` "*" means every journey. */
export async function createApiToken(
  db: AppDatabase,
  clock: Clock,
  wanted: { role: Role; journeyId: string; name: string },
): Promise<string> {
  const token = prefix + makeSecret();
  await db
    .insertInto("apiToken")
    .values({
      id: makeId(),
      name: wanted.name,
      tokenHash: hashSecret(token),
      role: wanted.role,
      journeyId: wanted.journeyId,
      createdAt: clock.now(),
      revokedAt: null,
    })
    .execute();
  return token;
}

/** The actor that a token stands for, or `undefined` when it is unknown or revoked. */
export async function actorOfApiToken(db: AppDatabase, token: string): Promise<Actor | undefined> {
  if (!token.startsWith(prefix)) return undefined;
  const row = await db
    .selectFrom("apiToken")
    .selectAll()
    .where("tokenHash", "=", hashSecret(token))
    .where("revokedAt", "is", null)
    .executeTakeFirst();
  const role = roles.find((known) => known === row?.role);
  if (row === undefined || role === undefined) return undefined;
  return {
    kind: "token",
    id: `token-${row.id}`,
    name: row.name,
    colour: "#6b7280",
    grants: [{ journeyId: row.journeyId, role, via: `token:${row.id}`, expiresAt: null }],
  };
}

import { hashSecret, makeId, makeSecret } from "../accounts/secrets.ts";
import { Problem } from "../errors.ts";
import { usualEnd } from "../imports/usualEnd.ts";
import type { Actor } from "../policies/actor.ts";
import type { Services } from "../services.ts";
import type { ParticipantLinkRow } from "../storage/participantTables.ts";

type Needed = Pick<Services, "db" | "clock" | "evidence">;

/** Makes a participant link and the source into which its answers go. The secret is returned once; only its hash is kept. */
export async function makeParticipantLink(
  { db, clock, evidence }: Needed,
  actor: Pick<Actor, "id">,
  wanted: { journeyId: string; asks: "customer" | "colleague"; title: string },
): Promise<{ id: string; secret: string }> {
  const now = clock.now();
  const end = usualEnd(now);
  const [id, sourceId, secret] = [makeId(), makeId(), makeSecret()];
  await evidence.addSource({
    id: sourceId,
    kind: wanted.asks === "customer" ? "customer_workshop" : "staff_view",
    title: wanted.title,
    fileName: null,
    fileHash: null,
    sample: 0,
    collectedFrom: now,
    collectedTo: null,
    invited: null,
    responded: null,
    samplingNote: null,
    purpose: null,
    consentBasis: "consent",
    retentionUntil: end,
    identityUntil: end,
    createdBy: actor.id,
    createdAt: now,
  });
  await db
    .insertInto("participantLink")
    .values({
      id,
      journeyId: wanted.journeyId,
      secretHash: hashSecret(secret),
      asks: wanted.asks,
      sourceId,
      createdBy: actor.id,
      createdAt: now,
      revokedAt: null,
    })
    .execute();
  return { id, secret };
}

/** The live participant links of a journey with how many answers came by each, the newest first. */
export function listParticipantLinks({ db }: Pick<Services, "db">, journeyId: string) {
  return db
    .selectFrom("participantLink")
    .leftJoin("participantConsent", "participantConsent.linkId", "participantLink.id")
    .select(["participantLink.id", "asks", "sourceId", "createdAt"])
    .select(({ fn }) => fn.count<number>("participantConsent.contactId").as("answers"))
    .where("journeyId", "=", journeyId)
    .where("revokedAt", "is", null)
    .groupBy("participantLink.id")
    .orderBy("createdAt", "desc")
    .execute();
}

/** Withdraws a link; what came by it stays evidence until its source is erased. @throws link.unknown */
export async function revokeParticipantLink(
  { db, clock }: Pick<Services, "db" | "clock">,
  journeyId: string,
  id: string,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable("participantLink")
    .set({ revokedAt: clock.now() })
    .where("journeyId", "=", journeyId)
    .where("id", "=", id)
    .where("revokedAt", "is", null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new Problem("link.unknown");
}

/** The live link behind a secret; with its source erased it takes nothing more. @throws link.unknown, link.revoked */
export async function findParticipantLink(
  { db, evidence }: Pick<Services, "db" | "evidence">,
  secret: string,
): Promise<ParticipantLinkRow> {
  const link = await db
    .selectFrom("participantLink")
    .selectAll()
    .where("secretHash", "=", hashSecret(secret))
    .executeTakeFirst();
  if (link === undefined) throw new Problem("link.unknown");
  const isOver = link.revokedAt !== null || (await evidence.findSource(link.sourceId)) === undefined;
  if (isOver) throw new Problem("link.revoked");
  return link;
}

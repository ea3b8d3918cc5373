import type { EraseReason } from "@polku/protocol";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { purgeRows } from "../storage/sql/sqlPurge.ts";

type Needed = Pick<
  Services,
  "db" | "journeys" | "evidence" | "clock" | "rooms" | "history" | "privacy" | "firstLooks"
>;

/** Days that a journey stays in the trash. */
export const TRASH_DAYS = 30;
const trashMs = TRASH_DAYS * 86_400_000;

/** When a journey in the trash goes for good, ms since 1970. */
export function goesAt(deletedAt: number): number {
  return deletedAt + trashMs;
}

/** Throws `journey.unknown` for a journey that is not in the trash. */
export async function mustBeTrashed(journeys: Services["journeys"], id: string): Promise<void> {
  if ((await journeys.findTrashed(id)) === undefined) throw new Problem("journey.unknown");
}

/**
 * Takes a journey out of the trash for good, with all that hangs on it: its log and snapshots, versions, images, comments, tasks,
 * workshops, links, rules and what they suggested. The tombstone comes first: a server that dies meanwhile goes on at its next start, and
 * a backup that is restored is purged again. Throws `journey.unknown` for one that is not in the trash.
 */
export async function purgeJourney(
  services: Needed,
  who: string,
  journeyId: string,
  reason: EraseReason,
): Promise<void> {
  const { journeys, evidence, clock, privacy } = services;
  await mustBeTrashed(journeys, journeyId);
  const tombstone = { what: "journey", id: journeyId, erasedAt: clock.now(), by: who, reason } as const;
  await evidence.bury(tombstone);
  privacy.tombstones.add([tombstone]);
  await takeJourney(services, journeyId);
  await privacy.accessLog.add({ who, deed: "erased", what: "journey", thing: journeyId, count: 1 });
  await privacy.sweep();
}

/** The log first, the row last: as long as the row is there, somebody knows that something is left. */
async function takeJourney(
  { db, rooms, history, clock, firstLooks }: Needed,
  journeyId: string,
): Promise<void> {
  await rooms.forget(journeyId);
  firstLooks.drop(journeyId);
  // Who did something there lately is in memory yet, and would be written down after everything else.
  history.activity.take(journeyId);
  await purgeRows(db, journeyId, clock.now());
}

/** Purges the journeys whose days in the trash are over. Returns how many. */
export async function purgeTrash(services: Needed, who: string): Promise<number> {
  const now = services.clock.now();
  const due = (await services.journeys.listTrashed()).filter(
    ({ deletedAt }) => deletedAt !== null && goesAt(deletedAt) <= now,
  );
  for (const { id } of due) await purgeJourney(services, who, id, "retention");
  return due.length;
}

/** Purges again what was purged before: a backup brought it back, or a server died in the middle of it. */
export async function purgeAgain(services: Needed): Promise<void> {
  const { db, evidence } = services;
  for (const { what, id, erasedAt } of await evidence.tombstones()) {
    if (what !== "journey") continue;
    const row = await db.selectFrom("journey").select("createdAt").where("id", "=", id).executeTakeFirst();
    if (row !== undefined && row.createdAt <= erasedAt) await takeJourney(services, id);
  }
}

import { isAtLeast, roles, type PersonEntry, type Role } from "@polku/protocol";
import type { Clock } from "../clock.ts";
import { Problem } from "../errors.ts";
import type { AppDatabase } from "../storage/tables.ts";
import { grantsOfJourney } from "./grantsOfJourney.ts";

/** The rows by which a person came into a journey, by links that stand. */
const cameByLink = (db: AppDatabase, journeyId: string) =>
  db
    .selectFrom("member")
    .innerJoin("shareLink", "shareLink.id", "member.linkId")
    .innerJoin("user", "user.id", "member.userId")
    .where("member.journeyId", "=", journeyId)
    .where("shareLink.revokedAt", "is", null)
    .where("member.removedAt", "is", null);

function moreOf(a: string, b: string): string {
  const [one, two] = [roles.find((role) => role === a), roles.find((role) => role === b)];
  return one !== undefined && two !== undefined && isAtLeast(one, two) ? a : b;
}

/** Everybody who may be in a journey, one line a person with the most that they may, and whoever waits to be let in: these first. */
export async function peopleInJourney(
  db: AppDatabase,
  clock: Clock,
  journeyId: string,
): Promise<PersonEntry[]> {
  const waiting = await cameByLink(db, journeyId)
    .select(["user.id", "user.name", "member.role"])
    .where("member.waitsSince", "is not", null)
    .orderBy("member.waitsSince")
    .execute();
  const grants = await grantsOfJourney(db, clock, journeyId);
  const inside = new Map<string, PersonEntry>();
  for (const { kind, id, name, role, via } of grants) {
    if (kind === "token") continue;
    const known = inside.get(id);
    inside.set(id, {
      id,
      name,
      role: known === undefined ? role : moreOf(known.role, role),
      waits: false,
      changeable: via !== "workspace" && known?.changeable !== false,
    });
  }
  const outside = new Map(
    waiting
      .filter(({ id }) => !inside.has(id))
      .map((one) => [one.id, { ...one, waits: true, changeable: true }]),
  );
  return [...outside.values(), ...inside.values()];
}

type Chosen = { journeyId: string; personId: string; by: string };

/** @throws guest.unknown when they did not come by a link, person.notYours when the right is the workspace's or one's own */
async function findChangeable(db: AppDatabase, clock: Clock, { journeyId, personId, by }: Chosen) {
  const entry = (await peopleInJourney(db, clock, journeyId)).find(({ id }) => id === personId);
  if (entry === undefined) throw new Problem("guest.unknown");
  if (!entry.changeable || personId === by) throw new Problem("person.notYours");
}

const rowsOf = (db: AppDatabase, { journeyId, personId }: Chosen) =>
  db.updateTable("member").where("journeyId", "=", journeyId).where("userId", "=", personId);

/**
 * Gives somebody who came by a link another role, lets them in from the lobby, or both. Their sockets are the caller's to review.
 * @throws guest.unknown, person.notYours
 */
export async function changePerson(
  db: AppDatabase,
  clock: Clock,
  chosen: Chosen,
  asked: { role?: Role | undefined; letIn?: boolean | undefined },
): Promise<void> {
  await findChangeable(db, clock, chosen);
  if (asked.role !== undefined) await rowsOf(db, chosen).set({ role: asked.role }).execute();
  if (asked.letIn === true) await rowsOf(db, chosen).set({ waitsSince: null }).execute();
}

/**
 * Shows somebody who came by a link out of a journey: no link to it lets the same person in again.
 * @throws guest.unknown, person.notYours
 */
export async function showOut(db: AppDatabase, clock: Clock, chosen: Chosen): Promise<void> {
  await findChangeable(db, clock, chosen);
  await rowsOf(db, chosen).set({ removedAt: clock.now(), waitsSince: null }).execute();
}

/** Where a person stands who came by a link: in, in the lobby, or without a right. */
export async function whereAtTheDoor(
  db: AppDatabase,
  journeyId: string,
  personId: string,
): Promise<"in" | "waits" | "out"> {
  const rows = await cameByLink(db, journeyId)
    .select("member.waitsSince")
    .where("member.userId", "=", personId)
    .execute();
  if (rows.length === 0) return "out";
  return rows.some(({ waitsSince }) => waitsSince === null) ? "in" : "waits";
}

import { type Role, isAtLeast } from "@polku/protocol";
import type { Actor } from "./actor.ts";

/** What a role allows in a journey: the least role for each deed. */
const inJourney = {
  "journey.read": "viewer",
  "journey.comment": "commenter",
  "journey.contribute": "participant",
  "journey.edit": "editor",
  "journey.history": "editor",
  "workshop.vote": "commenter",
  "workshop.write": "participant",
  "workshop.lead": "editor",
  "journey.export": "viewer",
  "journey.archive": "owner",
  "journey.delete": "owner",
  "journey.share": "owner",
} as const satisfies Record<string, Role>;

/** What needs no journey of its own: the least role. It must be held in every journey, but for the deeds named below. */
const inWorkspace = {
  "journeys.list": "viewer",
  "journeys.create": "owner",
  "journeys.purge": "owner",
  "quotes.read": "viewer",
  "evidence.read": "editor",
  "evidence.write": "editor",
  "intake.write": "editor",
  "evidence.erase": "owner",
  "evidence.retain": "owner",
  "people.read": "owner",
  "people.erase": "owner",
  "accessLog.read": "owner",
  "members.manage": "owner",
  "me.read": "viewer",
} as const satisfies Record<string, Role>;

/**
 * The deeds for which a right in any one journey is enough. What customers said is not among them: whoever came by a link to one journey,
 * as an editor too, sees the quotes on its map and never the library.
 */
const anyJourneyWillDo: ReadonlySet<string> = new Set(["journeys.list", "quotes.read", "me.read"]);

export type JourneyAction = keyof typeof inJourney;
export type WorkspaceAction = keyof typeof inWorkspace;

export const journeyActions = Object.keys(inJourney) as JourneyAction[];
export const workspaceActions = Object.keys(inWorkspace) as WorkspaceAction[];

/** `unseen` is answered like a thing that does not exist (404); `signIn` with 401; `role` with 403. */
export type Verdict = { allowed: true } | { allowed: false; why: "signIn" | "role" | "unseen" };

const yes: Verdict = { allowed: true };

function bestRole(roles: readonly Role[]): Role | undefined {
  return roles.reduce<Role | undefined>(
    (best, role) => (best === undefined || isAtLeast(role, best) ? role : best),
    undefined,
  );
}

/** The role that an actor holds in a journey at a moment (ms since 1970), or `undefined` for none. */
export function roleIn(actor: Actor, journeyId: string, now: number): Role | undefined {
  const live = actor.grants.filter(
    (grant) =>
      (grant.journeyId === journeyId || grant.journeyId === "*") &&
      (grant.expiresAt === null || grant.expiresAt > now),
  );
  return bestRole(live.map((grant) => grant.role));
}

/** May this actor do this in this journey? What one may not see does not exist for them. */
export function mayInJourney(actor: Actor, action: JourneyAction, journeyId: string, now: number): Verdict {
  if (actor.kind === "nobody") return { allowed: false, why: "signIn" };
  const role = roleIn(actor, journeyId, now);
  if (role === undefined) return { allowed: false, why: "unseen" };
  return isAtLeast(role, inJourney[action]) ? yes : { allowed: false, why: "role" };
}

/** May this actor do what concerns the whole workspace? */
export function mayInWorkspace(actor: Actor, action: WorkspaceAction, now: number): Verdict {
  if (actor.kind === "nobody") return { allowed: false, why: "signIn" };
  if (actor.only !== undefined) return actor.only.includes(action) ? yes : { allowed: false, why: "role" };
  const least = inWorkspace[action];
  const live = actor.grants.filter((grant) => grant.expiresAt === null || grant.expiresAt > now);
  const counted = anyJourneyWillDo.has(action) ? live : live.filter((grant) => grant.journeyId === "*");
  const role = bestRole(counted.map((grant) => grant.role));
  return role !== undefined && isAtLeast(role, least) ? yes : { allowed: false, why: "role" };
}

import type { Clock } from "../clock.ts";
import { type Actor, nobody } from "../policies/actor.ts";
import type { AppDatabase } from "../storage/tables.ts";
import { actorOfApiToken, refreshTokenActor } from "./apiTokens.ts";
import { type Person, type Sessions, openSessions } from "./sessions.ts";
import { countWrongTries, type WrongTries } from "./credentials.ts";
import { grantOfMember } from "./members.ts";
import type { Oidc } from "./oidc.ts";
import { openSecondFactor, type SecondFactor } from "./secondFactor.ts";
import { grantsOf } from "./shareLinks.ts";
import { type Tickets, makeTickets } from "./tickets.ts";

/** Who asks: from a session cookie or a bearer token. */
export type Accounts = {
  sessions: Sessions;
  tickets: Tickets;
  wrongTries: WrongTries;
  secondFactor: SecondFactor;
  /** The workspace's OpenID provider, where it has one. */
  oidc: Oidc | undefined;
  /** The actor of a request. A token that is given but wrong is `nobody`, even beside a good cookie. */
  actorOf(headers: Headers): Promise<Actor>;
  /** The actor of an API token, or `undefined` when it is unknown or revoked. */
  actorOfToken(token: string): Promise<Actor | undefined>;
  /** Asks the stores again who an actor is and what they may; `undefined` when they are gone. */
  refresh(actor: Actor): Promise<Actor | undefined>;
};

/** Everything that knows people and their rights. `secret` signs the cookies. */
export function openAccounts(
  db: AppDatabase,
  clock: Clock,
  secret: string,
  publicUrl: () => string,
  oidc: Oidc | undefined,
): Accounts {
  const sessions = openSessions(db, secret, publicUrl);

  /** What a person may: the owner everything, a member what their role says everywhere; by links whoever was given one. */
  async function grantsOfPerson(person: Person): Promise<Actor["grants"]> {
    if (person.kind === "owner")
      return [{ journeyId: "*", role: "owner" as const, via: "owner", expiresAt: null }];
    return [...(await grantOfMember(db, person.id)), ...(await grantsOf(db, person.id))];
  }

  async function actorOfPerson(person: Person, session: string | undefined): Promise<Actor> {
    const { kind, id, name, colour } = person;
    const grants = await grantsOfPerson(person);
    return { kind, id, name, colour, grants, ...(session === undefined ? {} : { session }) };
  }

  const actorOfToken = (token: string) => actorOfApiToken(db, token);

  return {
    sessions,
    tickets: makeTickets(clock),
    wrongTries: countWrongTries(clock),
    secondFactor: openSecondFactor(db, clock, secret),
    oidc,
    actorOfToken,
    actorOf: async (headers) => {
      const bearer = /^Bearer\s+(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
      if (headers.has("authorization")) return (bearer && (await actorOfToken(bearer))) || nobody;
      const found = await sessions.personOf(headers);
      return found === undefined ? nobody : actorOfPerson(found.person, found.session);
    },
    refresh: async (actor) => {
      if (actor.kind === "token") return refreshTokenActor(db, actor);
      if (actor.session !== undefined && !(await sessions.isLive(actor.session))) return undefined;
      const person = await sessions.findPerson(actor.id);
      return person === undefined ? undefined : actorOfPerson(person, actor.session);
    },
  };
}

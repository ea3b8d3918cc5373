import type { Clock } from "../clock.ts";
import { type Actor, nobody } from "../policies/actor.ts";
import type { AppDatabase } from "../storage/tables.ts";
import { actorOfApiToken, refreshTokenActor } from "./apiTokens.ts";
import { type Person, type Sessions, openSessions } from "./sessions.ts";
import { grantsOf } from "./shareLinks.ts";
import { type Tickets, makeTickets } from "./tickets.ts";

/** Who asks: from a session cookie or a bearer token. */
export type Accounts = {
  sessions: Sessions;
  tickets: Tickets;
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
): Accounts {
  const sessions = openSessions(db, secret, publicUrl);

  async function actorOfPerson(person: Person): Promise<Actor> {
    const grants =
      person.kind === "owner"
        ? [{ journeyId: "*", role: "owner" as const, via: "owner", expiresAt: null }]
        : await grantsOf(db, person.id);
    return { kind: person.kind, id: person.id, name: person.name, colour: person.colour, grants };
  }

  const actorOfToken = (token: string) => actorOfApiToken(db, token);

  return {
    sessions,
    tickets: makeTickets(clock),
    actorOfToken,
    actorOf: async (headers) => {
      const bearer = /^Bearer\s+(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
      if (headers.has("authorization")) return (bearer && (await actorOfToken(bearer))) || nobody;
      const person = await sessions.personOf(headers);
      return person === undefined ? nobody : actorOfPerson(person);
    },
    refresh: async (actor) => {
      if (actor.kind === "token") return refreshTokenActor(db, actor);
      const person = await sessions.findPerson(actor.id);
      return person === undefined ? undefined : actorOfPerson(person);
    },
  };
}

import type { Clock } from "../clock.ts";
import type { Actor } from "../policies/actor.ts";
import { hashSecret, makeSecret } from "./secrets.ts";

const lifeMs = 60_000;
const prefix = "ticket_";

type Ticket = { actor: Actor; journeyId: string; expiresAt: number };

/** Tickets open one socket to one journey, once, within a minute. They live in memory only. */
export type Tickets = {
  issue(actor: Actor, journeyId: string): string;
  /** True for a text that is shaped like a ticket, good or not. */
  isTicket(token: string): boolean;
  /** Uses a ticket up; `undefined` when it is unknown, used, too old or for another journey. */
  redeem(token: string, journeyId: string): Actor | undefined;
};

export function makeTickets(clock: Clock): Tickets {
  const issued = new Map<string, Ticket>();
  return {
    issue: (actor, journeyId) => {
      for (const [hash, ticket] of issued) if (ticket.expiresAt <= clock.now()) issued.delete(hash);
      const token = prefix + makeSecret();
      issued.set(hashSecret(token), { actor, journeyId, expiresAt: clock.now() + lifeMs });
      return token;
    },
    isTicket: (token) => token.startsWith(prefix),
    redeem: (token, journeyId) => {
      const hash = hashSecret(token);
      const ticket = issued.get(hash);
      if (ticket === undefined) return undefined;
      issued.delete(hash);
      return ticket.expiresAt > clock.now() && ticket.journeyId === journeyId ? ticket.actor : undefined;
    },
  };
}

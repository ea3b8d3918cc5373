import type { Extension } from "@hocuspocus/server";
import { type CloseReason, closeCodes, journeyOf, mayEditMap } from "@polku/protocol";
import type { Logger } from "pino";
import type { Accounts } from "../accounts/accounts.ts";
import type { Clock } from "../clock.ts";
import type { Actor } from "../policies/actor.ts";
import { roleIn } from "../policies/policy.ts";
import type { JourneyStore } from "../storage/journeyStore.ts";
import type { DocumentLife } from "./appendToLog.ts";
import type { RoomSocket } from "./roomSocket.ts";
import type { Admission } from "./seat.ts";

/** What every connection to the rooms carries. */
export type RoomContext = { socket: RoomSocket } & Partial<Admission>;

/** Sign-in to a document was refused. Deliberately no Error: Hocuspocus would print it. */
export type Denial = { why: CloseReason; reason: string };

type Deps = {
  accounts: Accounts;
  journeys: JourneyStore;
  life: DocumentLife;
  clock: Clock;
  logger: Logger;
  /** Counts the endings of rights. */
  epoch: () => number;
};

/** The texts that mean "I am the one whose cookie came with the upgrade". */
const byCookie = new Set(["", "session"]);

function identify(
  deps: Deps,
  socket: RoomSocket,
  token: string,
  journeyId: string,
): Promise<Actor | undefined> {
  const { accounts } = deps;
  if (!byCookie.has(token) && !accounts.tickets.isTicket(token)) return accounts.actorOfToken(token);
  const known = byCookie.has(token) ? socket.visitor : accounts.tickets.redeem(token, journeyId);
  // A ticket or an upgrade is a little old: what its owner may is read again, and whether their session still lives.
  return known === undefined || known.kind === "nobody"
    ? Promise.resolve(undefined)
    : accounts.refresh(known);
}

/** Who this is and what they may in the document, or why they may not come in. */
async function admit(
  deps: Deps,
  socket: RoomSocket,
  documentName: string,
  token: string,
): Promise<Admission | CloseReason> {
  const journeyId = journeyOf(documentName);
  if (journeyId === undefined) return "unknown";
  const epoch = deps.epoch();
  const actor = await identify(deps, socket, token, journeyId);
  if (actor === undefined) return "signIn";
  const role = roleIn(actor, journeyId, deps.clock.now());
  // Without a right, a journey that exists looks like one that does not.
  if (role === undefined || (await deps.journeys.find(journeyId)) === undefined) return "unknown";
  try {
    await deps.life.prepare(documentName);
  } catch (err) {
    deps.logger.error({ err, documentName }, "a journey could not be read from the log");
    return "cannotOpen";
  }
  return { actor, role, epoch, again: () => deps.accounts.refresh(actor) };
}

/** Lets a client into a document, or throws the denial that Hocuspocus passes on. */
export function authenticateExtension(deps: Deps): Extension<RoomContext> {
  return {
    extensionName: "authenticate",
    onAuthenticate: async ({ token, documentName, context, connectionConfig }) => {
      const { socket } = context;
      let outcome: Admission | CloseReason;
      try {
        outcome = await admit(deps, socket, documentName, token);
      } catch (err) {
        deps.logger.error({ err }, "signing in to a journey failed");
        outcome = "failed";
      }
      if (typeof outcome === "string")
        throw { why: outcome, reason: closeCodes[outcome][socket.language] } satisfies Denial;
      connectionConfig.readOnly = !mayEditMap(outcome.role);
      return outcome;
    },
  };
}

import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import { roleIn } from "../policies/policy.ts";
import type { RoomSocket } from "./roomSocket.ts";
import type { Seat } from "./seat.ts";

const lookEveryMs = 1_000;
const reviewEveryMs = 30_000;

type Deps = {
  sockets: () => RoomSocket[];
  /** Whether another process has changed the stores since it was last asked. */
  changedElsewhere: () => Promise<boolean>;
  clock: Clock;
  logger: Logger;
};

/** Keeps the rights of those who are already inside true. */
export function watchRights({ sockets, changedElsewhere, clock, logger }: Deps): {
  endAccess(via: string): void;
  endJourney(journeyId: string): void;
  stop(): void;
} {
  /** A seat whose role is no longer what it was: the client comes back with the new one, or learns that there is none. */
  function applyRole(socket: RoomSocket, seat: Seat): void {
    const role = roleIn(seat.actor, seat.journeyId, clock.now());
    if (role === undefined) socket.end("revoked");
    else if (role !== seat.role) socket.end("rightsChanged");
  }

  function checkExpiry(): void {
    for (const socket of sockets()) for (const seat of socket.seats.values()) applyRole(socket, seat);
  }

  async function review(): Promise<void> {
    for (const socket of sockets()) {
      for (const seat of socket.seats.values()) {
        const actor = await seat.again();
        if (actor === undefined) socket.end("revoked");
        else {
          seat.actor = actor;
          applyRole(socket, seat);
        }
      }
    }
  }

  async function look(): Promise<void> {
    checkExpiry();
    if (await changedElsewhere()) await review();
  }

  const often = (work: () => Promise<void>, ms: number) =>
    setInterval(() => {
      work().catch((err: unknown) => logger.error({ err }, "rights could not be read again"));
    }, ms).unref();
  const looks = often(look, lookEveryMs);
  const reviews = often(review, reviewEveryMs);

  return {
    endAccess: (via) => {
      for (const socket of sockets()) {
        for (const seat of socket.seats.values()) {
          const grants = seat.actor.grants.filter((grant) => grant.via !== via);
          if (grants.length === seat.actor.grants.length) continue;
          seat.actor = { ...seat.actor, grants };
          applyRole(socket, seat);
        }
      }
    },
    endJourney: (journeyId) => {
      for (const socket of sockets()) {
        if ([...socket.seats.values()].some((seat) => seat.journeyId === journeyId)) socket.end("unknown");
      }
    },
    stop: () => {
      clearInterval(looks);
      clearInterval(reviews);
    },
  };
}

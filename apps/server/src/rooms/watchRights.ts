import type { CloseReason } from "@polku/protocol";
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Actor } from "../policies/actor.ts";
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
  /** Changes whenever somebody's rights end: who was let in by an older one must be asked about again. */
  epoch(): number;
  endAccess(via: string): void;
  /** Ends the sockets of those whose sign-in is over, or who must come again. */
  endWhere(isOver: (seat: Seat) => boolean, why: CloseReason): void;
  /** Reads the rights again, of one person or of everybody. */
  review(personId?: string): Promise<void>;
  endJourney(journeyId: string): void;
  stop(): void;
} {
  let epoch = 0;

  /** A seat whose role is no longer what it was: the client comes back with the new one, or learns that there is none. */
  function applyRole(socket: RoomSocket, seat: Seat): void {
    const role = roleIn(seat.actor, seat.journeyId, clock.now());
    if (role === undefined) socket.end("revoked");
    else if (role !== seat.role) socket.end("rightsChanged");
  }

  function checkExpiry(): void {
    for (const socket of sockets()) for (const seat of socket.seats.values()) applyRole(socket, seat);
  }

  async function review(personId?: string): Promise<void> {
    // Somebody with many windows is asked about once in each round.
    const asked = new Map<string, Promise<Actor | undefined>>();
    const again = (seat: Seat): Promise<Actor | undefined> => {
      const key = `${seat.actor.id}/${seat.actor.session ?? ""}`;
      const known = asked.get(key) ?? seat.again();
      asked.set(key, known);
      return known;
    };
    for (const socket of sockets()) {
      for (const seat of socket.seats.values()) {
        if (personId !== undefined && seat.actor.id !== personId) continue;
        const actor = await again(seat);
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
    epoch: () => epoch,
    endAccess: (via) => {
      epoch += 1;
      for (const socket of sockets()) {
        for (const seat of socket.seats.values()) {
          const grants = seat.actor.grants.filter((grant) => grant.via !== via);
          if (grants.length === seat.actor.grants.length) continue;
          seat.actor = { ...seat.actor, grants };
          applyRole(socket, seat);
        }
      }
    },
    endWhere: (isOver, why) => {
      epoch += 1;
      for (const socket of sockets()) {
        if ([...socket.seats.values()].some(isOver)) socket.end(why);
      }
    },
    review: (personId) => {
      epoch += 1;
      return review(personId);
    },
    endJourney: (journeyId) => {
      epoch += 1;
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

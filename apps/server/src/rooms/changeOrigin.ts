import type { Actor } from "../policies/actor.ts";
import type { RoomContext } from "./authenticate.ts";

/** The origin of a change that the server makes for somebody: a command, a renaming, a restoring. */
export function originFor(actor: Actor): { source: "local"; actor: Actor } {
  return { source: "local", actor };
}

/** Who made a change, by its origin: the person at the socket it came by, or the one for whom the server made it. */
export function authorOf(origin: unknown): Actor | undefined {
  if (typeof origin !== "object" || origin === null) return undefined;
  const { actor, connection } = origin as { actor?: Actor; connection?: { context?: RoomContext } };
  return actor ?? connection?.context?.actor;
}

import type { TouchpointFacts } from "../touchpoint.ts";
import { parseMoment } from "./moment.ts";

/** The real time from one touchpoint of a path to the next, ms. */
export interface TimeBetween {
  readonly from: string;
  readonly to: string;
  readonly ms: number;
}

type Timed = Pick<TouchpointFacts, "id" | "startsAt" | "waitMinutes">;

/**
 * The time between each touchpoint of a path and the next, as far as it is known: from when the one begins to when the other does, else
 * what the customer waits at the first. A next one that begins earlier tells nothing: the order is the path's, never the clock's.
 */
export function timeBetween(path: readonly Timed[]): TimeBetween[] {
  return path.flatMap((from, i) => {
    const to = path[i + 1];
    if (to === undefined) return [];
    const [begins, next] = [parseMoment(from.startsAt), parseMoment(to.startsAt)];
    const dated = begins !== null && next !== null;
    const ms = dated ? next - begins : from.waitMinutes === null ? null : from.waitMinutes * 60_000;
    return ms === null || ms < 0 ? [] : [{ from: from.id, to: to.id, ms }];
  });
}

import type { CloseReason } from "@polku/protocol";

/** Why this window may not go on: the server closed for good, or did not take what the window had written. */
export type RefusalReason = CloseReason | "declined";

/** Coming back would end the same way. */
const FINAL: ReadonlySet<CloseReason> = new Set<CloseReason>([
  "signIn",
  "noRights",
  "unknown",
  "revoked",
  "malformed",
  "tooLarge",
  "full",
]);

/** Coming back usually mends these; when it does not, the same changes would be refused for ever. */
const ONCE_MORE: ReadonlySet<CloseReason> = new Set<CloseReason>(["gap", "otherHand"]);
const PATIENCE = { times: 3, withinMs: 60_000 } as const;

/** What was written is still only in this browser: the person is offered it as a file, and a fresh start. */
export function leavesEditsBehind(reason: RefusalReason): boolean {
  return reason !== "signIn";
}

/** Tells of each close reason whether it is the end. */
export function createRefusals(now: () => number): (reason: CloseReason) => boolean {
  let recent: number[] = [];
  return (reason) => {
    if (FINAL.has(reason)) return true;
    if (!ONCE_MORE.has(reason)) return false;
    const at = now();
    recent = [...recent.filter((one) => at - one < PATIENCE.withinMs), at];
    return recent.length >= PATIENCE.times;
  };
}

import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { limits } from "./limits.ts";

const mebibyte = 1024 * 1024;
/** V8 counts this much for objects that were made a moment ago into its limit; what stays never gets it. */
const youngBytes = 192 * mebibyte;
const collectAtMostEveryMs = 10_000;

function shareNow(): number {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return used / Math.max(limit - youngBytes, limit / 3);
}

/** The engine's collector, which a program can reach only by name. */
function makeCollector(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
}

let collect: (() => void) | undefined;
let collectedAt = Number.NEGATIVE_INFINITY;

/**
 * How much of the memory that this process may use for what stays is in use: 0 to 1, and more shortly before the end. What nobody needs
 * any more counts until it is collected, and with nothing to do nothing collects it: before a high share is believed, it is.
 */
export function heapShare(): number {
  const share = shareNow();
  if (share < limits.heapShare || performance.now() - collectedAt < collectAtMostEveryMs) return share;
  collect ??= makeCollector();
  collect();
  collectedAt = performance.now();
  return shareNow();
}

/** Whether one more document may be opened. Whoever is turned away comes again; a process that runs out of memory throws everybody out. */
export function hasRoomForAnother(openDocuments: number, share: number): boolean {
  return openDocuments < limits.openDocuments && share < limits.heapShare;
}

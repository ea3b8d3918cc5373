import type { Change } from "@polku/journey";

const mostChanges = 500;

/** The first of many changes, and how many there are. */
export function listedChanges(changes: readonly Change[]): { changes: readonly Change[]; total: number } {
  return { changes: changes.slice(0, mostChanges), total: changes.length };
}

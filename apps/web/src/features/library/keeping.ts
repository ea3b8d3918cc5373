import type { SourceEntry } from "../../api/sources.ts";

const DAY_MS = 86_400_000;
/** From here on the library says that something is about to be erased. */
const WARNED_DAYS = 14;

/** Whole days until a day comes, today being 0; null when there is none. */
export function daysLeft(until: string | null, now: number): number | null {
  return until === null ? null : Math.max(0, Math.ceil((Date.parse(until) - now) / DAY_MS));
}

/** Whether a source will be erased by itself within two weeks. */
export function endsSoon({ retentionUntil }: Pick<SourceEntry, "retentionUntil">, now: number): boolean {
  const days = daysLeft(retentionUntil, now);
  return days !== null && days <= WARNED_DAYS;
}

/** A moment as a day in a form field, and back. */
export function dayOf(moment: string | null): string {
  return moment === null ? "" : moment.slice(0, 10);
}

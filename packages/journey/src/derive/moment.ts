const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * An ISO 8601 date or time as ms since 1970 UTC; null when missing or not a moment.
 * A time without a zone is read as UTC: `Date.parse` would use the machine's zone, and two
 * people in two countries would then see two answers.
 */
export function parseMoment(text: string | null | undefined): number | null {
  const parts = text === null || text === undefined ? null : ISO.exec(text.trim());
  if (parts === null) return null;
  const at = (index: number) => Number(parts[index] ?? 0);
  const month = at(2) - 1;
  const day = at(3);
  if (at(4) > 24 || at(5) > 59 || at(6) > 60) return null;
  const midnight = Date.UTC(at(1), month, day);
  const back = new Date(midnight);
  if (back.getUTCMonth() !== month || back.getUTCDate() !== day) return null;
  const ms = Number((parts[7] ?? "").padEnd(3, "0").slice(0, 3));
  return midnight + at(4) * HOUR + at(5) * 60_000 + at(6) * 1000 + ms - zoneOffset(parts[8]);
}

function zoneOffset(zone: string | undefined): number {
  if (zone === undefined || zone === "Z") return 0;
  const sign = zone.startsWith("-") ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * HOUR + Number(zone.slice(-2)) * 60_000);
}

/** Days from `then` to `now`, both ms since 1970; negative for the future. */
export function ageInDays(then: number, now: number): number {
  return (now - then) / DAY;
}

/** Hours from `from` to `to`, both ms since 1970. */
export function hoursBetween(from: number, to: number): number {
  return (to - from) / HOUR;
}

const DAY = 86_400_000;

/** Weeks begin on Monday; the week of a moment (ms since 1970 UTC) by its number since that of 29 December 1969. */
export function weekOf(moment: number): number {
  return Math.floor((moment / DAY + 3) / 7);
}

/** The Monday, 00:00 UTC, of a week by its number; ms since 1970. */
export function mondayOf(week: number): number {
  return (week * 7 - 3) * DAY;
}

/** How ISO 8601 calls a week: it belongs to the year of its Thursday. */
export function isoWeek(week: number): { readonly year: number; readonly week: number } {
  const thursday = mondayOf(week) + 3 * DAY;
  const year = new Date(thursday).getUTCFullYear();
  return { year, week: Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY)) + 1 };
}

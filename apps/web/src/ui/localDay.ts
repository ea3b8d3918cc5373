/** The day that a moment is on where this window is, YYYY-MM-DD, as a field for days has it. */
export function localDay(moment: Date): string {
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

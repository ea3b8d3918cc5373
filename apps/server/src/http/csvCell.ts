/**
 * A text as a CSV cell. One that a spreadsheet would run as a formula gets an apostrophe in front (ASVS 1.2.10); quotes
 * are doubled.
 */
export function csvCell(text: string): string {
  // oxlint-disable-next-line no-control-regex -- NUL is one of the characters that start a formula
  const safe = /^[=+\-@\t\r\u0000]/.test(text) ? `'${text}` : text;
  return /[";,\n\r\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

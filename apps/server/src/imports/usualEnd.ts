const monthsKept = 24;

/** Until when words and identities are kept unless a person says otherwise: 24 months from now, ms since 1970. */
export function usualEnd(now: number): number {
  const end = new Date(now);
  end.setUTCMonth(end.getUTCMonth() + monthsKept);
  return end.getTime();
}

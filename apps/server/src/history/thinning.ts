const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How close together automatic versions may stand, by their age: the first rule whose age is not passed counts. */
const rules = [
  { until: day, every: 0 },
  { until: 7 * day, every: hour },
  { until: 90 * day, every: day },
  { until: Infinity, every: 7 * day },
] as const;

type Dated = { id: string; at: number };

/**
 * The automatic versions that may go, oldest first: all of the last day stay, of the last week the last in each hour, of the last ninety
 * days the last in each day, of what is older the last in each week. `now` and `at` are ms since 1970.
 */
export function versionsToThin(versions: readonly Dated[], now: number): string[] {
  const newestFirst = versions.toSorted((a, b) => b.at - a.at);
  const seen = new Set<string>();
  const gone: string[] = [];
  for (const { id, at } of newestFirst) {
    const rule = rules.find(({ until }) => now - at <= until);
    if (rule === undefined || rule.every === 0) continue;
    const span = `${rule.every}/${Math.floor(at / rule.every)}`;
    if (seen.has(span)) gone.push(id);
    seen.add(span);
  }
  return gone.toReversed();
}

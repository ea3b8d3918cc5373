import { mean, squaredDistance } from "./average.ts";

/** Whether a theme takes a larger share of the last week's contacts than it used to. Shares 0..1; `sd` over the weeks before, n − 1. */
export interface Rising {
  readonly count: number;
  readonly of: number;
  readonly share: number | null;
  readonly before: {
    readonly count: number;
    readonly of: number;
    readonly mean: number | null;
    readonly sd: number | null;
  };
  readonly rising: boolean;
}

const WEEKS_BEFORE = 8;
const DEVIATIONS = 2;
const LEAST_CONTACTS = 5;

/**
 * Compares the last week with the eight before it: rising when the share exceeds their mean by two standard deviations and the week has at
 * least five such contacts (method, contact drivers). `theme` and `all` are contacts per week, the last week last. Weeks without any
 * contact say nothing and are left out; with fewer than two of them left nothing is called rising.
 */
export function rising(theme: readonly number[], all: readonly number[]): Rising {
  const at = all.length - 1;
  const count = theme[at] ?? 0;
  const of = all[at] ?? 0;
  const weeks = all
    .slice(Math.max(0, at - WEEKS_BEFORE), Math.max(0, at))
    .map((total, index) => ({ total, own: theme[Math.max(0, at - WEEKS_BEFORE) + index] ?? 0 }))
    .filter(({ total }) => total > 0);
  const shares = weeks.map(({ own, total }) => own / total);
  const usual = mean(shares);
  const sd =
    usual === null || shares.length < 2
      ? null
      : Math.sqrt(squaredDistance(shares, usual) / (shares.length - 1));
  const share = of === 0 ? null : count / of;
  const exceeds = share !== null && usual !== null && sd !== null && share > usual + DEVIATIONS * sd;
  return {
    count,
    of,
    share,
    before: {
      count: weeks.reduce((sum, { own }) => sum + own, 0),
      of: weeks.reduce((sum, { total }) => sum + total, 0),
      mean: usual,
      sd,
    },
    rising: exceeds && count >= LEAST_CONTACTS,
  };
}

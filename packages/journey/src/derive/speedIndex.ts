import { mean } from "./average.ts";
import { CONVENTIONS } from "./conventions.ts";
import type { Conventions } from "./conventions.ts";

/** One case's hours to the first answer and to its resolution; null while unknown. */
export interface CaseSpeed {
  readonly hoursToFirst: number | null;
  readonly hoursToResolve: number | null;
}

/** 1 up to `t` hours, 0 from `m` hours, falling by ratios between: the first hours matter most. */
function usefulness(hours: number, { t, m }: { readonly t: number; readonly m: number }): number {
  if (hours <= t) return 1;
  if (hours >= m) return 0;
  return 1 - Math.log(hours / t) / Math.log(m / t);
}

/** Speed 0–100: mean of a case's known times, then over cases (method A8); null where none is known. */
export function speedIndex(
  cases: readonly CaseSpeed[],
  conventions: Conventions = CONVENTIONS,
): number | null {
  const perCase = cases.flatMap(({ hoursToFirst, hoursToResolve }) => {
    const known = [
      ...(hoursToFirst === null ? [] : [usefulness(hoursToFirst, conventions.ack)]),
      ...(hoursToResolve === null ? [] : [usefulness(hoursToResolve, conventions.res)]),
    ];
    return mean(known) ?? [];
  });
  const over = mean(perCase);
  return over === null ? null : 100 * over;
}

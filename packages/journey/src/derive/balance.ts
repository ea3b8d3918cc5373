export type BalanceQuadrant = "warm_and_fast" | "warm_but_slow" | "fast_but_faceless" | "slow_and_faceless";

/** Empathy against speed, both 0–100: the difference and the quadrant, split at 50; null when either is unknown (method A8). */
export function balance(
  empathy: number | null,
  speed: number | null,
): { readonly diff: number; readonly quadrant: BalanceQuadrant } | null {
  if (empathy === null || speed === null) return null;
  return { diff: empathy - speed, quadrant: quadrant(empathy >= 50, speed >= 50) };
}

function quadrant(warm: boolean, fast: boolean): BalanceQuadrant {
  if (warm) return fast ? "warm_and_fast" : "warm_but_slow";
  return fast ? "fast_but_faceless" : "slow_and_faceless";
}

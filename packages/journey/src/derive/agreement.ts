/** Two people's ratings of the same words, each −2 to 2. */
export interface RatedTwice {
  readonly first: number;
  readonly second: number;
}

export interface Agreement {
  /** Quotes that two people have rated. */
  readonly n: number;
  /** Share of them that both put on the same of the five steps; null of nothing. */
  readonly same: number | null;
  /** Cohen's kappa with quadratic weights; null where chance alone would agree wholly, or of nothing. */
  readonly kappa: number | null;
}

const steps = [-2, -1, 0, 1, 2] as const;

/** The step of a valence: the nearest whole number, halves away from zero. */
function stepOf(v: number): number {
  return Math.sign(v) * Math.min(2, Math.round(Math.abs(v)));
}

/**
 * How far two people who did not see each other's ratings agree. Weighted kappa = 1 − Σ w·observed ⁄ Σ w·expected, where w is the square of
 * the distance between two of the five steps and `expected` what their own habits would give by chance (Cohen 1968).
 */
export function agreement(pairs: readonly RatedTwice[]): Agreement {
  const n = pairs.length;
  if (n === 0) return { n, same: null, kappa: null };
  const rated = pairs.map(({ first, second }) => ({ first: stepOf(first), second: stepOf(second) }));
  const same = rated.filter(({ first, second }) => first === second).length / n;
  const observed = rated.reduce((sum, { first, second }) => sum + (first - second) ** 2, 0) / n;
  const share = (who: "first" | "second", step: number): number =>
    rated.filter((one) => one[who] === step).length / n;
  let expected = 0;
  for (const a of steps)
    for (const b of steps) expected += share("first", a) * share("second", b) * (a - b) ** 2;
  return { n, same, kappa: expected === 0 ? null : 1 - observed / expected };
}

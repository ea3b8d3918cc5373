import { mean, squaredDistance } from "./average.ts";
import { CONVENTIONS } from "./conventions.ts";
import type { Conventions } from "./conventions.ts";

/** Whether what was attached is rosier or gloomier than what is known. `delta` in valence, `z` its strength. */
export interface Skew {
  readonly delta: number | null;
  readonly z: number | null;
  readonly warn: "positivity_skew" | "negativity_skew" | null;
}

/**
 * Compares attached valences with the whole library's, as a sample drawn without returning
 * (finite-population correction; method A7). `z` is null where there is too little to say, or no spread.
 */
export function skew(
  attached: readonly number[],
  library: readonly number[],
  conventions: Conventions = CONVENTIONS,
): Skew {
  const meanA = mean(attached);
  const meanL = mean(library);
  if (meanA === null || meanL === null) return { delta: null, z: null, warn: null };
  const delta = meanA - meanL;
  const nA = attached.length;
  const nL = library.length;
  if (nA < conventions.skewMinAttached || nL < conventions.skewMinLibrary || nA >= nL) {
    return { delta, z: null, warn: null };
  }
  const sd = Math.sqrt(squaredDistance(library, meanL) / nL);
  const se = (sd / Math.sqrt(nA)) * Math.sqrt((nL - nA) / (nL - 1));
  if (se === 0) return { delta, z: null, warn: null };
  const z = delta / se;
  const strong = Math.abs(delta) >= conventions.skewDelta && Math.abs(z) >= conventions.skewZ;
  return { delta, z, warn: strong ? (delta > 0 ? "positivity_skew" : "negativity_skew") : null };
}

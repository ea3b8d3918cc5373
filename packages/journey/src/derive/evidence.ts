import { mean, squaredDistance } from "./average.ts";
import { CONVENTIONS } from "./conventions.ts";
import type { Conventions } from "./conventions.ts";
import type { EvidenceLink } from "./link.ts";
import { people, personValences } from "./people.ts";
import { studentT95 } from "./studentT.ts";

/** What customers said of one touchpoint, in numbers. All over people; valences −2..2. */
export interface Evidence {
  /** People. */
  readonly n: number;
  /** People with a trusted valence. */
  readonly nv: number;
  readonly mean: number | null;
  /** Sample standard deviation (n − 1); null below two valued people. */
  readonly sd: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** 95 % confidence interval of the mean by Student's t, clipped to −2..2; null below three valued people. */
  readonly ci95: readonly [number, number] | null;
}

/** The numbers behind a touchpoint's links (method A6). */
export function evidence(links: readonly EvidenceLink[], conventions: Conventions = CONVENTIONS): Evidence {
  const everyone = people(links);
  const values = personValences(everyone);
  const nv = values.length;
  const centre = mean(values);
  if (centre === null) {
    return { n: everyone.length, nv, mean: null, sd: null, min: null, max: null, ci95: null };
  }
  const sd = nv < 2 ? null : Math.sqrt(squaredDistance(values, centre) / (nv - 1));
  return {
    n: everyone.length,
    nv,
    mean: centre,
    sd,
    min: values.reduce((a, b) => Math.min(a, b)),
    max: values.reduce((a, b) => Math.max(a, b)),
    ci95: sd === null || nv < conventions.supported ? null : interval(centre, sd, nv),
  };
}

function interval(centre: number, sd: number, nv: number): readonly [number, number] {
  const half = (studentT95(nv - 1) * sd) / Math.sqrt(nv);
  return [Math.max(-2, centre - half), Math.min(2, centre + half)];
}

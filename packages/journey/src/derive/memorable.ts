import { trustedValence } from "./link.ts";
import type { EvidenceLink } from "./link.ts";
import { people } from "./people.ts";

/** How many people felt something at the scale's end; two or more make a touchpoint memorable. */
export function memorable(links: readonly EvidenceLink[]): {
  readonly n: number;
  readonly memorable: boolean;
} {
  const n = people(links).filter((person) =>
    person.links.some((link) => Math.abs(trustedValence(link) ?? 0) === 2),
  ).length;
  return { n, memorable: n >= 2 };
}

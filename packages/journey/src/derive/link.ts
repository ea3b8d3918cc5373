import type { Conventions } from "./conventions.ts";
import { ageInDays, parseMoment } from "./moment.ts";
import { sourceClass } from "./sourceKinds.ts";

/**
 * A quote on a touchpoint with what the measures need to know of its origin: the join of
 * pin, quote, contact and source. `at` is when the customer said it (ISO 8601), not when it was pinned.
 */
export interface EvidenceLink {
  readonly id: string;
  /** A `SourceKind`; an unknown kind never counts. */
  readonly kind: string;
  readonly sourceId: string;
  readonly itemId: string;
  /** Who spoke, as a keyed hash; null when unknown, and then the item stands for its person. */
  readonly respondentKey: string | null;
  /** −2..2, or null where nobody valued the words. */
  readonly v: number | null;
  readonly vBy: "human" | "rating" | "suggested";
  readonly at: string | null;
  /** The people of the team who attached or confirmed it. */
  readonly by: readonly string[];
  readonly stance: "supports" | "contradicts" | "context";
  /** Missing means confirmed: only a machine's suggestion has to say so. */
  readonly status?: "confirmed" | "suggested" | "rejected";
  readonly withdrawn?: boolean;
}

/** Whether a link is customers' evidence: confirmed, not withdrawn, asked or listened (method A6). */
export function countsAsEvidence(link: EvidenceLink): boolean {
  if ((link.status ?? "confirmed") !== "confirmed" || link.withdrawn === true) return false;
  const origin = sourceClass(link.kind);
  return origin === "asked" || origin === "listened";
}

/** The link's valence −2..2 where a person or a rating gave it; null for none and for a machine's guess. */
export function trustedValence(link: EvidenceLink): number | null {
  if (link.vBy === "suggested" || link.v === null || !Number.isFinite(link.v)) return null;
  return Math.min(2, Math.max(-2, link.v));
}

/** Whether the newest dated link is older than the convention allows. Without any date: false. */
export function isStale(links: readonly EvidenceLink[], now: number, conventions: Conventions): boolean {
  const moments = links.flatMap((link) => parseMoment(link.at) ?? []);
  if (moments.length === 0) return false;
  const newest = moments.reduce((a, b) => Math.max(a, b));
  return ageInDays(newest, now) > conventions.staleDays;
}

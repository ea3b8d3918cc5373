import type { Entity } from "./read/attributes.ts";
import { readNumber, readOneOf, readString, readStrings } from "./read/attributes.ts";
import { readValence } from "./emotionPoint.ts";

export const STANCES = ["supports", "contradicts", "context"] as const;
export const PIN_STATUSES = ["confirmed", "suggested", "rejected"] as const;
export const VALENCE_SOURCES = ["human", "rating", "suggested"] as const;

/**
 * A quote pinned to a touchpoint: the quote's id, its place and its valence. The words live in the database only, so that erasing
 * them there erases them everywhere (RULES J9).
 */
export type PinView = {
  readonly id: string;
  readonly quoteId: string;
  readonly touchpointId: string;
  /** Place within the touchpoint, 0..1; null is "somewhere in it". */
  readonly t: number | null;
  readonly v: number | null;
  readonly vBy: (typeof VALENCE_SOURCES)[number];
  readonly stance: (typeof STANCES)[number];
  readonly status: (typeof PIN_STATUSES)[number];
  /** Who attached or confirmed it. */
  readonly by: readonly string[];
};

export function readPin(id: string, pin: Entity): PinView | null {
  const quoteId = readString(pin, "quoteId");
  const touchpointId = readString(pin, "touchpointId");
  if (quoteId === null || touchpointId === null) return null;
  return Object.freeze({
    id,
    quoteId,
    touchpointId,
    t: readNumber(pin, "t", 0, 1),
    v: readValence(pin, "v"),
    vBy: readOneOf(pin, "vBy", VALENCE_SOURCES, "human"),
    stance: readOneOf(pin, "stance", STANCES, "supports"),
    status: readOneOf(pin, "status", PIN_STATUSES, "confirmed"),
    by: readStrings(pin, "by"),
  });
}

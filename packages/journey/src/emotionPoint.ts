import type { Entity } from "./read/attributes.ts";
import { asNumber, readNumber, readString } from "./read/attributes.ts";

/** One point of the drawn curve: t is its place within the touchpoint (0..1), v its valence (−2..2). */
export type EmotionPointView = {
  readonly id: string;
  readonly touchpointId: string;
  readonly t: number;
  readonly v: number;
  /** Whose curve it belongs to; null is the curve of the journey. */
  readonly personaId: string | null;
  readonly by: string | null;
};

/** A valence anywhere in the product lies here; −2 very bad, +2 very good. */
export const VALENCE = { min: -2, max: 2 } as const;

/**
 * Reads a point. Place and valence are one decision and therefore one key, `point: [t, v]`; a foreign client may write `t` and `v`
 * apart. Null when there is no valence in it.
 */
export function readEmotionPoint(id: string, point: Entity): EmotionPointView | null {
  const pair: unknown = point.get("point");
  const [rawT, rawV]: unknown[] = Array.isArray(pair) ? pair : [point.get("t"), point.get("v")];
  const v = asNumber(rawV, VALENCE.min, VALENCE.max);
  const touchpointId = readString(point, "touchpointId");
  if (v === null || touchpointId === null) return null;
  return Object.freeze({
    id,
    touchpointId,
    t: asNumber(rawT, 0, 1) ?? 0.5,
    v,
    personaId: readString(point, "personaId"),
    by: readString(point, "by"),
  });
}

/** Left to right; equal places are told apart by id. */
export function comparePoints(a: EmotionPointView, b: EmotionPointView): number {
  return a.t - b.t || (a.id < b.id ? -1 : 1);
}

/** The valence as written by a client: null when it is missing, as when the key holds no number. */
export function readValence(entity: Entity, key: string): number | null {
  return readNumber(entity, key, VALENCE.min, VALENCE.max);
}

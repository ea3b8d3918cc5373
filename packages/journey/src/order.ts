import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";

/** A thing with a fractional key; equal keys (two people inserting at one place at once) are told apart by id (RULES J5). */
export type Ordered = { readonly id: string; readonly order: string };

const WELL_FORMED = /^[A-Za-z][0-9A-Za-z]*$/;
const LAST = "zz";

/** Compares by key, then by id: the same order on every replica. Keys compare by code unit, never by locale. */
export function compareOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** A key as written, or one that sorts last when a foreign client wrote none. */
export function readOrder(value: unknown): string {
  return typeof value === "string" && value !== "" ? value : LAST;
}

function usable(key: string | null): string | null {
  if (key === null || !WELL_FORMED.test(key)) return null;
  try {
    generateKeyBetween(key, null);
    return key;
  } catch {
    // A key that is not of the fractional form (a foreign client's) gives no bound.
    return null;
  }
}

/**
 * A key that sorts after `before` and ahead of `after`; null is an open end. Neighbours with equal or broken keys cannot be parted by a
 * key between them, so the lower bound alone decides then.
 */
export function orderBetween(before: string | null, after: string | null): string {
  const low = usable(before);
  const high = usable(after);
  if (low !== null && high !== null && low >= high) return generateKeyBetween(low, null);
  return generateKeyBetween(low, high);
}

/** `count` keys in rising order after the last one. */
export function ordersAfter(before: string | null, count: number): string[] {
  return generateNKeysBetween(usable(before), null, count);
}

/** `count` rising keys that place things at `index` among `siblings` (already sorted, the things themselves left out). */
export function ordersAt(siblings: readonly Ordered[], index: number, count: number): string[] {
  const at = Math.min(Math.max(0, index), siblings.length);
  const low = usable(siblings[at - 1]?.order ?? null);
  const high = usable(siblings[at]?.order ?? null);
  return generateNKeysBetween(low, low !== null && high !== null && low >= high ? null : high, count);
}

/**
 * The key that places a thing at `index` among `siblings` (already sorted, the thing itself left out). An index beyond the end is the
 * end.
 */
export function orderAt(siblings: readonly Ordered[], index: number): string {
  const at = Math.min(Math.max(0, index), siblings.length);
  return orderBetween(siblings[at - 1]?.order ?? null, siblings[at]?.order ?? null);
}

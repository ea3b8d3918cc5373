// A new view shares with the one before every part that did not change, so that `===` tells a reader what to draw again.

export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** The previous array when it holds the very same items, else the next one, frozen. */
export function shareArray<T>(previous: readonly T[] | undefined, next: readonly T[]): readonly T[] {
  return previous && sameItems(previous, next) ? previous : Object.freeze(next);
}

/** The previous map when it holds the very same entries, else the next one. */
export function shareMap<K, V>(
  previous: ReadonlyMap<K, V> | undefined,
  next: ReadonlyMap<K, V>,
): ReadonlyMap<K, V> {
  if (!previous || previous.size !== next.size) return next;
  for (const [key, value] of next) if (previous.get(key) !== value) return next;
  return previous;
}

function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => Object.is(item, b[i]));
  return false;
}

/** The previous object when every one of its values is the same (arrays by their items), else the next one, frozen. */
export function shareObject<T extends object>(previous: T | undefined, next: T): T {
  if (previous) {
    const before = Object.entries(previous);
    const after = Object.entries(next);
    if (
      before.length === after.length &&
      after.every(([key, value], i) => sameValue(value, before[i]?.[1]) && key === before[i]?.[0])
    )
      return previous;
  }
  return Object.freeze(next);
}

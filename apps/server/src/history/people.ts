/** How often somebody changed a journey, and between which moments (ms since 1970). */
export type Doing = { id: string; name: string; edits: number; firstAt: number; lastAt: number };

/** The same people once each, who began first in front. */
export function mergeDoings(...lists: readonly (readonly Doing[])[]): Doing[] {
  const merged = new Map<string, Doing>();
  for (const one of lists.flat()) {
    const known = merged.get(one.id);
    if (known === undefined) {
      merged.set(one.id, { ...one });
      continue;
    }
    known.edits += one.edits;
    if (one.lastAt >= known.lastAt) known.name = one.name;
    known.firstAt = Math.min(known.firstAt, one.firstAt);
    known.lastAt = Math.max(known.lastAt, one.lastAt);
  }
  return [...merged.values()].toSorted((a, b) => a.firstAt - b.firstAt);
}

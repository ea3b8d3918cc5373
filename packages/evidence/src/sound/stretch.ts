/** A part of a recording, in seconds from its start. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Whether any of it lies in one of these. */
export function inStretches(place: Stretch, stretches: readonly Stretch[]): boolean {
  return stretches.some(({ from, to }) => place.from < to && place.to > from);
}

/** Stretches in order, those that touch put together. */
export function joinStretches(stretches: readonly Stretch[]): Stretch[] {
  const joinedOnes: { from: number; to: number }[] = [];
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = joinedOnes.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else joinedOnes.push({ from, to });
  }
  return joinedOnes;
}

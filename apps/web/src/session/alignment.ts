import type { Box, Point } from "@polku/drawing";

/** Ways to put shapes in order: six edges and middles to align to, two directions to space them out evenly. */
export const ALIGNMENTS = ["left", "centre", "right", "top", "middle", "bottom", "across", "down"] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

/** How many shapes an alignment needs before it does anything: two lie in line, three are evenly spaced. */
export function fewest(how: Alignment): number {
  return how === "across" || how === "down" ? 3 : 2;
}

/** Where along an axis each box begins when all are aligned at the same share of their length: 0 begins, 1 ends. */
function inLine(starts: readonly number[], lengths: readonly number[], share: number): number[] {
  const low = Math.min(...starts);
  const high = Math.max(...starts.map((start, i) => start + (lengths[i] ?? 0)));
  const line = low + (high - low) * share;
  return lengths.map((length) => line - length * share);
}

/** Where along an axis each box begins when the gaps between them are the same; the first and the last stay. */
function spaced(starts: readonly number[], lengths: readonly number[]): number[] {
  const order = starts.map((_, i) => i).toSorted((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0));
  const low = Math.min(...starts);
  const high = Math.max(...starts.map((start, i) => start + (lengths[i] ?? 0)));
  const taken = lengths.reduce((sum, length) => sum + length, 0);
  const gap = (high - low - taken) / Math.max(1, starts.length - 1);
  const next = [...starts];
  let at = low;
  for (const i of order) {
    next[i] = at;
    at += (lengths[i] ?? 0) + gap;
  }
  return next;
}

const SHARES = { left: 0, top: 0, centre: 0.5, middle: 0.5, right: 1, bottom: 1 } as const;

/** Where boxes go when they are put in order, in the order they came; whole px. */
export function aligned(boxes: readonly Box[], how: Alignment): Point[] {
  const isAcross = how === "left" || how === "centre" || how === "right" || how === "across";
  const starts = boxes.map((box) => (isAcross ? box.x : box.y));
  const lengths = boxes.map((box) => (isAcross ? box.width : box.height));
  const moved =
    how === "across" || how === "down" ? spaced(starts, lengths) : inLine(starts, lengths, SHARES[how]);
  return boxes.map((box, i) => {
    const at = Math.round(moved[i] ?? 0);
    return isAcross ? { x: at, y: box.y } : { x: box.x, y: at };
  });
}

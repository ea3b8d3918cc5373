/** Twice the size, for screens and print, as long as the picture stays below what a machine can hold. */
const SCALE = 2;
const MOST_PIXELS = 80_000_000;
const LONGEST_SIDE = 16_000;

/** How much larger than its SVG a picture of this size (px) is made. */
export function pngScale(width: number, height: number): number {
  const bySide = LONGEST_SIDE / Math.max(width, height);
  const byArea = Math.sqrt(MOST_PIXELS / (width * height));
  return Math.min(SCALE, bySide, byArea);
}

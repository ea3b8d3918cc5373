import { LEADING } from "../look.ts";
import type { Face } from "./measure.ts";
import { wrapText } from "./wrap.ts";

/** Text as large as it fits. `height` is what its lines take, px. */
export interface FittedText {
  readonly size: number;
  readonly lines: readonly string[];
  readonly height: number;
}

/** What is longer is set small at once: wrapping it in every size would only find out that it does not fit. */
const SHORT = 600;

/** The most that is ever laid out of one text: a note of 100,000 characters is cut here with …, never dropped from the document. */
const MOST = { characters: 8_000, lines: 120 } as const;

function leading(size: number): number {
  return size * (size >= 20 ? LEADING.tight : LEADING.body);
}

/** How far apart lines of this size stand, px. */
export function lineHeight(size: number): number {
  return Math.round(leading(size));
}

/**
 * Sets text into a box in the first of some sizes (px, falling) in which it fits; what does not fit even in the last one is taller than the
 * box.
 */
export function fitText(
  text: string,
  face: Face,
  width: number,
  height: number,
  sizes: readonly number[],
): FittedText {
  const shown = text.length > MOST.characters ? `${text.slice(0, MOST.characters)}…` : text;
  const tried = shown.length > SHORT ? sizes.slice(-1) : sizes;
  let fitted: FittedText = { size: tried[0] ?? 14, lines: [], height: 0 };
  for (const size of tried) {
    const lines = wrapText(shown, { face, size }, width, MOST.lines);
    fitted = { size, lines, height: Math.max(1, lines.length) * lineHeight(size) };
    if (fitted.height <= height) return fitted;
  }
  return fitted;
}

/** Sheets that a map can be printed on, lying: width and height in points (a 72nd of an inch). */
const SHEETS = {
  a4: [841.89, 595.28],
  a3: [1190.55, 841.89],
  a2: [1683.78, 1190.55],
  a1: [2383.94, 1683.78],
  a0: [3370.39, 2383.94],
} as const;
export type Paper = keyof typeof SHEETS;

/** Points around what is printed: no printer reaches the edge. */
const MARGIN = 30;
/** Below the map, for the name of the journey and the number of the sheet. */
const FOOT = 14;
/** A PDF page has no side longer than this, points. */
const LONGEST = 14_400;
/** A map is rather drawn so much smaller than put on a second sheet. */
const SHRINKS = 0.75;
/** A pixel of the picture in points. */
const POINT = 0.75;

/** A sheet: the part of the picture that it shows, px of the picture. */
export type Sheet = { readonly from: number; readonly to: number };

export type Sheets = {
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** Points for a pixel of the picture. */
  readonly scale: number;
  /** Where the picture begins on a sheet, points. */
  readonly margin: number;
  readonly sheets: readonly Sheet[];
};

/**
 * How a picture (px) goes onto paper. Without a paper it is one page of its own size. On sheets it is as tall as one of them, and goes on
 * from sheet to sheet: each begins with the lanes' names, `head` px wide, and repeats so much of the one before it, `repeat` px, that
 * nothing narrower is cut on both.
 */
export function layOnSheets(
  picture: { readonly width: number; readonly height: number },
  { paper, head, repeat }: { readonly paper: Paper | null; readonly head: number; readonly repeat: number },
): Sheets {
  const all = { from: 0, to: picture.width };
  if (paper === null) {
    const scale = Math.min(POINT, LONGEST / Math.max(picture.width, picture.height));
    const page = { width: picture.width * scale, height: picture.height * scale };
    return { ...page, scale, margin: 0, sheets: [all] };
  }
  const [width, height] = SHEETS[paper];
  const room = { width: width - 2 * MARGIN, height: height - 2 * MARGIN - FOOT };
  const tall = Math.min(POINT, room.height / picture.height);
  const whole = Math.min(tall, room.width / picture.width);
  const sheet = { width, height, margin: MARGIN };
  if (whole >= tall * SHRINKS) return { ...sheet, scale: whole, sheets: [all] };
  const across = room.width / tall;
  const sheets: Sheet[] = [{ from: 0, to: across }];
  for (let last = across; last < picture.width; last = sheets.at(-1)?.to ?? Infinity) {
    // The last sheet is as full as the others; it repeats more.
    const from = Math.min(last - repeat, picture.width - (across - head));
    sheets.push({ from, to: from + across - head });
  }
  return { ...sheet, scale: tall, sheets };
}

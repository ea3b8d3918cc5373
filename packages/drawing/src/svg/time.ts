import type { Box } from "../layout/box.ts";
import { px } from "../layout/curve.ts";
import { TIME } from "../layout/timeScale.ts";
import type { TimeGap } from "../layout/timeScale.ts";
import { DASH, TYPE } from "../look.ts";
import { textWidth } from "../text/measure.ts";
import { spanInWords } from "../text/span.ts";
import { element, textLine } from "./element.ts";
import type { Scene } from "./scene.ts";

type Rows = {
  readonly cardRow: Pick<Box, "y" | "height">;
  /** The lane of the curve; null where it is not drawn. */
  readonly curve: Pick<Box, "y" | "height"> | null;
};

const FONT = { face: "regular", size: TYPE.small } as const;

/** The time between touchpoints, where their columns stand apart by it: a line as long as the wait, with its length in words. */
export function paintTimes(scene: Scene, gaps: readonly TimeGap[], rows: Rows): string {
  const { cardRow, curve } = rows;
  const y = cardRow.height > 0 ? cardRow.y + cardRow.height / 2 : (curve?.y ?? cardRow.y) + 16;
  return gaps
    .map((gap) => paintGap(scene, gap, y) + (curve && gap.broken ? cut(scene, gap, curve) : ""))
    .join("");
}

function paintGap({ palette, words }: Scene, { x, width, ms, broken }: TimeGap, y: number): string {
  const said = spanInWords(ms, words.lang);
  const [from, to, middle] = [x - 6, x + width + 6, x + width / 2];
  const line = { stroke: palette.muted, "stroke-width": 1, fill: "none" };
  const ends = `M${px(from)},${px(y - 4)}v8M${px(to)},${px(y - 4)}v8M${px(from)},${px(y)}H${px(to)}`;
  const strokes = `M${px(middle - 6)},${px(y + 8)}l4,-16M${px(middle + 2)},${px(y + 8)}l4,-16`;
  // What does not fit is said by no half word: the line is as long as it is.
  const fits = textWidth(said, FONT) + 8 <= to - from;
  return (
    element("path", { ...line, d: ends }) +
    (broken ? element("path", { ...line, d: strokes, "stroke-width": 1.5 }) : "") +
    (fits
      ? textLine(said, middle - textWidth(said, FONT) / 2, y - (broken ? 13 : 8), {
          ...FONT,
          fill: palette.muted,
        })
      : "")
  );
}

/** Where the drawing leaves time out, the curve is crossed by two lines. */
function cut({ palette }: Scene, { x, width }: TimeGap, { y, height }: Pick<Box, "y" | "height">): string {
  const middle = x + width / 2;
  return element("path", {
    d: `M${px(middle - 5)},${px(y)}v${px(height)}M${px(middle + 5)},${px(y)}v${px(height)}`,
    stroke: palette.hairline,
    "stroke-dasharray": DASH.pencil,
    fill: "none",
  });
}

/** How long one unit of the drawing is. */
export function paintUnit({ palette, words }: Scene, unit: number, x: number, y: number): string {
  return (
    element("path", {
      d: `M${px(x)},${px(y - 6)}v6h${TIME.unit}v-6`,
      stroke: palette.muted,
      "stroke-width": 1.5,
      fill: "none",
    }) + textLine(spanInWords(unit, words.lang), x + TIME.unit + 6, y, { ...FONT, fill: palette.muted })
  );
}

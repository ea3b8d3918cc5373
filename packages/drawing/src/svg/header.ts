import { GROUNDING_LEVELS } from "@polku/journey";
import type { GroundingLevel } from "@polku/journey";
import { DASH, STROKE, TYPE } from "../look.ts";
import { textWidth } from "../text/measure.ts";
import { wrapText } from "../text/wrap.ts";
import { chip, element, textLine, textLines } from "./element.ts";
import type { Scene } from "./scene.ts";
import { groundingRing } from "./symbols.ts";

/** How tall the header is for a map `width` px wide. */
export const HEADER_HEIGHT = 132;

/** Title, scope, what is only a sample, and what the lines and rings mean with how many there are of each. */
export function paintHeader(scene: Scene, width: number): string {
  const { view, palette, words } = scene;
  const title = view.meta.title === "" ? words.untitled : view.meta.title;
  const titleFont = { face: "semibold", size: TYPE.title } as const;
  const [shown = ""] = wrapText(title, titleFont, width - 160, 1);
  const badge = view.meta.sample
    ? chip(
        words.sample,
        8 + textWidth(shown, titleFont) + 20,
        20,
        { face: "medium", size: TYPE.label, fill: palette.onAccent },
        { fill: palette.accent },
      ).svg
    : "";
  const scope = { face: "regular", size: TYPE.body, fill: palette.muted } as const;
  return [
    textLine(shown, 8, 30, { ...titleFont, fill: palette.ink }),
    badge,
    textLines(wrapText(view.meta.scope, scope, width - 16, 1), 8, 58, 20, scope),
    paintLegend(scene, 92),
  ].join("");
}

function paintLegend(scene: Scene, y: number): string {
  const { palette, words, view } = scene;
  const label = { face: "regular", size: TYPE.label, fill: palette.muted } as const;
  let x = 8;
  let svg = "";
  const entry = (paint: (left: number) => string, drawn: number, text: string) => {
    svg += paint(x) + textLine(text, x + drawn + 8, y + 4.2, label);
    x += drawn + 8 + textWidth(text, label) + 24;
  };
  const line = (attributes: Readonly<Record<string, string | number>>) => (left: number) =>
    element("line", { x1: left, x2: left + 28, y1: y, y2: y, "stroke-linecap": "round", ...attributes });
  entry(line({ stroke: palette.ink, "stroke-width": STROKE.evidence }), 28, words.customers);
  entry(
    line({ stroke: palette.pencil, "stroke-width": STROKE.team, "stroke-dasharray": DASH.pencil }),
    28,
    words.team,
  );
  entry(
    line({ stroke: palette.accent, "stroke-width": 2, "stroke-dasharray": DASH.expectation }),
    28,
    words.expectation,
  );
  x += 16;
  const counts = levelCounts(scene);
  for (const level of GROUNDING_LEVELS) {
    const n = counts.get(level) ?? 0;
    if (n === 0) continue;
    entry((left) => groundingRing(level, n, left + 10, y, 9, palette), 20, words.levels[level]);
  }
  return view.touchpoints.size === 0 ? "" : svg;
}

function levelCounts({ view, rest }: Scene): Map<GroundingLevel, number> {
  const counts = new Map<GroundingLevel, number>();
  for (const id of view.touchpoints.keys()) {
    const { level } = rest(id).grounding;
    counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  return counts;
}

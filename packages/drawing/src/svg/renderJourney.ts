import type { JourneyView } from "@polku/journey";
import { px } from "../layout/curve.ts";
import { layoutMap } from "../layout/mapLayout.ts";
import { paintBranch } from "./branch.ts";
import { fittedHeights } from "./cells.ts";
import { element, escapeText, group, SANS } from "./element.ts";
import { paintGrid } from "./grid.ts";
import { HEADER_HEIGHT, paintHeader } from "./header.ts";
import { openScene } from "./scene.ts";
import type { RenderInput } from "./scene.ts";
import { paintShapes } from "./shapes.ts";

const MARGIN = 40;

/** Room for the name of the end, beyond the last column. */
const END_ROOM = 40;

/**
 * The whole map as one SVG document: the same layout as on screen, lanes as tall as what is written in them.
 * Pure: the same journey and input give the same string. PNG and PDF are made from it.
 */
export function renderJourney(view: JourneyView, input: RenderInput): string {
  const scene = openScene(view, input);
  const layout = layoutMap(view, {
    open: input.open ?? (() => true),
    toScale: input.toScale ?? false,
    heights: fittedHeights(view, scene.quotes),
  });
  const { svg: shapes, around } = paintShapes(scene, layout);
  const width = Math.max(around.width, 720) + 2 * MARGIN + END_ROOM;
  const height = around.height + HEADER_HEIGHT + 2 * MARGIN;
  const { palette, words } = scene;
  const map = [
    paintGrid(scene, layout),
    ...layout.branches.map((branch) => paintBranch(scene, branch)),
    shapes,
  ];
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${px(width)} ${px(height)}`,
      "font-family": SANS,
      "xml:lang": words.lang,
      role: "img",
    },
    [
      `<title>${escapeText(view.meta.title === "" ? words.untitled : view.meta.title)}</title>`,
      element("rect", { width, height, fill: palette.paper }),
      group({ transform: `translate(${MARGIN} ${MARGIN})` }, paintHeader(scene, layout.box.width)),
      group(
        { transform: `translate(${px(MARGIN - around.x)} ${px(MARGIN + HEADER_HEIGHT - around.y)})` },
        map.join(""),
      ),
    ].join(""),
  );
}

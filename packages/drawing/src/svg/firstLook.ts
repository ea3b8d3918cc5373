import type { JourneyView } from "@polku/journey";
import { layoutMap } from "../layout/mapLayout.ts";
import type { MapLayout } from "../layout/mapLayout.ts";
import { namedColours, PAGE_PALETTE, PALETTES } from "../look.ts";
import type { Theme } from "../look.ts";
import { element, SANS } from "./element.ts";
import { paintGrid } from "./grid.ts";
import { openScene } from "./scene.ts";
import type { RenderInput } from "./scene.ts";
import { paintShapes } from "./shapes.ts";

/** How far the picture of a map's beginning goes, px in map coordinates: more than a window shows at first. */
const REACH = { width: 2_600, height: 1_500 } as const;

/** How much of it stands for the journey in a list, px in map coordinates: so far that a curve is to be seen where maps begin as ours do. And the paper around it. */
const PREVIEW = [1_890, 810] as const;
const PREVIEW_MARGIN = 20;

export interface FirstLook {
  /** What is drawn of the beginning, its own 0,0 in the corner; in colours by name: see {@link lookInPage}, {@link lookAsFile}. */
  readonly content: string;
  /** Of the whole grid, px in map coordinates: by them a window knows how near its first look is. */
  readonly width: number;
  readonly height: number;
}

/**
 * What a window shows first of a map, where it shows it: its beginning, sub-journeys closed. No customer's words: they reach a page by
 * one way only. `null` while there is no touchpoint to be seen.
 */
export function paintFirstLook(
  view: JourneyView,
  input: Pick<RenderInput, "words" | "links" | "now">,
): FirstLook | null {
  const whole = layoutMap(view);
  if (whole.columns.length === 0) return null;
  const layout = beginningOf(whole);
  const shown = { ...view, shapes: shapesWithin(view, layout) };
  const scene = openScene(shown, { ...input, palette: PAGE_PALETTE, namesSteps: false });
  const content = paintGrid(scene, layout) + paintShapes(scene, layout).svg;
  return { content, width: whole.grid.width, height: whole.grid.height };
}

/** As an element of a page, which has the colours; `style` says where it lies there. */
export function lookInPage({ content, width }: FirstLook, style: string): string {
  const size = { width: Math.min(REACH.width, width + 400), height: REACH.height };
  return element(
    "svg",
    { style, ...size, viewBox: `0 0 ${size.width} ${size.height}`, "font-family": SANS },
    content,
  );
}

/** As a small picture that stands for the journey in a list: an SVG document of its own, 7 : 3. Without a look it is the bare paper. */
export function lookAsFile(look: FirstLook | null, theme: Theme): string {
  const colours = namedColours(PALETTES[theme]).map(([name, colour]) => `--${name}:${colour}`);
  const [width, height] = PREVIEW;
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: width / 2,
      height: height / 2,
      viewBox: `${-PREVIEW_MARGIN} ${-PREVIEW_MARGIN} ${width} ${height}`,
      style: colours.join(";"),
      "font-family": SANS,
    },
    element("rect", { x: -PREVIEW_MARGIN, y: -PREVIEW_MARGIN, width, height, fill: "var(--paper)" }) +
      (look?.content ?? ""),
  );
}

/** The columns and lanes that begin within reach, the grid cut off there. */
function beginningOf(layout: MapLayout): MapLayout {
  return {
    ...layout,
    columns: layout.columns.filter(({ x }) => x < REACH.width),
    bands: layout.bands.filter(({ x }) => x < REACH.width),
    rows: layout.rows.filter(({ y }) => y < REACH.height),
    grid: { ...layout.grid, width: Math.min(layout.grid.width, REACH.width) },
  };
}

function shapesWithin({ shapes }: JourneyView, { columns }: MapLayout): JourneyView["shapes"] {
  const drawn = new Set(columns.map(({ touchpointId }) => touchpointId));
  const isNear = ({ x, y }: { x: number; y: number }) => x < REACH.width && y < REACH.height;
  return new Map(
    [...shapes].filter(([, shape]) =>
      shape.touchpointId === null ? isNear(shape) : drawn.has(shape.touchpointId),
    ),
  );
}

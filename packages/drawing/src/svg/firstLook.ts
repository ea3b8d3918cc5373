import type { JourneyView } from "@polku/journey";
import { px } from "../layout/curve.ts";
import { layoutMap } from "../layout/mapLayout.ts";
import type { MapLayout } from "../layout/mapLayout.ts";
import { PAGE_PALETTE } from "../look.ts";
import { element, SANS } from "./element.ts";
import { paintGrid } from "./grid.ts";
import { openScene } from "./scene.ts";
import type { RenderInput } from "./scene.ts";
import { paintShapes } from "./shapes.ts";

/** How far the picture of a map's beginning goes, px in map coordinates: more than a window shows at first. */
const REACH = { width: 2_600, height: 1_500 } as const;

export interface FirstLook {
  /** The beginning of the map, its own 0,0 in the corner; in the colours of the page that it is put into. */
  readonly svg: string;
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
  const size = { width: Math.min(REACH.width, whole.box.width + 400), height: REACH.height };
  const svg = element(
    "svg",
    { ...size, viewBox: `0 0 ${px(size.width)} ${px(size.height)}`, "font-family": SANS },
    paintGrid(scene, layout) + paintShapes(scene, layout).svg,
  );
  return { svg, width: whole.grid.width, height: whole.grid.height };
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

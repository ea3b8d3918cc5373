import { hasCells, isLine, type StageView } from "@polku/journey";
import { LEADS_ICON } from "./icons.ts";
import { arrowHead, icon } from "./symbols.ts";
import { roundedPath } from "../layout/edge.ts";
import { cardBox, GRID, touchpointColumns } from "../layout/grid.ts";
import type { Column, LaneRow, StageBand, TouchpointColumn } from "../layout/grid.ts";
import type { MapLayout } from "../layout/mapLayout.ts";
import { centreX } from "../layout/box.ts";
import { DASH, TYPE } from "../look.ts";
import { textWidth } from "../text/measure.ts";
import { ellipsize, wrapText } from "../text/wrap.ts";
import { paintCard } from "./card.ts";
import { paintCells, paintQuotes } from "./cells.ts";
import { element, textLine, textLines } from "./element.ts";
import { paintCurves, paintGuides, paintScale } from "./emotion.ts";
import type { Scene } from "./scene.ts";
import { paintTimes, paintUnit } from "./time.ts";

/** px beside a stage's name, where a mark says that another journey begins there. */
const LEADS_WIDTH = 22;
/** Where headings begin, px from the left. */
const HEADING_X = 16;
/** The corners of a stage. */
const STAGE_RADIUS = 10;

/** Stages as tints over their touchpoints. */
export function paintBands(
  scene: Scene,
  bands: readonly StageBand[],
  row: { readonly y: number; readonly height: number },
  stages: readonly StageView[],
  fill: string,
): string {
  const font = { face: "semibold", size: TYPE.body } as const;
  return bands
    .map(({ stageId, x, width }) => {
      const stage = stages.find(({ id }) => id === stageId);
      const leads = stage !== undefined && stage.leadsTo !== null;
      const room = width - 32 - (leads ? LEADS_WIDTH : 0);
      const shown = ellipsize(stage?.title || scene.words.untitled, font, room);
      const middle = row.y + row.height / 2;
      return (
        element("rect", { x, y: row.y, width, height: row.height, rx: STAGE_RADIUS, fill }) +
        textLine(shown, x + 14, middle + 5, { ...font, fill: scene.palette.ink }) +
        (leads ? icon(LEADS_ICON, x + width - 12 - 14, middle - 7, 14, scene.palette.ink) : "")
      );
    })
    .join("");
}

/** A stage's tint runs down through all lanes, paler than its name. */
function paintTints({ palette }: Scene, { bands, grid }: MapLayout): string {
  return bands
    .map(({ x, width }) =>
      element("rect", {
        x,
        y: 0,
        width,
        height: grid.height + 12,
        rx: STAGE_RADIUS,
        fill: palette.tint,
        "fill-opacity": "0.62",
      }),
    )
    .join("");
}

/** The main grid: headings, bands, and every lane's content. */
export function paintGrid(scene: Scene, layout: MapLayout): string {
  const columns = touchpointColumns(layout.columns);
  return [
    paintTints(scene, layout),
    paintBands(scene, layout.bands, layout.bandRow, scene.view.path.stages, scene.palette.tint),
    heading(scene, scene.words.stages, layout.bandRow.y + 28, scene.palette.muted),
    ...layout.rows.map((row, i) => paintLane(scene, layout, row, i, columns)),
    paintTime(scene, layout),
    paintLoops(scene, layout),
  ].join("");
}

function paintTime(scene: Scene, { time, rows, columns, cardRow }: MapLayout): string {
  const [first] = columns;
  if (time === null || time.gaps.length === 0 || first === undefined) return "";
  const curve = rows.find(({ kind, collapsed }) => kind === "emotion" && !collapsed) ?? null;
  return (
    paintTimes(scene, time.gaps, { cardRow, curve }) +
    paintUnit(scene, time.unit, first.x + 10, cardRow.y + cardRow.height - 3)
  );
}

function heading({ palette }: Scene, text: string, y: number, fill = palette.ink, most = 3): string {
  const font = { face: "semibold", size: TYPE.small } as const;
  const lines = wrapText(text, font, GRID.headingWidth - 30, most);
  return textLines(lines, HEADING_X, y, 17, { ...font, fill });
}

function paintLane(
  scene: Scene,
  layout: MapLayout,
  row: LaneRow,
  index: number,
  columns: readonly TouchpointColumn[],
): string {
  const lane = scene.view.lanes.find(({ id }) => id === row.laneId);
  const named = lane === undefined || lane.title === "" ? scene.words.lanes[row.kind] : lane.title;
  const { width } = layout.grid;
  if (isLine(row.kind)) return paintRule(scene, named, row, width);
  const above = layout.rows[index - 1];
  const rule =
    index === 0 || (above !== undefined && isLine(above.kind))
      ? ""
      : element("line", {
          x1: GRID.headingWidth,
          x2: width,
          y1: row.y - GRID.laneGap / 2,
          y2: row.y - GRID.laneGap / 2,
          stroke: scene.palette.guide,
        });
  // The scale's own names begin where other headings stand.
  const top = row.collapsed ? 19 : row.kind === "emotion" && scene.namesSteps ? 12 : 26;
  return (
    rule +
    (row.collapsed
      ? heading(scene, named, row.y + top, scene.palette.muted, 1)
      : heading(scene, named, row.y + top)) +
    laneContent(scene, layout, row, columns)
  );
}

function laneContent(
  scene: Scene,
  layout: MapLayout,
  row: LaneRow,
  columns: readonly TouchpointColumn[],
): string {
  if (row.collapsed) return "";
  switch (row.kind) {
    case "touchpoint":
      return columns.map((column) => paintCard(scene, column.touchpointId, cardBox(column, row))).join("");
    case "emotion":
      return (
        paintGuides(scene, GRID.headingWidth, layout.grid.width, row) +
        paintScale(scene, GRID.headingWidth, row) +
        paintCurves(scene, columns, row)
      );
    case "evidence":
      return paintQuotes(scene, row, columns);
    default:
      return hasCells(row.kind) ? paintCells(scene, row, columns) : "";
  }
}

/** A line of the blueprint: a rule across the map with its name on it. */
function paintRule({ palette }: Scene, name: string, row: LaneRow, width: number): string {
  const font = { face: "medium", size: TYPE.label } as const;
  const y = row.y + row.height / 2;
  const from = HEADING_X + textWidth(name, font) + 12;
  return (
    textLine(name, HEADING_X, y + 4.2, { ...font, fill: palette.muted }) +
    element("line", {
      x1: from,
      x2: width,
      y1: y,
      y2: y,
      stroke: palette.hairline,
      "stroke-width": 1.5,
      "stroke-dasharray": "1 5",
      "stroke-linecap": "round",
    })
  );
}

/** Where the customer goes round again: back above the cards, with its name on the way. */
function paintLoops(scene: Scene, layout: MapLayout): string {
  const columnOf = new Map(layout.columns.map((column) => [column.touchpointId, column]));
  return scene.view.loops
    .map(({ from, to, title }) => {
      const start = columnOf.get(from);
      const end = columnOf.get(to);
      return start === undefined || end === undefined ? "" : paintLoop(scene, layout, start, end, title);
    })
    .join("");
}

function paintLoop({ palette }: Scene, layout: MapLayout, start: Column, end: Column, title: string): string {
  const from = cardBox(start, layout.cardRow);
  const to = cardBox(end, layout.cardRow);
  const over = from.y - 10;
  const landing = { x: centreX(to) + 20, y: to.y - 1 };
  const line = element("path", {
    d: roundedPath(
      [
        { x: centreX(from) - 20, y: from.y },
        { x: centreX(from) - 20, y: over },
        { x: landing.x, y: over },
        landing,
      ],
      10,
    ),
    fill: "none",
    stroke: palette.feeling[-1],
    "stroke-width": 1.5,
    "stroke-dasharray": DASH.pencil,
  });
  const font = { face: "medium", size: TYPE.label } as const;
  const shown = ellipsize(title, font, Math.abs(centreX(from) - landing.x) - 48);
  const width = textWidth(shown, font) + 16;
  const middle = (centreX(from) - 20 + landing.x) / 2;
  const label =
    title === ""
      ? ""
      : element("rect", { x: middle - width / 2, y: over - 8, width, height: 16, fill: palette.paper }) +
        textLine(shown, middle, over + 4.2, { ...font, fill: palette.muted, anchor: "middle" });
  return line + arrowHead(landing.x, landing.y, 90, palette.feeling[-1]) + label;
}

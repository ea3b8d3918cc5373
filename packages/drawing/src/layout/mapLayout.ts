import { timeBetween, type JourneyView, type PathView } from "@polku/journey";
import type { Box } from "./box.ts";
import { bottom, right } from "./box.ts";
import { BRANCH, layoutBranches } from "./branch.ts";
import type { Branch } from "./branch.ts";
import { columnBoxes, GRID, laneRows } from "./grid.ts";
import type { Column, LaneRow, StageBand } from "./grid.ts";
import { timeGaps, timeRooms, timeUnit } from "./timeScale.ts";
import type { TimeGap, TimeRoom } from "./timeScale.ts";

export interface LayoutOptions {
  /** Which sub-journeys stand open below the map; none unless said. */
  readonly open?: (subJourneyId: string) => boolean;
  /** Heights of lanes by id, px, overruling what the lanes say. */
  readonly heights?: ReadonlyMap<string, number>;
  /** Whether columns stand apart by the time between them. */
  readonly toScale?: boolean;
}

/** Where everything of a journey lies. The stage bands' top left corner, headings included, is 0,0. */
export interface MapLayout {
  readonly columns: readonly Column[];
  readonly bands: readonly StageBand[];
  readonly bandRow: { readonly y: number; readonly height: number };
  readonly rows: readonly LaneRow[];
  /** Where the main path's cards stand: the touchpoint lane; the foot of the bands where that is hidden. */
  readonly cardRow: { readonly y: number; readonly height: number };
  /** Where the frozen lanes end; the foot of the bands when there are none. */
  readonly frozenEnd: number;
  readonly branches: readonly Branch[];
  /** When time is drawn to scale: the ms of `TIME.unit` px, and each time of the main path that is known. */
  readonly time: { readonly unit: number; readonly gaps: readonly TimeGap[] } | null;
  /** Around the grid itself, without branches. */
  readonly grid: Box;
  /** Around everything. */
  readonly box: Box;
}

/** Lays out a whole journey; O(touchpoints + lanes). */
export function layoutMap(view: JourneyView, options: LayoutOptions = {}): MapLayout {
  const left = GRID.headingWidth + GRID.stageGap / 2;
  const scale = options.toScale === true ? timeScaleOf(view) : null;
  const rooms = scale?.rooms ?? new Map<string, TimeRoom>();
  const room = (id: string): number => rooms.get(id)?.width ?? 0;
  const { columns, bands, right: end } = columnBoxes(view.path, left, room);
  const time = scale && { unit: scale.unit, gaps: timeGaps(columns, rooms) };
  const bandRow = { y: 0, height: GRID.bandHeight };
  const rows = laneRows(view.lanes, GRID.bandHeight + GRID.laneGap, options.heights);
  const lastRow = rows[rows.length - 1];
  const height = lastRow === undefined ? GRID.bandHeight : lastRow.y + lastRow.height;
  const cardRow = rows.find(({ kind }) => kind === "touchpoint") ?? { y: GRID.bandHeight, height: 0 };
  const lastFrozen = rows.findLast(({ frozen }) => frozen);
  const frozenEnd = lastFrozen ? lastFrozen.y + lastFrozen.height : GRID.bandHeight;
  const grid = { x: 0, y: 0, width: end, height };
  const branches = layoutBranches(view, view.path, { columns, cardRow }, height, {
    open: options.open ?? (() => false),
    span: { left: left + BRANCH.padding, right: end },
    rooms,
  });
  const box = around(grid, branches);
  return { columns, bands, bandRow, rows, cardRow, frozenEnd, branches, time, grid, box };
}

/**
 * One scale for everything that is drawn, so that what is as wide took as long: that of the main path, and where nothing is known of its times,
 * that of the sub-journeys. Which of these stand open moves no column.
 */
function timeScaleOf({ path, subJourneys, touchpoints }: JourneyView) {
  const between = (one: PathView) =>
    timeBetween(one.touchpointIds.flatMap((id) => touchpoints.get(id) ?? []));
  const main = between(path);
  const inside = [...subJourneys.values()].flatMap((sub) => between(sub.path));
  const unit = timeUnit((main.length > 0 ? main : inside).map(({ ms }) => ms));
  return { unit, rooms: timeRooms([...main, ...inside], unit) };
}

function around(grid: Box, branches: readonly Branch[]): Box {
  const width = branches.reduce((most, { box, returning }) => {
    const tail = returning.state === "broken" ? BRANCH.tail : 24;
    return Math.max(most, right(box) + tail);
  }, right(grid));
  const height = branches.reduce((most, { box }) => Math.max(most, bottom(box)), bottom(grid));
  return { x: 0, y: 0, width, height };
}

import { timeBetween, type JourneyView } from "@polku/journey";
import type { Box } from "./box.ts";
import { bottom, right } from "./box.ts";
import { BRANCH, layoutBranches } from "./branch.ts";
import type { Branch } from "./branch.ts";
import { columnBoxes, GRID, laneRows } from "./grid.ts";
import type { Column, LaneRow, StageBand } from "./grid.ts";
import { timeRooms, timeUnit } from "./timeScale.ts";
import type { TimeRoom } from "./timeScale.ts";

export interface LayoutOptions {
  /** Which sub-journeys stand open below the map; none unless said. */
  readonly open?: (subJourneyId: string) => boolean;
  /** Heights of lanes by id, px, overruling what the lanes say. */
  readonly heights?: ReadonlyMap<string, number>;
  /** Whether the main path's columns stand apart by the time between them. */
  readonly toScale?: boolean;
}

/** A time between two columns, as it is drawn. */
export interface TimeGap {
  readonly from: string;
  readonly to: string;
  readonly ms: number;
  readonly broken: boolean;
  readonly x: number;
  readonly width: number;
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
  /** When time is drawn to scale: the ms of `TIME.unit` px, and each time that is known. */
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
  const room = (id: string): number => scale?.rooms.get(id)?.width ?? 0;
  const { columns, bands, right: end } = columnBoxes(view.path, left, room);
  const time = scale && { unit: scale.unit, gaps: timeGaps(columns, scale.rooms) };
  const bandRow = { y: 0, height: GRID.bandHeight };
  const rows = laneRows(view.lanes, GRID.bandHeight + GRID.laneGap, options.heights);
  const lastRow = rows[rows.length - 1];
  const height = lastRow === undefined ? GRID.bandHeight : lastRow.y + lastRow.height;
  const cardRow = rows.find(({ kind }) => kind === "touchpoint") ?? { y: GRID.bandHeight, height: 0 };
  const lastFrozen = rows.findLast(({ frozen }) => frozen);
  const frozenEnd = lastFrozen ? lastFrozen.y + lastFrozen.height : GRID.bandHeight;
  const grid = { x: 0, y: 0, width: end, height };
  const branches = layoutBranches(
    view,
    view.path,
    { columns, cardRow },
    height,
    options.open ?? (() => false),
    { left: left + BRANCH.padding, right: end },
  );
  const box = around(grid, branches);
  return { columns, bands, bandRow, rows, cardRow, frozenEnd, branches, time, grid, box };
}

function timeScaleOf({ path, touchpoints }: JourneyView) {
  const between = timeBetween(path.touchpointIds.flatMap((id) => touchpoints.get(id) ?? []));
  const unit = timeUnit(between.map(({ ms }) => ms));
  return { unit, rooms: timeRooms(between, unit) };
}

/** Each known time from the end of one column to the beginning of the next. */
function timeGaps(columns: readonly Column[], rooms: ReadonlyMap<string, TimeRoom>): TimeGap[] {
  const begins = new Map(columns.map(({ touchpointId, x }) => [touchpointId, x]));
  return columns.flatMap((column) => {
    const room = column.touchpointId === null ? undefined : rooms.get(column.touchpointId);
    const next = room && begins.get(room.to);
    if (!room || next === undefined) return [];
    const x = right({ ...column, y: 0, height: 0 });
    return [{ from: room.from, to: room.to, ms: room.ms, broken: room.broken, x, width: next - x }];
  });
}

function around(grid: Box, branches: readonly Branch[]): Box {
  const width = branches.reduce((most, { box, returning }) => {
    const tail = returning.state === "broken" ? BRANCH.tail : 24;
    return Math.max(most, right(box) + tail);
  }, right(grid));
  const height = branches.reduce((most, { box }) => Math.max(most, bottom(box)), bottom(grid));
  return { x: 0, y: 0, width, height };
}

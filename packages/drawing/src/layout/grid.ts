import { isLine, lanesAsTheyLie } from "@polku/journey";
import type { LaneKind, LaneView, PathView } from "@polku/journey";
import type { Box } from "./box.ts";

/** Sizes of the grid in px of the map; all on the 4 px grid. */
export const GRID = {
  headingWidth: 160,
  columnWidth: 200,
  stageGap: 24,
  cardWidth: 180,
  cardHeight: 136,
  /** Air above and below the cards in their lane. */
  cardMargin: 12,
  bandHeight: 48,
  /** A line, and a lane that is shrunk to its heading. */
  headingHeight: 28,
  laneGap: 8,
} as const;

/** One touchpoint's column; `touchpointId` is null for the one column an empty stage still has. */
export interface Column {
  readonly touchpointId: string | null;
  readonly stageId: string;
  readonly x: number;
  readonly width: number;
}

/** A column that holds a touchpoint. Its place in the list is the k of the curve (method A4). */
export type TouchpointColumn = Column & { readonly touchpointId: string };

/** A stage over its columns. */
export interface StageBand {
  readonly stageId: string;
  readonly x: number;
  readonly width: number;
}

export interface Columns {
  readonly columns: readonly Column[];
  readonly bands: readonly StageBand[];
  /** Where the last column ends. */
  readonly right: number;
}

/**
 * The columns and stage bands of a path from `x` rightwards: time order, an empty stage one column wide. `after` is the room that stands
 * for time after a touchpoint, px; between two stages it lies between their bands. O(n).
 */
export function columnBoxes(
  path: PathView,
  x: number,
  after: (touchpointId: string) => number = () => 0,
): Columns {
  const columns: Column[] = [];
  const bands: StageBand[] = [];
  let at = x;
  let room = 0;
  for (const stage of path.stages) {
    if (bands.length > 0) at += GRID.stageGap + room;
    room = 0;
    const start = at;
    const held = stage.touchpointIds.length === 0 ? [null] : stage.touchpointIds;
    for (const touchpointId of held) {
      at += room;
      columns.push({ touchpointId, stageId: stage.id, x: at, width: GRID.columnWidth });
      at += GRID.columnWidth;
      room = touchpointId === null ? 0 : after(touchpointId);
    }
    bands.push({ stageId: stage.id, x: start, width: at - start });
  }
  return { columns, bands, right: at };
}

/** The columns that hold a touchpoint, in time order: what curves are drawn over. */
export function touchpointColumns(columns: readonly Column[]): TouchpointColumn[] {
  return columns.filter((column): column is TouchpointColumn => column.touchpointId !== null);
}

/** A lane across the map. */
export interface LaneRow {
  readonly laneId: string;
  readonly kind: LaneKind;
  readonly y: number;
  readonly height: number;
  /** Only its heading is shown. */
  readonly collapsed: boolean;
  readonly frozen: boolean;
}

const HEIGHTS: Partial<Record<LaneKind, number>> = {
  touchpoint: GRID.cardHeight + 2 * GRID.cardMargin,
  emotion: 240,
  evidence: 200,
  dramatic_arc: 64,
  promise: 64,
};

/** The height of a lane nobody resized, in px. */
export function usualHeight(kind: LaneKind): number {
  if (isLine(kind)) return GRID.headingHeight;
  return HEIGHTS[kind] ?? 96;
}

/** The least height at which a lane still shows what it holds. */
function leastHeight(kind: LaneKind): number {
  if (kind === "touchpoint") return GRID.cardHeight + 2 * GRID.cardMargin;
  return kind === "emotion" ? 120 : 24;
}

/**
 * The rows of the lanes from `y` downwards, frozen ones first; hidden lanes take no room. `heights` overrules by lane id
 * (a lane being dragged, or fitted to its text); else the lane's own height, else its kind's.
 */
export function laneRows(
  lanes: readonly LaneView[],
  y: number,
  heights?: ReadonlyMap<string, number>,
): LaneRow[] {
  const rows: LaneRow[] = [];
  let at = y;
  for (const { id, kind, collapsed, frozen, height: own } of lanesAsTheyLie(lanes)) {
    const wished = heights?.get(id) ?? own ?? usualHeight(kind);
    const height = collapsed ? GRID.headingHeight : Math.max(leastHeight(kind), wished);
    rows.push({ laneId: id, kind, y: at, height, collapsed, frozen });
    at += height + GRID.laneGap;
  }
  return rows;
}

/** The box of a touchpoint's card within its column and the touchpoint lane. */
export function cardBox(column: Column, row: Pick<LaneRow, "y" | "height">): Box {
  return {
    x: column.x + (column.width - GRID.cardWidth) / 2,
    y: row.y + (row.height - GRID.cardHeight) / 2,
    width: GRID.cardWidth,
    height: GRID.cardHeight,
  };
}

/** The box of a cell: as wide as a card, as high as its lane. */
export function cellBox(column: Column, row: Pick<LaneRow, "y" | "height">): Box {
  return {
    x: column.x + (column.width - GRID.cardWidth) / 2,
    y: row.y,
    width: GRID.cardWidth,
    height: row.height,
  };
}

import { useStore, type ReactFlowState } from "@xyflow/react";
import type { Column } from "@polku/drawing";
import { shallow } from "zustand/shallow";

/** How much is drawn at a zoom: far out stages, curve and heat; in the middle titles; near everything. */
export type Detail = "far" | "middle" | "near";

const FAR = 0.35;
const MIDDLE = 0.6;

export function detailAt(zoom: number): Detail {
  if (zoom < FAR) return "far";
  return zoom < MIDDLE ? "middle" : "near";
}

/** Wakes only when a level is passed. */
export function useDetail(): Detail {
  return useStore((state: ReactFlowState) => detailAt(state.transform[2]));
}

/** Columns come and go in units of this many: fewer mounts while panning. */
const UNIT = 4;
/** Columns beyond the window's edge that are kept ready. */
const MARGIN = 2;

/** The first column whose right edge lies beyond x. Columns rise with x. */
function firstBeyond(columns: readonly Column[], x: number): number {
  let low = 0;
  let high = columns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const column = columns[middle];
    if (column && column.x + column.width <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The span [from, to) of columns to draw for a window of map x from `left` to `right`. */
export function visibleSpan(
  columns: readonly Column[],
  left: number,
  right: number,
): readonly [number, number] {
  const first = Math.max(0, firstBeyond(columns, left) - MARGIN);
  const last = Math.min(columns.length, firstBeyond(columns, right) + 1 + MARGIN);
  const from = Math.floor(first / UNIT) * UNIT;
  return [from, Math.max(from, Math.min(columns.length, Math.ceil(last / UNIT) * UNIT))];
}

/** The columns in sight. The selector runs each frame; its answer changes only when a unit's border is passed. */
export function useVisibleColumns(columns: readonly Column[]): readonly Column[] {
  const [from, to] = useStore((state: ReactFlowState) => {
    const [x, , zoom] = state.transform;
    return visibleSpan(columns, -x / zoom, (state.width - x) / zoom);
  }, shallow);
  return columns.slice(from, to);
}

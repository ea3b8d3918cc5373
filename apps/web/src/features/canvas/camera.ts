import { useStore, type ReactFlowState } from "@xyflow/react";
import type { Column, LaneRow } from "@polku/drawing";
import { startTransition, useEffect, useMemo, useState } from "react";
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

/** What is drawn beyond the window. Columns come and go in units of `unit`: fewer mounts while panning; `margin` more are kept ready. */
export type Reach = { readonly unit: number; readonly margin: number };

/** The first look draws what is in sight and no more. */
export const IN_SIGHT: Reach = { unit: 1, margin: 0 };
export const AROUND: Reach = { unit: 4, margin: 2 };

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
  { unit, margin }: Reach = AROUND,
): readonly [number, number] {
  const first = Math.max(0, firstBeyond(columns, left) - margin);
  const last = Math.min(columns.length, firstBeyond(columns, right) + 1 + margin);
  const from = Math.floor(first / unit) * unit;
  return [from, Math.max(from, Math.min(columns.length, Math.ceil(last / unit) * unit))];
}

/** First what is in sight; what lies around it once that stands on the screen, in pieces between which a hand is not kept waiting. */
export function useReach(): Reach {
  const measured = useStore((state: ReactFlowState) => state.width > 0);
  const [reach, setReach] = useState(IN_SIGHT);
  useEffect(() => {
    if (!measured) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setReach(AROUND)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [measured]);
  return reach;
}

/** The lanes to draw: at the first look those above the window's lower edge, then all. */
export function useDrawnRows(rows: readonly LaneRow[], reach: Reach): readonly LaneRow[] {
  const count = useStore((state: ReactFlowState) => {
    if (reach !== IN_SIGHT) return rows.length;
    const [, y, zoom] = state.transform;
    const below = rows.findIndex((row) => row.y * zoom + y > state.height);
    return below === -1 ? rows.length : below;
  });
  return useMemo(() => rows.slice(0, count), [rows, count]);
}

/** The columns in sight, [from, to). The selector runs each frame; its answer changes only when a unit's border is passed. */
export function useVisibleSpan(columns: readonly Column[], reach: Reach): readonly [number, number] {
  return useStore((state: ReactFlowState) => {
    const [x, , zoom] = state.transform;
    return visibleSpan(columns, -x / zoom, (state.width - x) / zoom, reach);
  }, shallow);
}

/** The columns in sight, as {@link useVisibleSpan} says. */
export function useVisibleColumns(columns: readonly Column[], reach: Reach): readonly Column[] {
  const [from, to] = useVisibleSpan(columns, reach);
  return useMemo(() => columns.slice(from, to), [columns, from, to]);
}

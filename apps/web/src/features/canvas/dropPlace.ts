import { cardBox, type Column, type MapLayout } from "@polku/drawing";

/** Where a dragged card would land: a place in a stage, and the line that shows it (px of map coordinates). */
export type DropPlace = {
  readonly stageId: string;
  readonly index: number;
  readonly line: { readonly x: number; readonly y: number; readonly height: number };
};

type Row = { readonly y: number; readonly height: number };

function nearest(columns: readonly Column[], x: number): Column | undefined {
  let best: Column | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const column of columns) {
    const away = Math.max(column.x - x, x - column.x - column.width, 0);
    if (away < least) [best, least] = [column, away];
  }
  return best;
}

/** The path whose row of cards a point belongs to: a branch when the point lies in it, else the main path. */
function pathAt(layout: MapLayout, x: number, y: number): { columns: readonly Column[]; row: Row } {
  const branch = layout.branches.find(
    ({ box }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height,
  );
  return branch
    ? { columns: branch.columns, row: branch.cardRow }
    : { columns: layout.columns, row: layout.cardRow };
}

/**
 * Where a card dropped at a point lands: beside the nearest card, before or after its middle. The index does not count the dragged cards
 * themselves. Null on a map without stages.
 */
export function dropPlace(
  layout: MapLayout,
  x: number,
  y: number,
  dragged: readonly string[],
): DropPlace | null {
  const { columns, row } = pathAt(layout, x, y);
  const column = nearest(columns, x);
  if (!column) return null;
  const inStage = columns.filter(({ stageId }) => stageId === column.stageId);
  const before = x < column.x + column.width / 2;
  const ids = inStage.map(({ touchpointId }) => touchpointId);
  const at = column.touchpointId === null ? 0 : inStage.indexOf(column) + (before ? 0 : 1);
  const index = ids.slice(0, at).filter((id) => id === null || !dragged.includes(id)).length;
  const box = cardBox(column, row);
  return {
    stageId: column.stageId,
    index,
    line: { x: before ? column.x : column.x + column.width, y: box.y - 6, height: box.height + 12 },
  };
}

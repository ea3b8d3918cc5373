import { touchpointColumns, type Column, type MapLayout } from "@polku/drawing";
import { isLine, type JourneyView } from "@polku/journey";
import { touchpointOf, type Thing } from "../../session/attention.ts";

export type Direction = "left" | "right" | "up" | "down";

/** The things of one column from top to bottom: card, emotion point, cells, as the lanes lie. */
function stack(
  view: JourneyView,
  rows: readonly { kind: string; laneId: string | null }[],
  touchpointId: string,
): Thing[] {
  return rows.flatMap((row): Thing[] => {
    if (row.kind === "touchpoint") return [{ kind: "touchpoint", id: touchpointId }];
    if (row.kind !== "emotion") return row.laneId ? [{ kind: "cell", laneId: row.laneId, touchpointId }] : [];
    const [first] = view.touchpoints.get(touchpointId)?.points ?? [];
    return first ? [{ kind: "point", id: first.id, touchpointId }] : [];
  });
}

type Path = {
  readonly columns: readonly Column[];
  readonly rows: readonly { kind: string; laneId: string | null }[];
  readonly parent: string | null;
};

const BRANCH_ROWS = [
  { kind: "touchpoint", laneId: null },
  { kind: "emotion", laneId: null },
];

function pathsOf(layout: MapLayout): Path[] {
  const rows = layout.rows.filter((row) => !isLine(row.kind) && !row.collapsed);
  const branches = layout.branches.map(({ columns, parentTouchpointId }) => ({
    columns,
    rows: BRANCH_ROWS,
    parent: parentTouchpointId,
  }));
  return [{ columns: layout.columns, rows, parent: null }, ...branches];
}

/** Which row of a column a thing stands in, by what the row is. */
function rowKey(thing: Thing): string {
  return thing.kind === "cell" ? thing.laneId : thing.kind;
}

function within(view: JourneyView, path: Path, thing: Thing, direction: Direction): Thing | null {
  const columns = touchpointColumns(path.columns);
  const at = columns.findIndex(({ touchpointId }) => touchpointId === touchpointOf(thing));
  const own = columns[at];
  if (!own) return null;
  if (direction === "left" || direction === "right") {
    const next = columns[at + (direction === "left" ? -1 : 1)];
    if (!next) return null;
    const things = stack(view, path.rows, next.touchpointId);
    return things.find((one) => rowKey(one) === rowKey(thing)) ?? things[0] ?? null;
  }
  const things = stack(view, path.rows, own.touchpointId);
  const here = things.findIndex((one) => rowKey(one) === rowKey(thing));
  return things[here + (direction === "up" ? -1 : 1)] ?? null;
}

/** The first touchpoint of the map: where the keyboard comes in. */
export function firstThing(layout: MapLayout): Thing | null {
  const [first] = touchpointColumns(layout.columns);
  return first ? { kind: "touchpoint", id: first.touchpointId } : null;
}

/**
 * The thing beside another one, as in a spreadsheet. Left of a row stands its lane. Below the foot of a column
 * stands what is open inside its touchpoint. Above the top of a branch stands its parent; above the top of a column of the main
 * path its stage; null at an edge.
 */
export function neighbour(
  view: JourneyView,
  layout: MapLayout,
  thing: Thing,
  direction: Direction,
): Thing | null {
  if (thing.kind === "stage") return besideStage(layout, thing.id, direction);
  if (thing.kind === "lane") return besideLane(view, layout, thing.id, direction);
  const path = pathsOf(layout).find(({ columns }) =>
    columns.some(({ touchpointId }) => touchpointId === touchpointOf(thing)),
  );
  if (!path) return firstThing(layout);
  const next = within(view, path, thing, direction);
  if (!next && direction === "left" && path.parent === null) return laneOf(layout, thing);
  if (!next && direction === "down") return inside(layout, thing);
  if (next || direction !== "up") return next;
  if (path.parent) return { kind: "touchpoint", id: path.parent };
  const stage = path.columns.find(({ touchpointId }) => touchpointId === touchpointOf(thing))?.stageId;
  return stage ? { kind: "stage", id: stage } : null;
}

function besideStage(layout: MapLayout, stageId: string, direction: Direction): Thing | null {
  const lists = [{ bands: layout.bands, columns: layout.columns }, ...layout.branches];
  const list = lists.find(({ bands }) => bands.some((band) => band.stageId === stageId));
  if (!list || direction === "up") return null;
  if (direction === "down") {
    const first = touchpointColumns(list.columns).find((column) => column.stageId === stageId);
    return first ? { kind: "touchpoint", id: first.touchpointId } : null;
  }
  const at = list.bands.findIndex((band) => band.stageId === stageId);
  const next = list.bands[at + (direction === "left" ? -1 : 1)];
  return next ? { kind: "stage", id: next.stageId } : null;
}

/** The lane that a thing of the main path stands in. */
function laneOf(layout: MapLayout, thing: Thing): Thing | null {
  const kind = thing.kind === "point" ? "emotion" : thing.kind;
  const row = layout.rows.find((one) =>
    thing.kind === "cell" ? one.laneId === thing.laneId : one.kind === kind,
  );
  return row ? { kind: "lane", id: row.laneId } : null;
}

function besideLane(
  view: JourneyView,
  layout: MapLayout,
  laneId: string,
  direction: Direction,
): Thing | null {
  const at = layout.rows.findIndex((row) => row.laneId === laneId);
  const row = layout.rows[at];
  if (!row || direction === "left") return null;
  if (direction === "right") {
    const [first] = touchpointColumns(layout.columns);
    return first && !isLine(row.kind) && !row.collapsed
      ? (stack(view, [row], first.touchpointId)[0] ?? null)
      : null;
  }
  const next = layout.rows[at + (direction === "up" ? -1 : 1)];
  return next ? { kind: "lane", id: next.laneId } : null;
}

/** The first touchpoint of the sub-journey that stands open under a thing's touchpoint. */
function inside(layout: MapLayout, thing: Thing): Thing | null {
  const branch = layout.branches.find(({ parentTouchpointId }) => parentTouchpointId === touchpointOf(thing));
  const [first] = branch ? touchpointColumns(branch.columns) : [];
  return first ? { kind: "touchpoint", id: first.touchpointId } : null;
}

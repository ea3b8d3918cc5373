import type { JourneyView, PathView, SubJourneyView } from "@polku/journey";
import type { Box, Point } from "./box.ts";
import { bottom, right } from "./box.ts";
import { leadingEdge, returnEdge } from "./branchEdges.ts";
import type { ReturnEdge, Trunk } from "./branchEdges.ts";
import { columnBoxes, GRID } from "./grid.ts";
import type { Column, StageBand } from "./grid.ts";
import { timeGaps } from "./timeScale.ts";
import type { TimeGap, TimeRoom } from "./timeScale.ts";

/** Sizes of a branch in px. */
export const BRANCH = {
  /** Between the map and its branches, and between one shelf of branches and the next: the edges run here. */
  gap: 88,
  padding: 20,
  titleHeight: 40,
  bandHeight: 36,
  cardRow: GRID.cardHeight + 2 * GRID.cardMargin,
  curveHeight: 180,
  /** Air to the right, where a broken return frays. */
  tail: 152,
} as const;

/** A sub-journey laid out below its parent touchpoint. */
export interface Branch {
  readonly subJourneyId: string;
  readonly parentTouchpointId: string;
  /** 1 under the main path, 2 under a branch … */
  readonly depth: number;
  readonly box: Box;
  readonly columns: readonly Column[];
  readonly bands: readonly StageBand[];
  readonly bandRow: { readonly y: number; readonly height: number };
  readonly cardRow: { readonly y: number; readonly height: number };
  readonly curve: { readonly y: number; readonly height: number };
  /** Where columns stand apart by time: each time that is known. */
  readonly gaps: readonly TimeGap[];
  /** From the parent's card down to the first touchpoint. */
  readonly leading: string;
  readonly returning: ReturnEdge;
}

/** The least and greatest x a branch should keep to, if it fits. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

const HEIGHT = BRANCH.titleHeight + BRANCH.bandHeight + BRANCH.cardRow + BRANCH.curveHeight + BRANCH.padding;

/** What all branches of a drawing share. */
export interface BranchFrame {
  readonly open: (subJourneyId: string) => boolean;
  readonly span: Span;
  /** The room that stands for time after a touchpoint, by its id; none where time is not drawn. */
  readonly rooms: ReadonlyMap<string, TimeRoom>;
}

function columnsOf(path: PathView, x: number, { rooms }: BranchFrame) {
  return columnBoxes(path, x, (touchpointId) => rooms.get(touchpointId)?.width ?? 0);
}

function widthOf(path: PathView, frame: BranchFrame): number {
  return columnsOf(path, 0, frame).right + 2 * BRANCH.padding;
}

/** Under its parent, moved left as far as needed to stay within the map. */
function leftOf(path: PathView, parent: Column, frame: BranchFrame): number {
  const within = frame.span.right - widthOf(path, frame);
  return Math.max(frame.span.left, Math.min(parent.x - BRANCH.padding, within));
}

interface Rows {
  readonly band: number;
  readonly cards: number;
  readonly curve: number;
}

function rowsFrom(y: number): Rows {
  const band = y + BRANCH.titleHeight;
  const cards = band + BRANCH.bandHeight;
  return { band, cards, curve: cards + BRANCH.cardRow };
}

function layBranch(
  view: JourneyView,
  sub: SubJourneyView,
  parent: Column,
  trunk: Trunk,
  depth: number,
  at: Point,
  frame: BranchFrame,
): Branch {
  const { columns, bands } = columnsOf(sub.path, at.x + BRANCH.padding, frame);
  const rows = rowsFrom(at.y);
  const box = { x: at.x, y: at.y, width: widthOf(sub.path, frame), height: HEIGHT };
  const cardRow = { y: rows.cards, height: BRANCH.cardRow };
  return {
    subJourneyId: sub.id,
    parentTouchpointId: sub.parentTouchpointId,
    depth,
    box,
    columns,
    bands,
    bandRow: { y: rows.band, height: BRANCH.bandHeight },
    cardRow,
    curve: { y: rows.curve, height: BRANCH.curveHeight },
    gaps: timeGaps(columns, frame.rooms),
    leading: leadingEdge(parent, trunk, box, columns[0], cardRow),
    returning: returnEdge(view, sub, parent, trunk, box, columns, cardRow),
  };
}

interface Shelf {
  readonly y: number;
  free: number;
  bottom: number;
}

/**
 * The open sub-journeys under a path, and those under theirs, parents before children. Branches of one
 * path stand side by side where there is room, else on the next shelf down. O(touchpoints).
 */
export function layoutBranches(
  view: JourneyView,
  path: PathView,
  trunk: Trunk,
  below: number,
  frame: BranchFrame,
  depth = 1,
): Branch[] {
  const shelves: Shelf[] = [];
  const columnOf = new Map(trunk.columns.map((column) => [column.touchpointId, column]));
  const opened = path.touchpointIds.flatMap((id) =>
    (view.touchpoints.get(id)?.subJourneyIds ?? []).filter(frame.open).flatMap((subId) => {
      const sub = view.subJourneys.get(subId);
      const parent = columnOf.get(id);
      return sub === undefined || parent === undefined ? [] : [{ sub, parent }];
    }),
  );
  return opened.flatMap(({ sub, parent }) => {
    const x = leftOf(sub.path, parent, frame);
    const shelf = shelfFor(shelves, x, below);
    const branch = layBranch(view, sub, parent, trunk, depth, { x, y: shelf.y }, frame);
    const inner = layoutBranches(view, sub.path, branch, bottom(branch.box), frame, depth + 1);
    const all = [branch, ...inner];
    shelf.free = Math.max(...all.map(({ box }) => right(box))) + BRANCH.tail + 40;
    shelf.bottom = Math.max(shelf.bottom, ...all.map(({ box }) => bottom(box)));
    return all;
  });
}

/** The first shelf with room from `x` on; a new one below the last when none has. */
function shelfFor(shelves: Shelf[], x: number, below: number): Shelf {
  const last = shelves[shelves.length - 1];
  if (last !== undefined && last.free <= x) return last;
  const shelf: Shelf = { y: (last?.bottom ?? below) + BRANCH.gap, free: 0, bottom: 0 };
  shelves.push(shelf);
  return shelf;
}

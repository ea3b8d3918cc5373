import type * as Y from "yjs";
import { cellKey, type CellFacts, type CellView } from "../cell.ts";
import { readMeta } from "../meta.ts";
import { entities, metaOf, type JourneyDoc } from "../schema.ts";
import { isKnownShape, type ShapeFacts, type ShapeView } from "../shape.ts";
import type { TouchpointFacts } from "../touchpoint.ts";
import { assemble, buildCell, buildTouchpoint, groupHangings } from "./assemble.ts";
import { FACT_NAMES, readAllFacts, readInto, type FactName, type Facts } from "./facts.ts";
import { shareShape } from "./shapesInView.ts";
import type { JourneyView } from "./view.ts";

type Dirty = Map<FactName, Set<string>>;

/** Ids of the entities of a root map that some events touched. */
function touchedIds(root: Y.Map<unknown>, events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): Set<string> {
  const ids = new Set<string>();
  for (const event of events) {
    if (event.target === root) for (const id of event.changes.keys.keys()) ids.add(id);
    else ids.add(String(event.path[0]));
  }
  return ids;
}

/** Whether a touchpoint moved, came or went: then the paths must be built anew. */
function placeChanged(before: TouchpointFacts | undefined, after: TouchpointFacts | undefined): boolean {
  return before?.stageId !== after?.stageId || before?.order !== after?.order;
}

/** Whether a shape came, went, or lies elsewhere among the others: then what is seen must be asked anew. */
function shapeMoved(before: ShapeFacts | undefined, after: ShapeFacts | undefined): boolean {
  return (
    before?.kind !== after?.kind ||
    before?.order !== after?.order ||
    before?.touchpointId !== after?.touchpointId ||
    [before?.from, before?.to].some((end, i) => {
      const now = [after?.from, after?.to][i];
      return end?.shapeId !== now?.shapeId || end?.touchpointId !== now?.touchpointId;
    })
  );
}

const PATCHABLE: ReadonlySet<FactName> = new Set<FactName>([
  "touchpoints",
  "cells",
  "emotionPoints",
  "pins",
  "shapes",
]);

/** What must be patched in a view whose structure stands. */
type Touched = {
  readonly touchpoints: Set<string>;
  readonly cells: Set<string>;
  readonly shapes: Set<string>;
};

/**
 * Keeps a view of a document up to date. A change of one text or one attribute costs a copy of one map, not a new reading of the
 * journey: with 12,000 cards that is the difference between a keystroke and a stutter.
 */
class JourneyWatch {
  private readonly doc: JourneyDoc;
  private readonly facts: Facts;
  private readonly cellBlocks = new Map<string, Set<string>>();
  private readonly dirty: Dirty = new Map();
  private metaDirty = false;
  current: JourneyView;

  constructor(doc: JourneyDoc) {
    this.doc = doc;
    this.facts = readAllFacts(doc);
    for (const cell of this.facts.cells.values()) this.indexCell(cell);
    this.current = this.assembled(undefined);
  }

  private indexCell(cell: CellFacts): void {
    const key = cellKey(cell.laneId, cell.touchpointId);
    const known = this.cellBlocks.get(key);
    if (known) known.add(cell.id);
    else this.cellBlocks.set(key, new Set([cell.id]));
  }

  private assembled(previous: JourneyView | undefined): JourneyView {
    const everExisted = (stageId: string): boolean => entities(this.doc, "stages").has(stageId);
    return assemble(this.facts, readMeta(metaOf(this.doc)), previous, everExisted);
  }

  touch(name: FactName, ids: Set<string>): void {
    const known = this.dirty.get(name);
    if (known) for (const id of ids) known.add(id);
    else this.dirty.set(name, ids);
  }

  touchMeta(): void {
    this.metaDirty = true;
  }

  /** Reads what is dirty and returns whether the view changed. */
  refresh(): boolean {
    if (this.dirty.size === 0 && !this.metaDirty) return false;
    const touched = this.readDirty();
    const before = this.current;
    this.current = touched ? this.patched(touched) : this.assembled(before);
    this.dirty.clear();
    this.metaDirty = false;
    return this.current !== before;
  }

  /** Reads the dirty entities. Returns what is to be patched, or null when the structure changed as well. */
  private readDirty(): Touched | null {
    let structural = this.metaDirty;
    const touchpoints = new Set<string>();
    const cells = new Set<string>();
    const shapes = new Set<string>();
    for (const [name, ids] of this.dirty) {
      if (!PATCHABLE.has(name)) structural = true;
      for (const id of ids) {
        const before = this.facts[name].get(id);
        readInto(this.facts, this.doc, name, id);
        const after = this.facts[name].get(id);
        if (name === "touchpoints") {
          structural ||= placeChanged(
            before as TouchpointFacts | undefined,
            after as TouchpointFacts | undefined,
          );
          touchpoints.add(id);
        }
        if (name === "shapes") {
          structural ||= shapeMoved(before as ShapeFacts | undefined, after as ShapeFacts | undefined);
          shapes.add(id);
          continue;
        }
        if (name === "cells") {
          this.cellTouched(before as CellFacts | undefined, after as CellFacts | undefined, cells);
          continue;
        }
        for (const one of [before, after])
          if (one && "touchpointId" in one && one.touchpointId !== null) touchpoints.add(one.touchpointId);
      }
    }
    return structural ? null : { touchpoints, cells, shapes };
  }

  /** Notes both places of a cell that moved: merging two touchpoints takes the cells of one over to the other. */
  private cellTouched(before: CellFacts | undefined, after: CellFacts | undefined, cells: Set<string>): void {
    if (before) {
      const key = cellKey(before.laneId, before.touchpointId);
      this.cellBlocks.get(key)?.delete(before.id);
      cells.add(key);
    }
    if (after) {
      this.indexCell(after);
      cells.add(cellKey(after.laneId, after.touchpointId));
    }
  }

  private patched(touched: Touched): JourneyView {
    const { current } = this;
    const touchpoints = this.patchedTouchpoints(touched.touchpoints);
    const cells = this.patchedCells(touched.cells);
    const shapes = this.patchedShapes(touched.shapes);
    const isSame =
      touchpoints === current.touchpoints && cells === current.cells && shapes === current.shapes;
    return isSame ? current : Object.freeze({ ...current, touchpoints, cells, shapes });
  }

  private patchedTouchpoints(ids: ReadonlySet<string>): JourneyView["touchpoints"] {
    const { touchpoints } = this.current;
    let next:
      | Map<string, JourneyView["touchpoints"] extends ReadonlyMap<string, infer V> ? V : never>
      | undefined;
    const hangings = ids.size > 0 ? groupHangings(this.facts) : undefined;
    for (const id of ids) {
      const own = this.facts.touchpoints.get(id);
      const known = touchpoints.get(id);
      if (!own || !known || !hangings) continue;
      const touchpoint = buildTouchpoint(own, hangings, known.subJourneyIds, known);
      if (touchpoint === known) continue;
      next ??= new Map(touchpoints);
      next.set(id, touchpoint);
    }
    return next ?? touchpoints;
  }

  private patchedShapes(ids: ReadonlySet<string>): JourneyView["shapes"] {
    const { shapes } = this.current;
    let next: Map<string, ShapeView> | undefined;
    for (const id of ids) {
      const own = this.facts.shapes.get(id);
      const known = shapes.get(id);
      if (!own || !known || !isKnownShape(own)) continue;
      const shape = shareShape(known, own);
      if (shape === known) continue;
      next ??= new Map(shapes);
      next.set(id, shape);
    }
    return next ?? shapes;
  }

  private patchedCells(keys: ReadonlySet<string>): JourneyView["cells"] {
    const { cells, touchpoints } = this.current;
    let next: Map<string, CellView> | undefined;
    for (const key of keys) {
      const blocks = [...(this.cellBlocks.get(key) ?? [])].flatMap((id) => this.facts.cells.get(id) ?? []);
      const [first] = blocks;
      const visible = first && touchpoints.has(first.touchpointId) && this.facts.lanes.has(first.laneId);
      const known = cells.get(key);
      const cell = visible ? buildCell(blocks, known) : null;
      if (cell === (known ?? null)) continue;
      next ??= new Map(cells);
      if (cell) next.set(key, cell);
      else next.delete(key);
    }
    return next ?? cells;
  }
}

/** A view that follows its document. */
export type JourneyWatcher = {
  readonly view: () => JourneyView;
  /** Calls back with the next view once after each change that altered it; returns the way to stop. */
  readonly subscribe: (listener: (view: JourneyView) => void) => () => void;
  readonly close: () => void;
};

/** Watches a document. Whoever opens the watch closes it. */
export function watchJourney(doc: JourneyDoc): JourneyWatcher {
  const watch = new JourneyWatch(doc);
  const listeners = new Set<(view: JourneyView) => void>();
  const observers = FACT_NAMES.map((name) => {
    const root = entities(doc, name);
    const observer = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void =>
      watch.touch(name, touchedIds(root, events));
    root.observeDeep(observer);
    return () => root.unobserveDeep(observer);
  });
  const onMeta = (): void => watch.touchMeta();
  const onSettled = (): void => {
    if (watch.refresh()) for (const listener of listeners) listener(watch.current);
  };
  metaOf(doc).observeDeep(onMeta);
  doc.on("afterAllTransactions", onSettled);
  return {
    view: () => watch.current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      for (const stop of observers) stop();
      metaOf(doc).unobserveDeep(onMeta);
      doc.off("afterAllTransactions", onSettled);
      listeners.clear();
    },
  };
}

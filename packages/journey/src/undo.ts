import * as Y from "yjs";
import { ENTITY_MAPS, entities, metaOf, type JourneyDoc } from "./schema.ts";

/** Most steps one can take back; the stack pins deleted content in memory, so it has an end. */
const STACK_LIMIT = 200;

/** One person's undo: it takes back only what came with their own origin (RULES J8). */
export type JourneyUndo = {
  /** False when there was nothing to take back. */
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  /** The next change begins a new step: call it at the start of a gesture. */
  readonly beginStep: () => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly close: () => void;
};

/** @param captureTimeout changes closer than this (ms) make one step: a word is taken back whole, not letter by letter. */
export function createUndo(doc: JourneyDoc, origin: unknown, captureTimeout = 300): JourneyUndo {
  const scope = [metaOf(doc), ...ENTITY_MAPS.map((map) => entities(doc, map))];
  const manager = new Y.UndoManager(scope, { trackedOrigins: new Set([origin]), captureTimeout });
  const listeners = new Set<() => void>();
  const tell = (): void => {
    if (manager.undoStack.length > STACK_LIMIT)
      manager.undoStack.splice(0, manager.undoStack.length - STACK_LIMIT);
    for (const listener of listeners) listener();
  };
  for (const event of ["stack-item-added", "stack-item-popped", "stack-cleared"] as const)
    manager.on(event, tell);
  return {
    undo: () => manager.undo() !== null,
    redo: () => manager.redo() !== null,
    canUndo: () => manager.undoStack.length > 0,
    canRedo: () => manager.redoStack.length > 0,
    beginStep: () => manager.stopCapturing(),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      listeners.clear();
      manager.destroy();
    },
  };
}

import * as Y from "yjs";
import { ENTITY_MAPS, entities, metaOf, type JourneyDoc } from "./schema.ts";

/** Most steps one can take back; the stack pins deleted content in memory, so it has an end. */
const STACK_LIMIT = 200;

/** Where a step keeps its name. */
const NAME = "name";

type StackItem = Y.UndoManager["undoStack"][number];

/** One person's undo: it takes back only what came with their own origin (RULES J8). */
export type JourneyUndo<Name = unknown> = {
  /** Says what the change that is made next is called; the step that takes it up keeps the name, and so does its way back and forth. */
  readonly name: (name: Name | null) => void;
  /** What the next undo or redo would take back or bring again; null when nobody named it. */
  readonly undoName: () => Name | null;
  readonly redoName: () => Name | null;
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
export function createUndo<Name = unknown>(
  doc: JourneyDoc,
  origin: unknown,
  captureTimeout = 300,
): JourneyUndo<Name> {
  const scope = [metaOf(doc), ...ENTITY_MAPS.map((map) => entities(doc, map))];
  const manager = new Y.UndoManager(scope, { trackedOrigins: new Set([origin]), captureTimeout });
  const listeners = new Set<() => void>();
  const tell = (): void => {
    if (manager.undoStack.length > STACK_LIMIT)
      manager.undoStack.splice(0, manager.undoStack.length - STACK_LIMIT);
    for (const listener of listeners) listener();
  };
  let name: Name | null = null;
  const nameOf = (stack: readonly StackItem[]): Name | null =>
    (stack.at(-1)?.meta.get(NAME) as Name | undefined) ?? null;
  const label = ({ stackItem }: { stackItem: StackItem }): void => {
    if (name !== null) stackItem.meta.set(NAME, name);
    name = null;
  };
  manager.on("stack-item-added", label);
  manager.on("stack-item-updated", label);
  // Last, so that who listens sees the step with its name.
  for (const event of [
    "stack-item-added",
    "stack-item-updated",
    "stack-item-popped",
    "stack-cleared",
  ] as const)
    manager.on(event, tell);
  /** The step that is made by taking one back is called as that one. */
  const goBack = (stack: readonly StackItem[], go: () => unknown): boolean => {
    name = nameOf(stack);
    const went = go() !== null;
    name = null;
    return went;
  };
  return {
    name: (next) => {
      name = next;
    },
    undoName: () => nameOf(manager.undoStack),
    redoName: () => nameOf(manager.redoStack),
    undo: () => goBack(manager.undoStack, () => manager.undo()),
    redo: () => goBack(manager.redoStack, () => manager.redo()),
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

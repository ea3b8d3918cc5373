import { create } from "zustand";
import type { Guide } from "./snap.ts";

type Drag = {
  /** The shapes under way, contents of frames included. */
  readonly ids: ReadonlySet<string>;
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly Guide[];
};

const NOTHING: Drag = { ids: new Set(), dx: 0, dy: 0, guides: [] };

/** The drag of shapes that is under way in this window. It is written once, at the drop. */
export const useShapeDrag = create<Drag>(() => NOTHING);

export function endDrag(): void {
  useShapeDrag.setState(NOTHING);
}

/** How far a shape has been dragged (px of the map), as "x y": one string, so that only what is dragged wakes. */
export function useDragged(id: string | null): { readonly dx: number; readonly dy: number } {
  const by = useShapeDrag(({ ids, dx, dy }) => (id !== null && ids.has(id) ? `${dx} ${dy}` : ""));
  const [dx = 0, dy = 0] = by === "" ? [] : by.split(" ").map(Number);
  return { dx, dy };
}

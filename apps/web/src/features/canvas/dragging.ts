import type { MapLayout } from "@polku/drawing";
import { create } from "zustand";
import type { DropPlace } from "./dropPlace.ts";

/** The drag that is under way in this window, if any. */
type Dragging = { readonly touchpointIds: readonly string[]; readonly place: DropPlace | null } | null;

export const useDragging = create<{ drag: Dragging; layout: MapLayout | null }>(() => ({
  drag: null,
  layout: null,
}));

/** Gestures read the layout when they need it; a card must not wake because something elsewhere moved. */
export function keepLayout(layout: MapLayout): void {
  useDragging.setState({ layout });
}

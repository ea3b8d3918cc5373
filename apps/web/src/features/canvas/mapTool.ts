import { create } from "zustand";

/** What a drag on the paper does: the hand moves the map, the arrow draws a frame around what it selects. */
export type MapTool = "hand" | "arrow";

/** The tool of this window. */
export const useMapTool = create<MapTool>(() => "hand");

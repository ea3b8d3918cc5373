import { create } from "zustand";

/** What a drag on the paper does: the hand moves the map, the arrow draws a frame around what it selects. */
export type MapTool = "hand" | "arrow";

const KEY = "polku.minimap";

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) === "open";
  } catch {
    return false;
  }
}

/** Whether the small map is open; the browser remembers it. */
export const useMinimap = create<boolean>(remembered);

export function turnMinimap(): void {
  const open = !useMinimap.getState();
  useMinimap.setState(open, true);
  try {
    localStorage.setItem(KEY, open ? "open" : "closed");
  } catch {
    // A browser that keeps nothing begins without it the next time.
  }
}

/** The tool of this window. */
export const useMapTool = create<MapTool>(() => "hand");

import { GRID } from "@polku/drawing";
import type { Camera } from "./useCameraMoves.ts";

/** Far out the stages' heads keep a readable height (px of the window) and grow upwards; the window's edge must leave them that room. */
const READABLE = 26;

/** Frozen lanes that would take more of the window than this go along with the map: something must be left to see under them. */
const MOST = 0.6;

/** Where the stages' heads stand, px of the window from its top: with the map, but never above the edge. */
export function headsTop([, y, zoom]: Camera): number {
  return Math.max(y, READABLE - GRID.bandHeight * zoom, 0);
}

/** Whether lanes that end at `frozenEnd` (px of the map) stay in sight in a window of this height. */
export function staysInSight(frozenEnd: number, zoom: number, windowHeight: number): boolean {
  return frozenEnd > GRID.bandHeight && frozenEnd * zoom <= windowHeight * MOST;
}

/** Where the map's top would be for the frozen lanes, px of the window: as the stages' heads, while they stay in sight. */
export function frozenTop(camera: Camera, frozenEnd: number, windowHeight: number): number {
  return staysInSight(frozenEnd, camera[2], windowHeight) ? headsTop(camera) : camera[1];
}

/** How far the frozen lanes stand below where they lie, px of the map. */
export function frozenShift(camera: Camera, frozenEnd: number, windowHeight: number): number {
  const [, y, zoom] = camera;
  return (frozenTop(camera, frozenEnd, windowHeight) - y) / zoom;
}

/** Below the frozen lanes an edge needs this much, px of the map, to come down from a card and turn into its gutter. */
export const EDGE_ROOM = 44;

/** How far above a branch its edges run across, px of the map. */
const RUN = 24;

/**
 * Whether the upper ends of a sub-journey's edges are to be drawn with frozen cards that stand `by` px of the map lower than they lie: only
 * while they stand lower, and while the edges still run below the frozen lanes. Branches within branches hang at no frozen card.
 */
export function hasRoomBelow(
  { depth, box }: { readonly depth: number; readonly box: { readonly y: number } },
  frozenEnd: number,
  by: number,
): boolean {
  return depth === 1 && by > 0 && frozenEnd + EDGE_ROOM + by <= box.y - RUN;
}

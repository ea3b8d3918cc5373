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

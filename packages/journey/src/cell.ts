import type { Entity } from "./read/attributes.ts";
import { readString, readText } from "./read/attributes.ts";

/** One text block in a cell. Two people who begin to type in an empty cell at the same instant make one each; both stay. */
export type CellBlock = { readonly id: string; readonly text: string };

/** What stands where a lane crosses a touchpoint. */
export type CellView = {
  readonly laneId: string;
  readonly touchpointId: string;
  readonly blocks: readonly CellBlock[];
};

export type CellFacts = CellBlock & { readonly laneId: string; readonly touchpointId: string };

/** The key of a cell in `JourneyView.cells`. */
export function cellKey(laneId: string, touchpointId: string): string {
  return `${laneId}/${touchpointId}`;
}

export function readCell(id: string, cell: Entity): CellFacts | null {
  const laneId = readString(cell, "laneId");
  const touchpointId = readString(cell, "touchpointId");
  if (laneId === null || touchpointId === null) return null;
  return Object.freeze({ id, laneId, touchpointId, text: readText(cell, "text") });
}

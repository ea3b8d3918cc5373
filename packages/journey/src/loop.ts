import type { Entity } from "./read/attributes.ts";
import { readString, readText } from "./read/attributes.ts";

/** Where the customer goes round again: an edge from one touchpoint back to another. */
export type LoopView = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly title: string;
};

export function readLoop(id: string, loop: Entity): LoopView | null {
  const from = readString(loop, "from");
  const to = readString(loop, "to");
  if (from === null || to === null) return null;
  return Object.freeze({ id, from, to, title: readText(loop, "title") });
}

import type { ArrowEnd } from "@polku/journey";
import { create } from "zustand";

/** What one can put on the free canvas by hand. */
export const SHAPE_TOOLS = ["note", "text", "arrow", "frame", "drawing"] as const;
export type ShapeTool = (typeof SHAPE_TOOLS)[number];

type Hand = {
  readonly tool: ShapeTool | null;
  /** Where an arrow that is being drawn begins. */
  readonly from: ArrowEnd | null;
};

/** The tool in this person's hand; null is the hand itself. */
export const useShapeTool = create<Hand>(() => ({ tool: null, from: null }));

/** Takes a tool, or puts it down when it is in hand already. */
export function takeTool(tool: ShapeTool | null): void {
  useShapeTool.setState((now) => ({ tool: now.tool === tool ? null : tool, from: null }));
}

import { placeAt, valenceAt, type CurveLane, type TouchpointColumn } from "@polku/drawing";
import type { MouseEvent } from "react";

/** The place on the curve that a pointer means: its touchpoint, t (0..1) and valence (−2..2); null beside all columns. */
export function placeInLane(
  event: MouseEvent<SVGElement> | globalThis.PointerEvent,
  columns: readonly TouchpointColumn[],
  lane: CurveLane,
  svg: SVGSVGElement | null = event.currentTarget instanceof SVGElement
    ? event.currentTarget.ownerSVGElement
    : null,
): { touchpointId: string; t: number; v: number } | null {
  const matrix = svg?.getScreenCTM();
  if (!matrix) return null;
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
  const column = columns.find((one) => x >= one.x && x <= one.x + one.width);
  return column ? { touchpointId: column.touchpointId, t: placeAt(x, column), v: valenceAt(y, lane) } : null;
}

import { drawnBox, overlap, type Box } from "@polku/drawing";
import type { JourneyView, ShapeView } from "@polku/journey";
import { useStore, type ReactFlowState } from "@xyflow/react";
import { useMemo } from "react";
import { shallow } from "zustand/shallow";
import { useJourney } from "../../session/SessionContext.tsx";

/** px of the window by which what is drawn reaches beyond it; panning less than this changes nothing. */
const UNIT = 320;

/** The part of the map that is worth drawing, in whole units, so that it stays the same while one pans within one. */
function useSight(): Box {
  const [x, y, width, height] = useStore((state: ReactFlowState) => {
    const [left, top, zoom] = state.transform;
    const unit = UNIT / 2 ** Math.round(Math.log2(zoom));
    const from = (shift: number): number => Math.floor(-shift / zoom / unit - 1) * unit;
    const to = (shift: number, size: number): number => Math.ceil((size - shift) / zoom / unit + 1) * unit;
    const [fromX, fromY] = [from(left), from(top)];
    return [fromX, fromY, to(left, state.width) - fromX, to(top, state.height) - fromY] as const;
  }, shallow);
  return useMemo(() => ({ x, y, width, height }), [x, y, width, height]);
}

/** Whether a shape lies on a touchpoint, so that it has a place on a map of one sub-journey alone. */
function isOnTouchpoint(shape: ShapeView, shapes: JourneyView["shapes"]): boolean {
  if (shape.kind !== "arrow") return shape.touchpointId !== null;
  return [shape.from, shape.to].every((end) => {
    const at = end?.shapeId ? shapes.get(end.shapeId) : undefined;
    return end?.touchpointId !== null || (at !== undefined && at.touchpointId !== null);
  });
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i]);
}

/** Picks from views the ids of the shapes in sight; it answers with the same list as long as the same shapes are. */
function sightPicker(cards: ReadonlyMap<string, Box>, isAlone: boolean, sight: Box) {
  let seen: JourneyView["shapes"] | null = null;
  let known: readonly string[] = [];
  return ({ shapes }: JourneyView): readonly string[] => {
    if (shapes === seen) return known;
    seen = shapes;
    const next = [...shapes.values()].flatMap((shape) => {
      if (isAlone && !isOnTouchpoint(shape, shapes)) return [];
      const box = drawnBox(shape, cards, shapes);
      return box && overlap(box, sight) ? [shape.id] : [];
    });
    if (!sameIds(known, next)) known = next;
    return known;
  };
}

/** The ids of the shapes that are in sight, the lowest first: the same list as long as none comes, goes or is laid elsewhere. */
export function useShapesInSight(cards: ReadonlyMap<string, Box>, isAlone: boolean): readonly string[] {
  const sight = useSight();
  const pick = useMemo(() => sightPicker(cards, isAlone, sight), [cards, isAlone, sight]);
  return useJourney(pick);
}

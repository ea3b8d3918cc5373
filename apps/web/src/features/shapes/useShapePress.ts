import { carriedShapes, moveShapes } from "@polku/journey";
import { useStoreApi } from "@xyflow/react";
import type { PointerEvent } from "react";
import { sameThing, type Thing } from "../../session/attention.ts";
import { useSession } from "../../session/SessionContext.tsx";
import { shapesInHand } from "../../session/shapeHand.ts";
import { endDrag, useShapeDrag } from "./shapeDrag.ts";

/** A press becomes a drag after this many px. */
const THRESHOLD = 4;

const coarse = matchMedia("(pointer: coarse)");

/** Whether a press on a shape is for the shape: a finger that lands on one usually wants to move the map, unless it is in hand. */
export function grabs(inHand: boolean): boolean {
  return inHand || !coarse.matches;
}

/** A press on a shape takes it in hand, a drag moves what is in hand, a press on what was in hand alone opens its text. */
export function useShapePress(id: string): (down: PointerEvent) => void {
  const session = useSession();
  const flow = useStoreApi();
  return (down) => {
    const target = down.target as Element;
    if (down.button !== 0 || target.closest("textarea, input, [data-press]")) return;
    const { attention } = session;
    const me: Thing = { kind: "shape", id };
    const before = attention.getState();
    const wasAlone = sameThing(before.selected, me) && before.gathered.size === 0 && before.editing === null;
    const wasInHand = shapesInHand(session).includes(id);
    if (!wasInHand) attention.select(me);
    if (!session.connection().canEdit || !grabs(wasInHand)) return;

    const element = down.currentTarget;
    const { shapes, meta } = session.view();
    const inHand = shapesInHand(session);
    const isHeld = meta.locked || inHand.some((one) => shapes.get(one)?.locked);
    let moving = false;
    const stop = new AbortController();
    const { signal } = stop;
    const move = (event: globalThis.PointerEvent): void => {
      const zoom = flow.getState().transform[2];
      const [dx, dy] = [(event.clientX - down.clientX) / zoom, (event.clientY - down.clientY) / zoom];
      if (isHeld || (!moving && Math.hypot(dx, dy) * zoom < THRESHOLD)) return;
      if (!moving) {
        moving = true;
        element.setPointerCapture(down.pointerId);
        session.undo.beginStep();
        useShapeDrag.setState({ ids: carriedShapes(shapes.values(), inHand) });
      }
      useShapeDrag.setState({ dx: Math.round(dx), dy: Math.round(dy) });
    };
    const end = (drop: boolean): void => {
      stop.abort();
      const { dx, dy } = useShapeDrag.getState();
      endDrag();
      if (moving && drop) session.run(moveShapes, { shapeIds: inHand, dx, dy });
      else if (!moving && drop && wasAlone && !isHeld) attention.edit(me);
      // A plain press on one of many takes that one alone.
      else if (!moving && drop && wasInHand && inHand.length > 1) attention.gather([me], me);
    };
    addEventListener("pointermove", move, { signal });
    addEventListener("pointerup", () => end(true), { signal });
    addEventListener("pointercancel", () => end(false), { signal });
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      end(false);
    };
    addEventListener("keydown", escape, { signal, capture: true });
  };
}

import { moveShapes, placeShapes, SHAPE_SIZE } from "@polku/journey";
import { useReactFlow, useStoreApi } from "@xyflow/react";
import type { Point } from "@polku/drawing";
import { useEffect } from "react";
import type { JourneySession } from "../../session/journeySession.ts";
import { useSession } from "../../session/SessionContext.tsx";
import { duplicateShapes, groupShapes, shapesInHand } from "../../session/shapeHand.ts";
import { isTyping } from "../../ui/isTyping.ts";
import { takeTool, useShapeTool, type ShapeTool } from "./shapeTool.ts";
import { endOf, makeArrow, makeBox, makeNote } from "./useDrawing.ts";

/** What an arrow key means: to the right, and down. */
export const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const TOOLS: Readonly<Record<string, ShapeTool>> = { t: "text", a: "arrow", r: "frame", d: "drawing" };

/** px that an arrow key moves by, and with Shift. */
export const STEP = { usual: 8, fine: 1 } as const;

function resize(session: JourneySession, ids: readonly string[], dx: number, dy: number): void {
  const { shapes } = session.view();
  const places = ids.flatMap((shapeId) => {
    const shape = shapes.get(shapeId);
    if (!shape || shape.kind === "arrow" || shape.kind === "drawing") return [];
    return [{ shapeId, size: { width: shape.width + dx, height: shape.height + dy } }];
  });
  if (places.length > 0) session.run(placeShapes, { places });
}

/** Where the pointer was last over the map of a window; null when it is elsewhere. */
type Pointer = { at: Point | null };

/** Enter with a tool in hand does with the keyboard what a press does: in the middle of the window, or at the selected thing. */
function workTool(session: JourneySession, tool: ShapeTool, middle: Point): void {
  if (tool === "note") makeNote(session, middle);
  else if (tool === "text" || tool === "frame") {
    const [width, height] = SHAPE_SIZE[tool];
    makeBox(session, tool, { x: middle.x - width / 2, y: middle.y - height / 2, width, height });
  } else if (tool === "arrow") {
    const end = endOf(session, session.attention.getState().selected);
    const { from } = useShapeTool.getState();
    if (end && from) makeArrow(session, from, end);
    else if (end) useShapeTool.setState({ from: end });
  }
}

/** The keyboard of the free canvas: letters take tools, arrows move what is in hand, with Alt they size it. */
export function useShapeKeys(): void {
  const session = useSession();
  const flow = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    const pointer: Pointer = { at: null };
    const follow = (event: PointerEvent): void => {
      const isOver = event.target instanceof Element && event.target.closest(".map .react-flow") !== null;
      pointer.at = isOver ? { x: event.clientX, y: event.clientY } : null;
    };
    const middle = (): Point => {
      const { domNode, width, height } = store.getState();
      const { x = 0, y = 0 } = domNode?.getBoundingClientRect() ?? {};
      return flow.screenToFlowPosition({ x: x + width / 2, y: y + height / 2 });
    };
    const withTool = (event: KeyboardEvent, tool: ShapeTool): boolean => {
      if (event.key === "Escape") takeTool(null);
      else if (
        event.key === "Enter" &&
        !(event.target instanceof Element && event.target.closest(".shape-tools"))
      )
        workTool(session, tool, middle());
      else return false;
      return true;
    };
    const inHand = (event: KeyboardEvent, ids: readonly string[]): boolean => {
      const direction = ARROWS[event.key];
      const withCtrl = event.ctrlKey || event.metaKey;
      if (direction && !withCtrl) {
        const [x, y] = direction;
        const step = event.shiftKey ? STEP.fine : STEP.usual;
        if (!event.repeat) session.undo.beginStep();
        if (event.altKey) resize(session, ids, x * step, y * step);
        else session.run(moveShapes, { shapeIds: [...ids], dx: x * step, dy: y * step });
        return true;
      }
      if (withCtrl && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "d") {
        duplicateShapes(session, ids);
        return true;
      }
      if (withCtrl && !event.altKey && event.key.toLowerCase() === "g") {
        groupShapes(session, ids, !event.shiftKey);
        return true;
      }
      return false;
    };
    const letter = (event: KeyboardEvent): boolean => {
      if (event.ctrlKey || event.metaKey || event.altKey) return false;
      if (event.shiftKey && event.key === "N") {
        const at = pointer.at ? flow.screenToFlowPosition(pointer.at) : middle();
        makeNote(session, at);
        return true;
      }
      const tool = event.shiftKey ? undefined : TOOLS[event.key];
      if (tool) takeTool(tool);
      return tool !== undefined;
    };
    const press = (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented || isTyping(event.target)) return;
      if (!session.connection().canEdit) return;
      const { tool } = useShapeTool.getState();
      const ids = shapesInHand(session);
      const handled =
        (tool !== null && withTool(event, tool)) || (ids.length > 0 && inHand(event, ids)) || letter(event);
      if (!handled) return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener("pointermove", follow);
    addEventListener("keydown", press, { capture: true });
    return () => {
      removeEventListener("pointermove", follow);
      removeEventListener("keydown", press, { capture: true });
    };
  }, [session, flow, store]);
}

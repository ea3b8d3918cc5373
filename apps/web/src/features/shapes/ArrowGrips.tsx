import type { ArrowLine, Point } from "@polku/drawing";
import { bendArrow, type ArrowEnd, type ShapeView } from "@polku/journey";
import { useReactFlow } from "@xyflow/react";
import type { PointerEvent } from "react";
import { useSession } from "../../session/SessionContext.tsx";
import { endAt } from "./useDrawing.ts";

type End = "from" | "to";

type Props = {
  readonly shape: ShapeView;
  readonly line: ArrowLine;
  /** Where an end is held while it is being dragged; null when it is let go. */
  readonly onPull: (pull: { readonly end: End; readonly at: Point } | null) => void;
};

/** The two ends of an arrow in hand: each can be dragged to another card, another shape or an empty place. */
export function ArrowGrips({ shape, line, onPull }: Props) {
  const session = useSession();
  const flow = useReactFlow();
  const press = (down: PointerEvent<HTMLSpanElement>, end: End): void => {
    if (down.button !== 0) return;
    down.stopPropagation();
    const grip = down.currentTarget;
    grip.setPointerCapture(down.pointerId);
    const stop = new AbortController();
    const { signal } = stop;
    const place = (event: globalThis.PointerEvent): Point =>
      flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const move = (event: globalThis.PointerEvent): void => onPull({ end, at: place(event) });
    const finish = (event: globalThis.PointerEvent | null): void => {
      stop.abort();
      onPull(null);
      if (!event || Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < 4) return;
      const to = endUnder(event, place(event));
      session.undo.beginStep();
      session.run(bendArrow, { shapeId: shape.id, [end]: to });
    };
    /** What lies under the pointer, but for the arrow itself. */
    const endUnder = (event: globalThis.PointerEvent, at: Point): ArrowEnd => {
      const under = document
        .elementsFromPoint(event.clientX, event.clientY)
        .find(
          (element) => element.closest("[data-thing]") && !element.closest(".shape--arrow, .shape--frame"),
        );
      return endAt(session, under ?? null, at);
    };
    addEventListener("pointermove", move, { signal });
    addEventListener("pointerup", finish, { signal });
    addEventListener("pointercancel", () => finish(null), { signal });
  };
  return (["from", "to"] as const).map((end) => (
    <span
      key={end}
      className="shape__end nodrag nopan"
      data-press
      data-end={end}
      style={{ left: line[end].x, top: line[end].y }}
      onPointerDown={(event) => press(event, end)}
      aria-hidden="true"
    />
  ));
}

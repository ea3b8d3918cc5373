import { moveTouchpoint } from "@polku/journey";
import type { Box } from "@polku/drawing";
import { useStoreApi } from "@xyflow/react";
import { memo, type PointerEvent, type ReactNode } from "react";
import { sameThing, type Thing } from "../../session/attention.ts";
import { useAttention, useAttentionStore, useCanEdit, useSession } from "../../session/SessionContext.tsx";
import { useDragging } from "./dragging.ts";
import { dropPlace } from "./dropPlace.ts";
import { Holders } from "./Holders.tsx";

type Props = { readonly touchpointId: string; readonly box: Box; readonly children: ReactNode };

/** A press becomes a drag after this many px. */
const THRESHOLD = 5;

/** The place of a card: selects it, and drags it to another place or stage. Writes once, at the drop. */
export const CardFrame = memo(function CardFrame({ touchpointId, box, children }: Props) {
  const me: Thing = { kind: "touchpoint", id: touchpointId };
  const selected = useAttention((attention) => sameThing(attention.selected, me));
  const attention = useAttentionStore();
  const dragged = useDragging((state) => state.drag?.touchpointId === touchpointId);
  const drag = useCardDrag(touchpointId, box);
  return (
    <div
      className={`card-frame${drag.grabs(selected) ? " nodrag nopan" : ""}`}
      data-thing={`touchpoint:${touchpointId}`}
      data-selected={selected || undefined}
      data-dragged={dragged || undefined}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      onPointerDown={(event) => {
        attention.select(me);
        if (drag.grabs(selected)) drag.press(event);
      }}
    >
      <Holders thing={me} />
      {children}
    </div>
  );
});

const coarse = matchMedia("(pointer: coarse)");

function useCardDrag(touchpointId: string, box: Box) {
  const session = useSession();
  const canEdit = useCanEdit();
  const flow = useStoreApi();

  const press = (down: PointerEvent<HTMLDivElement>): void => {
    const target = down.target as HTMLElement;
    if (!canEdit || down.button !== 0 || target.closest("textarea, input, select, [data-press]")) return;
    const frame = down.currentTarget;
    let moving = false;
    const grip = frame.getBoundingClientRect();
    const [gripX, gripY] = [down.clientX - grip.left, down.clientY - grip.top];
    const stop = new AbortController();

    const move = (event: globalThis.PointerEvent): void => {
      const zoom = flow.getState().transform[2];
      const dx = (event.clientX - down.clientX) / zoom;
      const dy = (event.clientY - down.clientY) / zoom;
      if (!moving && Math.hypot(dx, dy) * zoom < THRESHOLD) return;
      if (!moving) {
        moving = true;
        frame.setPointerCapture(down.pointerId);
        session.undo.beginStep();
      }
      frame.style.transform = `translate(${dx}px, ${dy}px)`;
      const { layout } = useDragging.getState();
      const place =
        layout && dropPlace(layout, box.x + gripX / zoom + dx, box.y + gripY / zoom + dy, touchpointId);
      useDragging.setState({ drag: { touchpointId, place } });
    };
    const end = (drop: boolean): void => {
      stop.abort();
      frame.style.transform = "";
      const place = useDragging.getState().drag?.place;
      useDragging.setState({ drag: null });
      if (!moving) return;
      if (drop && place)
        session.run(moveTouchpoint, { touchpointId, stageId: place.stageId, index: place.index });
    };
    const { signal } = stop;
    addEventListener("pointermove", move, { signal });
    addEventListener("pointerup", () => end(true), { signal });
    addEventListener("pointercancel", () => end(false), { signal });
    addEventListener("keydown", (event) => event.key === "Escape" && end(false), { signal });
  };

  // A finger that lands on a card usually wants to move the map; a selected card is held.
  const grabs = (selected: boolean): boolean => canEdit && (selected || !coarse.matches);
  return { press, grabs };
}

/** The line that shows where the dragged card would land. */
export function DropLine() {
  const line = useDragging((state) => state.drag?.place?.line);
  if (!line) return null;
  return <div className="drop-line" style={{ left: line.x - 2, top: line.y, height: line.height }} />;
}

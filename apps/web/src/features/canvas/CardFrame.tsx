import { moveTouchpoints } from "@polku/journey";
import type { Box } from "@polku/drawing";
import { useStoreApi } from "@xyflow/react";
import { memo, type PointerEvent, type ReactNode } from "react";
import { isInHand, type Thing } from "../../session/attention.ts";
import { handful, idsOf, stagesOf } from "../../session/handful.ts";
import type { JourneySession } from "../../session/journeySession.ts";
import { useAttention, useAttentionStore, useCanEdit, useSession } from "../../session/SessionContext.tsx";
import { useDragging } from "./dragging.ts";
import { dropPlace } from "./dropPlace.ts";
import { Holders } from "./Holders.tsx";

type Props = { readonly touchpointId: string; readonly box: Box; readonly children: ReactNode };

/** A press becomes a drag after this many px. */
const THRESHOLD = 5;

/** The place of a card: selects it, and drags it, with all that is in hand, to another place or stage. Writes once, at the drop. */
export const CardFrame = memo(function CardFrame({ touchpointId, box, children }: Props) {
  const me: Thing = { kind: "touchpoint", id: touchpointId };
  const selected = useAttention((attention) => isInHand(attention, me));
  const attention = useAttentionStore();
  const dragged = useDragging((state) => state.drag?.touchpointIds.includes(touchpointId) ?? false);
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
  const { attention } = session;

  const press = (down: PointerEvent<HTMLDivElement>): void => {
    const target = down.target as HTMLElement;
    if (!canEdit || down.button !== 0 || target.closest("textarea, input, select, [data-press]")) return;
    const frame = down.currentTarget;
    // All that were gathered go along, in the order of their path.
    const inHand = idsOf(handful(session), "touchpoint");
    const touchpointIds = inHand.includes(touchpointId) ? pathOrder(session, inHand) : [touchpointId];
    const frames = touchpointIds.flatMap((id) => frameOf(frame, id) ?? []);
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
      for (const one of frames) one.style.transform = `translate(${dx}px, ${dy}px)`;
      const { layout } = useDragging.getState();
      const place =
        layout && dropPlace(layout, box.x + gripX / zoom + dx, box.y + gripY / zoom + dy, touchpointIds);
      useDragging.setState({ drag: { touchpointIds, place } });
    };
    const end = (drop: boolean): void => {
      stop.abort();
      for (const one of frames) one.style.transform = "";
      const place = useDragging.getState().drag?.place;
      useDragging.setState({ drag: null });
      if (!moving) {
        // A press without a drag takes this one alone.
        if (drop) attention.gather([{ kind: "touchpoint", id: touchpointId }], null);
        return;
      }
      if (drop && place)
        session.run(moveTouchpoints, { touchpointIds, stageId: place.stageId, index: place.index });
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

/** Some touchpoints in time order. */
function pathOrder(session: JourneySession, ids: readonly string[]): string[] {
  return stagesOf(session.view()).flatMap(({ touchpointIds }) =>
    touchpointIds.filter((id) => ids.includes(id)),
  );
}

/** The frame of another card on the same map, if it is drawn now. */
function frameOf(beside: HTMLElement, touchpointId: string): HTMLElement | null {
  return (
    beside
      .closest(".map")
      ?.querySelector<HTMLElement>(`[data-thing="touchpoint:${CSS.escape(touchpointId)}"]`) ?? null
  );
}

/** The line that shows where the dragged card would land. */
export function DropLine() {
  const line = useDragging((state) => state.drag?.place?.line);
  if (!line) return null;
  return <div className="drop-line" style={{ left: line.x - 2, top: line.y, height: line.height }} />;
}

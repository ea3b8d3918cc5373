import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import type { DragLocationHistory } from "@atlaskit/pragmatic-drag-and-drop/types";
import type { JourneyView } from "@polku/journey";
import { useEffect, useRef, type RefObject } from "react";
import type { Quote } from "../../../api/quotes.ts";
import { useSession } from "../../../session/SessionContext.tsx";
import { usePin } from "./usePin.ts";

const KIND = "polku/quote";

/** Makes an element a quote that can be dragged onto the map; one that is chosen takes the others that are chosen along. */
export function useDragQuote(
  element: RefObject<HTMLElement | null>,
  quote: Quote,
  enabled: boolean,
  chosen: readonly Quote[] = [],
): void {
  const now = useRef<readonly Quote[]>([quote]);
  useEffect(() => {
    now.current = chosen.some(({ id }) => id === quote.id) ? chosen : [quote];
  });
  useEffect(() => {
    if (!element.current || !enabled) return;
    return draggable({
      element: element.current,
      getInitialData: () => ({ kind: KIND, quotes: now.current }),
    });
  }, [element, enabled]);
}

type Under = { readonly id: string; readonly at?: number; readonly frame: Element | null };

/** The touchpoint whose card, cells or point of the curve are under a point of the window; of a point of the curve its moment too. */
function touchpointUnder(view: JourneyView, x: number, y: number): Under | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const key = element.closest<HTMLElement>("[data-thing]")?.dataset.thing ?? "";
    const point = emotionPoint(view, /^point:(.+)$/.exec(key)?.[1]);
    const id =
      point?.touchpointId ?? /^touchpoint:(.+)$/.exec(key)?.[1] ?? /^cell:[^/]+\/(.+)$/.exec(key)?.[1];
    if (id === undefined) continue;
    const frame = document.querySelector(`.card-frame[data-thing="touchpoint:${CSS.escape(id)}"]`);
    return { id, ...(point && { at: point.t }), frame };
  }
  return null;
}

function emotionPoint(view: JourneyView, id: string | undefined) {
  if (id === undefined) return undefined;
  return [...view.touchpoints.values()].flatMap(({ points }) => points).find((point) => point.id === id);
}

function isQuote(
  data: Record<string | symbol, unknown>,
): data is { kind: typeof KIND; quotes: readonly Quote[] } {
  return data.kind === KIND;
}

/**
 * While the library is open the whole map takes quotes, and the card under the pointer shows that it would. One target for the map: cards
 * come and go as the window moves over them.
 */
export function useDropOnMap(enabled: boolean): void {
  const pin = usePin();
  const session = useSession();
  const now = useRef(pin);
  useEffect(() => {
    now.current = pin;
  });
  useEffect(() => {
    const map = document.querySelector<HTMLElement>(".map");
    if (!map || !enabled) return;
    let over: Element | null = null;
    const light = (frame: Element | null): void => {
      if (frame === over) return;
      over?.removeAttribute("data-quote-over");
      frame?.setAttribute("data-quote-over", "");
      over = frame;
    };
    const follow = ({ location: { current } }: { location: DragLocationHistory }): void =>
      light(touchpointUnder(session.view(), current.input.clientX, current.input.clientY)?.frame ?? null);
    const stop = dropTargetForElements({
      element: map,
      canDrop: ({ source }) => isQuote(source.data),
      getDropEffect: () => "link",
      onDragEnter: follow,
      onDrag: follow,
      onDragLeave: () => light(null),
      onDrop: ({ source, location: { current } }) => {
        light(null);
        const under = touchpointUnder(session.view(), current.input.clientX, current.input.clientY);
        if (under && isQuote(source.data)) now.current(source.data.quotes, under.id, under.at);
      },
    });
    return () => {
      light(null);
      stop();
    };
  }, [enabled, session]);
}

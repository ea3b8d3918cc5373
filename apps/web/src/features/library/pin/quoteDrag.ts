import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import type { DragLocationHistory } from "@atlaskit/pragmatic-drag-and-drop/types";
import { useEffect, useRef, type RefObject } from "react";
import type { Quote } from "../../../api/quotes.ts";
import { usePin } from "./usePin.ts";

const KIND = "polku/quote";

/** Makes an element a quote that can be dragged onto the map. */
export function useDragQuote(element: RefObject<HTMLElement | null>, quote: Quote, enabled: boolean): void {
  useEffect(() => {
    if (!element.current || !enabled) return;
    return draggable({ element: element.current, getInitialData: () => ({ kind: KIND, quote }) });
  }, [element, quote, enabled]);
}

/** The touchpoint whose card or cells are under a point of the window. */
function touchpointUnder(x: number, y: number): { id: string; frame: Element | null } | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const key = element.closest<HTMLElement>("[data-thing]")?.dataset.thing ?? "";
    const id = /^touchpoint:(.+)$/.exec(key)?.[1] ?? /^cell:[^/]+\/(.+)$/.exec(key)?.[1];
    if (id !== undefined)
      return { id, frame: document.querySelector(`.card-frame[data-thing="touchpoint:${CSS.escape(id)}"]`) };
  }
  return null;
}

function isQuote(data: Record<string | symbol, unknown>): data is { kind: typeof KIND; quote: Quote } {
  return data.kind === KIND;
}

/**
 * While the library is open the whole map takes quotes, and the card under the pointer shows that it would. One target for the map: cards
 * come and go as the window moves over them.
 */
export function useDropOnMap(enabled: boolean): void {
  const pin = usePin();
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
      light(touchpointUnder(current.input.clientX, current.input.clientY)?.frame ?? null);
    const stop = dropTargetForElements({
      element: map,
      canDrop: ({ source }) => isQuote(source.data),
      getDropEffect: () => "link",
      onDragEnter: follow,
      onDrag: follow,
      onDragLeave: () => light(null),
      onDrop: ({ source, location: { current } }) => {
        light(null);
        const under = touchpointUnder(current.input.clientX, current.input.clientY);
        if (under && isQuote(source.data)) now.current(source.data.quote, under.id);
      },
    });
    return () => {
      light(null);
      stop();
    };
  }, [enabled]);
}

import { GRID, shapesOnMap, type Box, type MapLayout } from "@polku/drawing";
import type { JourneyView } from "@polku/journey";
import { useReactFlow, useStoreApi, type ReactFlowInstance } from "@xyflow/react";
import { useEffect, useRef, type RefObject } from "react";
import { thingKey, type Thing } from "../../session/attention.ts";
import { useAttention, useSession } from "../../session/SessionContext.tsx";
import { endFirstLook } from "../../ui/firstLook.ts";
import { staysInSight } from "./frozen.ts";
import { thingBox } from "./thingBox.ts";

type Camera = Pick<ReactFlowInstance, "setViewport" | "getViewport" | "fitBounds">;

/** Shows one thing as large as it is well read, in the middle. */
export function fitThing(
  flow: Camera,
  layout: MapLayout,
  thing: Thing,
  shapes: JourneyView["shapes"],
): boolean {
  const box = thingBox(layout, thing, shapes);
  if (box) void flow.fitBounds(box, { padding: 0.9, duration: 180 });
  return box !== null;
}

/** Shows the whole map, and what lies beside it. */
export function fitAll(flow: Camera, layout: MapLayout, shapes: JourneyView["shapes"]): Promise<boolean> {
  const { around } = shapesOnMap(layout, shapes);
  return flow.fitBounds(
    { ...around, width: around.width + 160, height: around.height + 60 },
    { padding: 0.03, duration: 180 },
  );
}

/** The first look: the map's beginning at a readable size, or the whole of it when it is small. */
export function useFirstFit(layout: MapLayout): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const done = useRef(false);
  useEffect(() => {
    if (done.current || layout.bands.length === 0) return;
    const place = (): boolean => {
      const { width, height } = store.getState();
      if (width === 0) return false;
      done.current = true;
      const zoom = Math.min(
        1,
        Math.max(0.75, Math.min((width - 40) / layout.grid.width, (height - 40) / layout.grid.height)),
      );
      void flow.setViewport({ x: 20, y: 14, zoom });
      // `public/opening.js` has put the server's picture at this very place; it goes once the map is painted over there.
      requestAnimationFrame(() => requestAnimationFrame(endFirstLook));
      return true;
    };
    if (place()) return;
    return store.subscribe(() => done.current || place());
  }, [flow, store, layout]);
}

/** How far the camera must go (px of the window) so that a box stands clear of the edges and of the stuck headings. */
export function cameraStep(
  box: Box,
  viewport: { x: number; y: number; zoom: number },
  size: { width: number; height: number },
  frozenEnd: number = GRID.bandHeight,
): { dx: number; dy: number } {
  const { x, y, zoom } = viewport;
  const left = box.x * zoom + x;
  const top = box.y * zoom + y;
  const margin = 24;
  const isFrozen = staysInSight(frozenEnd, zoom, size.height);
  const clear = {
    left: GRID.headingWidth * zoom + margin,
    top: (isFrozen ? frozenEnd : GRID.bandHeight) * zoom + margin,
  };
  const over = (from: number, length: number, low: number, high: number): number => {
    if (from < low || length > high - low) return low - from;
    return from + length > high ? high - from - length : 0;
  };
  return {
    dx: over(left, box.width * zoom, clear.left, size.width - margin),
    // What lies in a frozen lane is in sight wherever the map is.
    dy:
      isFrozen && box.y + box.height <= frozenEnd
        ? 0
        : over(top, box.height * zoom, clear.top, size.height - margin),
  };
}

/** Brings what was asked for into sight, and gives it the keyboard. */
export function useFollowReveal(layout: MapLayout, frame: RefObject<HTMLElement | null>): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const session = useSession();
  const reveal = useAttention((attention) => attention.reveal);
  const shown = useRef(0);
  useEffect(() => {
    if (!reveal || reveal.count === shown.current) return;
    const box = thingBox(layout, reveal.thing, session.view().shapes);
    if (!box) return;
    shown.current = reveal.count;
    const viewport = flow.getViewport();
    const { dx, dy } = cameraStep(box, viewport, store.getState(), layout.frozenEnd);
    if (dx !== 0 || dy !== 0) void flow.setViewport({ ...viewport, x: viewport.x + dx, y: viewport.y + dy });
    if (!reveal.takesKeys) return;
    // The element may come into being only now, with the columns that the camera moved to.
    const key = thingKey(reveal.thing);
    const frameId = requestAnimationFrame(() => {
      const element = frame.current?.querySelector<HTMLElement>(`[data-thing="${CSS.escape(key)}"]`);
      // A text that has just been opened in it keeps the caret.
      if (!element || element.contains(document.activeElement)) return;
      (element.querySelector<HTMLElement>("[data-focus], button") ?? element).focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frameId);
  }, [reveal, layout, flow, store, frame, session]);
}

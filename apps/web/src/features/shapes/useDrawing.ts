import type { Box, Point } from "@polku/drawing";
import { addShape, SHAPE_SIZE, type ArrowEnd } from "@polku/journey";
import { useReactFlow } from "@xyflow/react";
import { useEffect, useState, type RefObject } from "react";
import type { Thing } from "../../session/attention.ts";
import type { JourneySession } from "../../session/journeySession.ts";
import { useSession } from "../../session/SessionContext.tsx";
import { newPlace, writeNote } from "../../session/shapeHand.ts";
import { thingAt } from "../../session/thingAt.ts";
import { drawingOf } from "./simplify.ts";
import { takeTool, useShapeTool } from "./shapeTool.ts";

/** A press becomes a drag after this many px. */
const THRESHOLD = 6;

/** What is shown while a hand draws, in px of the map. */
export type Sketch =
  | { readonly kind: "frame"; readonly box: Box }
  | { readonly kind: "drawing"; readonly stroke: readonly Point[] }
  | { readonly kind: "arrow"; readonly from: ArrowEnd; readonly to: Point };

/** What an arrow would begin or end at: a shape, a touchpoint, or the place itself; the nearest touchpoint where no place is free. */
export function endAt(session: JourneySession, target: EventTarget | null, at: Point): ArrowEnd {
  const { touchpointId = null } = newPlace(session, at) ?? {};
  const free = { x: Math.round(at.x), y: Math.round(at.y), shapeId: null, touchpointId };
  return endOf(session, thingAt(session, target)) ?? free;
}

/** A thing as an end of an arrow; null when an arrow cannot end at it. */
export function endOf(session: JourneySession, thing: Thing | null): ArrowEnd | null {
  if (thing?.kind === "touchpoint") return { x: 0, y: 0, shapeId: null, touchpointId: thing.id };
  if (thing?.kind !== "shape" || session.view().shapes.get(thing.id)?.kind === "arrow") return null;
  return { x: 0, y: 0, shapeId: thing.id, touchpointId: null };
}

function sameEnd(a: ArrowEnd, b: ArrowEnd): boolean {
  const far = Math.hypot(a.x - b.x, a.y - b.y);
  return a.shapeId === b.shapeId && a.touchpointId === b.touchpointId && far < THRESHOLD;
}

/** Makes an arrow and takes it in hand; an arrow from a thing to itself is none. */
export function makeArrow(session: JourneySession, from: ArrowEnd, to: ArrowEnd): void {
  takeTool(null);
  if (sameEnd(from, to)) return;
  session.undo.beginStep();
  const made = session.run(addShape, { kind: "arrow", from, to });
  if (made.ok) session.attention.select({ kind: "shape", id: made.value.id });
}

/** Puts a text or a frame on the canvas and opens what is written on it. */
export function makeBox(session: JourneySession, kind: "text" | "frame", box: Box): void {
  takeTool(null);
  const { x, y, width, height } = box;
  const at = newPlace(session, { x: Math.round(x), y: Math.round(y) });
  if (!at) return;
  session.undo.beginStep();
  const made = session.run(addShape, {
    kind,
    at,
    size: { width: Math.round(width), height: Math.round(height) },
  });
  if (made.ok) session.attention.edit({ kind: "shape", id: made.value.id });
}

/** A new note with its middle at a place. */
export function makeNote(session: JourneySession, at: Point): void {
  takeTool(null);
  const [width, height] = SHAPE_SIZE.note;
  writeNote(session, { x: Math.round(at.x - width / 2), y: Math.round(at.y - height / 2) });
}

function between(a: Point, b: Point): Box {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

/** A click follows the release, when the tool may be down already: it must not select what lies under it. */
function swallowClick(): void {
  const swallow = (event: Event): void => event.stopPropagation();
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }));
}

/** While a tool is in hand, presses on the map are for the tool. Returns what it is drawing. */
export function useDrawing(inMap: RefObject<HTMLElement | null>): Sketch | null {
  const session = useSession();
  const flow = useReactFlow();
  const tool = useShapeTool((hand) => hand.tool);
  const [sketch, setSketch] = useState<Sketch | null>(null);

  useEffect(() => {
    const map = inMap.current?.closest<HTMLElement>(".map");
    if (!map || tool === null) return;
    map.setAttribute("data-drawing", tool);
    const place = (event: globalThis.PointerEvent): Point =>
      flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const isForTool = (event: Event): boolean =>
      event.target instanceof Element &&
      event.target.closest(".react-flow__panel, .shape-bar, textarea, input, [role=dialog]") === null;
    const under = (event: globalThis.PointerEvent) => document.elementFromPoint(event.clientX, event.clientY);

    const done = (from: Point, to: Point, stroke: readonly Point[], event: globalThis.PointerEvent): void => {
      const { zoom } = flow.getViewport();
      const isDrag = Math.hypot(to.x - from.x, to.y - from.y) * zoom >= THRESHOLD;
      if (tool === "note") makeNote(session, to);
      else if (tool === "drawing") {
        const drawn = drawingOf(stroke, 1 / zoom);
        const at = drawn && newPlace(session, drawn.at);
        if (!drawn || !at) return;
        session.undo.beginStep();
        session.run(addShape, { kind: "drawing", ...drawn, at });
      } else if (tool === "arrow") {
        const { from: begun } = useShapeTool.getState();
        const end = endAt(session, under(event), to);
        if (begun && (isDrag || !sameEnd(begun, end))) makeArrow(session, begun, end);
      } else {
        const [width, height] = SHAPE_SIZE[tool];
        const box = between(from, to);
        const isSized = isDrag && box.width > 40 && (tool === "text" || box.height > 40);
        makeBox(
          session,
          tool,
          isSized
            ? { ...box, height: Math.max(box.height, tool === "text" ? height : 0) }
            : { ...to, width, height },
        );
      }
    };

    const press = (down: globalThis.PointerEvent): void => {
      if (down.button !== 0 || !down.isPrimary || !isForTool(down)) return;
      down.stopPropagation();
      down.preventDefault();
      const from = place(down);
      const stroke = [from];
      if (tool === "arrow" && useShapeTool.getState().from === null)
        useShapeTool.setState({ from: endAt(session, down.target, from) });
      const stop = new AbortController();
      const { signal } = stop;
      const move = (event: globalThis.PointerEvent): void => {
        const to = place(event);
        if (tool === "drawing") {
          stroke.push(...(event.getCoalescedEvents?.() ?? [event]).map(place));
          setSketch({ kind: "drawing", stroke: [...stroke] });
        } else if (tool === "frame") setSketch({ kind: "frame", box: between(from, to) });
      };
      const end = (event: globalThis.PointerEvent | null): void => {
        stop.abort();
        setSketch(null);
        swallowClick();
        if (event) done(from, place(event), stroke, event);
      };
      addEventListener("pointermove", move, { signal });
      addEventListener("pointerup", end, { signal });
      addEventListener("pointercancel", () => end(null), { signal });
    };
    const follow = (event: globalThis.PointerEvent): void => {
      const { from } = useShapeTool.getState();
      if (tool === "arrow" && from) setSketch({ kind: "arrow", from, to: place(event) });
    };
    // The map is moved by mouse and touch events, not by pointer events; a click would select what lies under it.
    const swallow = (event: Event): void => {
      if (isForTool(event)) event.stopPropagation();
    };
    const others = ["mousedown", "touchstart", "click", "dblclick"] as const;
    map.addEventListener("pointerdown", press, { capture: true });
    map.addEventListener("pointermove", follow);
    for (const name of others) map.addEventListener(name, swallow, { capture: true });
    return () => {
      map.removeAttribute("data-drawing");
      map.removeEventListener("pointerdown", press, { capture: true });
      map.removeEventListener("pointermove", follow);
      for (const name of others) map.removeEventListener(name, swallow, { capture: true });
      setSketch(null);
    };
  }, [tool, session, flow, inMap]);
  return sketch;
}

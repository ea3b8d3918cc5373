import type { Box, MapLayout } from "@polku/drawing";
import { useStoreApi } from "@xyflow/react";
import { useEffect, useRef, useState } from "react";
import type { Thing } from "../../session/attention.ts";
import { sameThing, thingKey } from "../../session/attention.ts";
import type { JourneySession } from "../../session/journeySession.ts";
import { useSession } from "../../session/SessionContext.tsx";
import { thingAt, thingOf } from "../../session/thingAt.ts";
import { isTyping } from "../../ui/isTyping.ts";
import { allLike, stretch } from "./gathering.ts";
import { turnMinimap, useMapTool } from "./mapTool.ts";
import { neighbour, type Direction } from "./neighbour.ts";

/** A press becomes a frame after this many px. */
const THRESHOLD = 5;

/** What a frame takes when several kinds lie in it: the first of these. */
const KINDS = ["touchpoint", "shape", "cell", "point", "stage"] as const;

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

function gathered(session: JourneySession): readonly Thing[] {
  const now = session.attention.getState();
  if (now.gathered.size > 0) return [...now.gathered.values()];
  return now.selected ? [now.selected] : [];
}

/** Adds a thing to what is in hand, or lets it go; one of another kind begins anew. */
function toggle(session: JourneySession, thing: Thing): void {
  const before = gathered(session).filter(({ kind }) => kind === thing.kind);
  const without = before.filter((one) => !sameThing(one, thing));
  if (without.length < before.length) session.attention.gather(without, null);
  else session.attention.gather([...before, thing], thing);
}

function overlap(a: DOMRect, b: Box): boolean {
  return a.left < b.x + b.width && a.right > b.x && a.top < b.y + b.height && a.bottom > b.y;
}

/** The things that lie in a frame, all of one kind (px of the window). */
function thingsIn(session: JourneySession, map: Element, frame: Box): readonly Thing[] {
  const found = [...map.querySelectorAll("[data-thing]")]
    .filter((element) => overlap(element.getBoundingClientRect(), frame))
    .flatMap((element) => thingOf(session, element) ?? []);
  const kind = KINDS.find((one) => found.some((thing) => thing.kind === one));
  return found.filter((thing) => thing.kind === kind);
}

function frameBetween(a: PointerEvent, b: PointerEvent): Box {
  return {
    x: Math.min(a.clientX, b.clientX),
    y: Math.min(a.clientY, b.clientY),
    width: Math.abs(a.clientX - b.clientX),
    height: Math.abs(a.clientY - b.clientY),
  };
}

/** A point is bent by Shift and arrows, a shape is moved by them; everything else stands in a row that can be stretched along. */
function hasRow({ kind }: Thing): boolean {
  return kind !== "point" && kind !== "shape";
}

/** Whether a press is for something that has its own use for it: a tool, a field, a card that would be dragged. */
function isTaken(target: Element, withKey: boolean): boolean {
  if (target.closest("textarea, input, select, a, .tool, .react-flow__panel, .lane-resize, [data-press]"))
    return true;
  return (
    !withKey &&
    target.closest(
      ".card-frame, .shape, .emotion__point, .stage-head, .lane-head, .add-place, .add-stage",
    ) !== null
  );
}

/**
 * Several things at once: Shift or Ctrl and a press adds one, a drag with Shift (or with the arrow as the tool) draws a frame around
 * them, Shift and the arrow keys stretch, Ctrl A takes all of a kind. Returns the frame being drawn, in px of the map's window.
 */
export function useGathering(layout: MapLayout): Box | null {
  const session = useSession();
  const flow = useStoreApi();
  const [frame, setFrame] = useState<Box | null>(null);
  const now = useRef(layout);
  useEffect(() => {
    now.current = layout;
  }, [layout]);

  useEffect(() => {
    const { attention } = session;
    const mapOf = (target: EventTarget | null): Element | null =>
      target instanceof Element ? target.closest(".map") : null;

    const draw = (down: PointerEvent, map: Element, keep: readonly Thing[], tap: () => void): void => {
      const stop = new AbortController();
      const { signal } = stop;
      let drawing = false;
      let last = "";
      const move = (event: PointerEvent): void => {
        const box = frameBetween(down, event);
        if (!drawing && Math.hypot(box.width, box.height) < THRESHOLD) return;
        drawing = true;
        const own = map.getBoundingClientRect();
        setFrame({ ...box, x: box.x - own.x, y: box.y - own.y });
        const found = thingsIn(session, map, box);
        const all = [...keep.filter(({ kind }) => kind === found[0]?.kind), ...found];
        const key = all.map(thingKey).join();
        if (key !== last) attention.gather(all, null);
        last = key;
      };
      const end = (done: boolean): void => {
        stop.abort();
        setFrame(null);
        if (!drawing) {
          if (done) tap();
          return;
        }
        // The press ends here; what lies under it must not take it for a click.
        const swallow = (event: Event): void => event.stopPropagation();
        addEventListener("click", swallow, { capture: true, once: true });
        setTimeout(() => removeEventListener("click", swallow, { capture: true }));
        if (!done) attention.gather(keep, null);
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

    /** Whose the press under way is: ours alone, or ours as far as the map would be moved by it. */
    let ours: "alone" | "no pan" | null = null;
    const press = (event: PointerEvent): void => {
      ours = null;
      const map = mapOf(event.target);
      if (event.button !== 0 || !event.isPrimary || !map || !(event.target instanceof Element)) return;
      const isTouch = event.pointerType === "touch";
      const withKey = event.shiftKey || event.ctrlKey || event.metaKey;
      const withArrow = useMapTool.getState() === "arrow";
      const thing = thingAt(session, event.target);
      // A plain press takes one thing alone; a card waits for the release, for it may be dragged with the others.
      const isDragged = thing?.kind === "touchpoint" && session.connection().canEdit;
      if (!withKey && thing && !isDragged && attention.getState().gathered.size > 0)
        attention.gather([thing], thing);
      if ((!withKey && !withArrow) || isTaken(event.target, withKey || isTouch)) return;
      if (isTouch && !thing) return;
      const adds = withKey || isTouch;
      ours = adds ? "alone" : "no pan";
      if (adds) event.stopPropagation();
      const tap = (): void => {
        if (thing && adds) toggle(session, thing);
      };
      if (isTouch) tap();
      else draw(event, map, event.shiftKey ? gathered(session) : [], tap);
    };
    const follow = (event: Event): void => {
      const whose = ours;
      // A click ends the press: one that a key makes of a button afterwards is the button's.
      if (event.type === "click") ours = null;
      if (!whose || !mapOf(event.target) || (whose === "no pan" && event.type === "click")) return;
      event.stopPropagation();
      // The browser would give the keyboard to what is under the press.
      if (whose === "alone" && event.type === "mousedown") event.preventDefault();
    };

    const keys = (event: KeyboardEvent): void => {
      // These make a click of their own. (Shift repeats while it is held, and would end the press that it belongs to.)
      if (event.key === "Enter" || event.key === " ") ours = null;
      if (event.defaultPrevented || isTyping(event.target) || event.altKey) return;
      const { selected } = attention.getState();
      const direction = ARROWS[event.key];
      const withCtrl = event.ctrlKey || event.metaKey;
      if (withCtrl && !event.shiftKey && event.key.toLowerCase() === "a") {
        const all = allLike(session.view(), now.current, selected);
        attention.gather(all, selected);
      } else if (direction && event.shiftKey && !withCtrl && selected && hasRow(selected)) {
        const next = neighbour(session.view(), now.current, selected, direction);
        const [anchor = selected] = gathered(session);
        const things = next ? stretch(session.view(), now.current, anchor, next) : [];
        if (next && things.length > 0) {
          attention.goTo(next);
          // The anchor stays the first of them: the next arrow stretches from there.
          attention.gather([anchor, ...things.filter((one) => !sameThing(one, anchor))], next);
        }
      } else if (!withCtrl && !event.shiftKey && (event.key === "v" || event.key === "h"))
        useMapTool.setState(event.key === "v" ? "arrow" : "hand", true);
      else if (!withCtrl && !event.shiftKey && event.key === "m") turnMinimap();
      else return;
      event.preventDefault();
    };
    addEventListener("pointerdown", press, { capture: true });
    addEventListener("mousedown", follow, { capture: true });
    addEventListener("click", follow, { capture: true });
    addEventListener("keydown", keys, { capture: true });
    return () => {
      removeEventListener("pointerdown", press, { capture: true });
      removeEventListener("mousedown", follow, { capture: true });
      removeEventListener("click", follow, { capture: true });
      removeEventListener("keydown", keys, { capture: true });
    };
  }, [session]);

  const tool = useMapTool();
  useEffect(() => {
    const map = flow.getState().domNode?.closest(".map");
    map?.setAttribute("data-tool", tool);
    return () => map?.removeAttribute("data-tool");
  }, [flow, tool]);
  return frame;
}

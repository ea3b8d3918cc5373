import { cardBoxes, shapeBox, type Box } from "@polku/drawing";
import { carriedShapes, moveShapes, type ShapeView } from "@polku/journey";
import { useStoreApi } from "@xyflow/react";
import type { PointerEvent } from "react";
import { sameThing, type Thing } from "../../session/attention.ts";
import type { JourneySession } from "../../session/journeySession.ts";
import { layoutNow } from "../../session/layoutNow.ts";
import { useSession } from "../../session/SessionContext.tsx";
import { isOwnNote, shapesInHand } from "../../session/shapeHand.ts";
import { moveOwnNote, useOwnHand } from "./ownMoves.ts";
import { endDrag, useShapeDrag } from "./shapeDrag.ts";
import { around, snap, type Guide } from "./snap.ts";

/** A press becomes a drag after this many px. */
const THRESHOLD = 4;

const coarse = matchMedia("(pointer: coarse)");

/** Whether a press on a shape is for the shape: a finger that lands on one usually wants to move the map, unless it is in hand. */
export function grabs(inHand: boolean): boolean {
  return inHand || !coarse.matches;
}

/** px of the window within which an edge catches. */
const SNAP = 6;
const NO_GUIDES: readonly Guide[] = [];

/** Most boxes that are looked at while dragging: on a crowded canvas the nearest ones are what one aligns to. */
const MOST = 400;

function distance(a: Box, b: Box): number {
  return Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2);
}

/** The box around what is dragged, and the boxes it may catch on: other shapes and cards, the nearest of them. */
function boxesFor(session: JourneySession, inHand: readonly string[], going: ReadonlySet<string>) {
  const cards = cardBoxes(layoutNow(session));
  const { shapes } = session.view();
  const boxOf = (shape: ShapeView) => shapeBox(shape, cards.get(shape.touchpointId ?? ""));
  const own = around(inHand.flatMap((id) => shapes.get(id) ?? []).flatMap((shape) => boxOf(shape) ?? []));
  const all = [
    ...[...shapes.values()].flatMap((shape) => (going.has(shape.id) ? [] : (boxOf(shape) ?? []))),
    ...cards.values(),
  ];
  const near = own ? all.toSorted((a, b) => distance(a, own) - distance(b, own)) : [];
  return { own, others: near.slice(0, MOST) };
}

/** Takes a shape in hand, and with it the others of its group. */
function takeWithGroup(session: JourneySession, id: string): void {
  const { shapes } = session.view();
  const group = shapes.get(id)?.group ?? null;
  const me: Thing = { kind: "shape", id };
  const mates = group === null ? [] : [...shapes.values()].filter((shape) => shape.group === group);
  if (mates.length < 2) session.attention.select(me);
  else
    session.attention.gather(
      mates.map((mate) => ({ kind: "shape", id: mate.id })),
      me,
    );
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
    if (!wasInHand) takeWithGroup(session, id);
    const own = session.view().shapes.get(id);
    const isOwn =
      !session.connection().canEdit && own !== undefined && isOwnNote(own, useOwnHand.getState().meId);
    if (!(session.connection().canEdit || isOwn) || !grabs(wasInHand)) return;

    const element = down.currentTarget;
    const { shapes, meta } = session.view();
    const inHand = isOwn ? [id] : shapesInHand(session);
    const isHeld = meta.locked || inHand.some((one) => shapes.get(one)?.locked);
    let moving = false;
    let outline: Box | null = null;
    let others: readonly Box[] = [];
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
        const ids = carriedShapes(shapes.values(), inHand);
        useShapeDrag.setState({ ids });
        ({ own: outline, others } = boxesFor(session, inHand, ids));
      }
      // Alt lets it lie where it is.
      const caught =
        outline && !event.altKey ? snap(outline, others, dx, dy, SNAP / zoom) : { dx, dy, guides: NO_GUIDES };
      useShapeDrag.setState({
        dx: Math.round(caught.dx),
        dy: Math.round(caught.dy),
        guides: caught.guides,
      });
      const { ids, dx: byX, dy: byY } = useShapeDrag.getState();
      session.presence.drag({ ids: [...ids], dx: byX, dy: byY });
    };
    const end = (drop: boolean): void => {
      stop.abort();
      const { dx, dy } = useShapeDrag.getState();
      endDrag();
      if (moving) session.presence.drag(null);
      if (moving && drop && isOwn) void moveOwnNote(session, id, dx, dy);
      else if (moving && drop) session.run(moveShapes, { shapeIds: inHand, dx, dy });
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

// What a person does with shapes by command, menu and key alike: each is one step of undo.
import { arrowEnd, cardBoxes, shapeBox, type Box, type Point } from "@polku/drawing";
import {
  addShape,
  deleteThings,
  pasteShapes,
  placeShapes,
  setLock,
  setShapes,
  SHAPE_SIZE,
  stackShapes,
  type ArrowEnd,
  type CopiedShape,
  type ShapeColour,
  type ShapeView,
} from "@polku/journey";
import { aligned, fewest, type Alignment } from "./alignment.ts";
import { handful, idsOf } from "./handful.ts";
import type { JourneySession } from "./journeySession.ts";
import { layoutNow, wholeLayoutNow } from "./layoutNow.ts";

/** px that a copy lies beside what it is a copy of. */
const ASIDE = 24;
/** px between the map and what is put below it. */
const ROOM_BELOW = 80;

/** Shapes by id, as they are now; what somebody deleted in this instant is left out. */
function shapesOf(session: JourneySession, ids: readonly string[]): ShapeView[] {
  const { shapes } = session.view();
  return ids.flatMap((id) => shapes.get(id) ?? []);
}

/** The shapes that this person has in hand. */
export function shapesInHand(session: JourneySession): string[] {
  return idsOf(handful(session), "shape");
}

function middle(at: Box | Point): Point {
  return "width" in at ? { x: at.x + at.width / 2, y: at.y + at.height / 2 } : at;
}

/** Whether a shape is a note that somebody may change who takes part without editing: their own, and not held (RULES J32). */
export function isOwnNote({ kind, by, locked }: ShapeView, meId: string | null | undefined): boolean {
  return typeof meId === "string" && kind === "note" && by === meId && !locked;
}

/** Copies of shapes as they lie on the map: what was on a touchpoint lies free, for a copy belongs to nobody yet. */
export function copyShapes(session: JourneySession, ids: readonly string[]): CopiedShape[] {
  const cards = cardBoxes(layoutNow(session));
  const { shapes } = session.view();
  const end = (one: ArrowEnd) => {
    const { x, y } = middle(arrowEnd(one, cards, shapes) ?? one);
    return { x, y, shapeId: one.shapeId, touchpointId: one.touchpointId };
  };
  return shapesOf(session, ids).map((shape) => {
    const box = shapeBox(shape, cards.get(shape.touchpointId ?? ""));
    const hasSize = shape.kind !== "arrow" && shape.kind !== "drawing";
    return {
      key: shape.id,
      kind: shape.kind,
      text: shape.text,
      colour: shape.colour,
      ...(shape.group === null ? {} : { group: shape.group }),
      ...(shape.kind === "arrow" ? {} : { at: { x: box?.x ?? shape.x, y: box?.y ?? shape.y } }),
      ...(hasSize ? { size: { width: shape.width, height: shape.height } } : {}),
      ...(shape.from && shape.to ? { from: end(shape.from), to: end(shape.to) } : {}),
      ...(shape.kind === "drawing" ? { points: [...shape.points] } : {}),
      ...(shape.imageId === null ? {} : { imageId: shape.imageId }),
    };
  });
}

/** Puts copies on the canvas, a little aside, and takes the first in hand. */
export function pasteCopies(session: JourneySession, shapes: readonly CopiedShape[], by: Point): void {
  if (shapes.length === 0) return;
  session.undo.beginStep();
  const placed = shapes.map((shape) => {
    const at = shape.at && newPlace(session, shape.at);
    return at ? { ...shape, at } : shape;
  });
  const made = session.run(pasteShapes, { shapes: placed, dx: by.x, dy: by.y });
  if (made.ok) session.attention.goTo({ kind: "shape", id: made.value.id });
}

export function duplicateShapes(session: JourneySession, ids: readonly string[]): void {
  pasteCopies(session, copyShapes(session, ids), { x: ASIDE, y: ASIDE });
}

export function deleteShapes(session: JourneySession, ids: readonly string[]): void {
  session.undo.beginStep();
  if (session.run(deleteThings, { shapeIds: [...ids] }).ok) session.attention.select(null);
}

export function colourShapes(session: JourneySession, ids: readonly string[], colour: ShapeColour): void {
  session.undo.beginStep();
  session.run(setShapes, { shapeIds: [...ids], set: { colour } });
}

export function stack(session: JourneySession, ids: readonly string[], to: "front" | "back"): void {
  session.undo.beginStep();
  session.run(stackShapes, { shapeIds: [...ids], to });
}

/** Locks shapes, or unlocks them. */
export function lockShapes(session: JourneySession, ids: readonly string[], locked: boolean): void {
  session.undo.beginStep();
  for (const id of ids) session.run(setLock, { on: "shapes", id, locked });
}

function distance(box: Box, { x, y }: Point): number {
  const dx = Math.max(box.x - x, 0, x - box.x - box.width);
  const dy = Math.max(box.y - y, 0, y - box.y - box.height);
  return Math.hypot(dx, dy);
}

/** The touchpoint whose card lies nearest to a place; null on a map without cards. */
export function nearestTouchpoint(cards: ReadonlyMap<string, Box>, at: Point): string | null {
  let nearest: string | null = null;
  let least = Infinity;
  for (const [touchpointId, box] of cards) {
    const far = distance(box, at);
    if (far < least) [nearest, least] = [touchpointId, far];
  }
  return nearest;
}

/** Attaches shapes to the touchpoint whose card is nearest to each: they stay where they lie, and move with it from now on. */
export function attachShapes(session: JourneySession, ids: readonly string[]): void {
  const cards = cardBoxes(layoutNow(session));
  const places = shapesOf(session, ids).flatMap((shape) => {
    const box = shapeBox(shape, cards.get(shape.touchpointId ?? ""));
    const touchpointId = box && nearestTouchpoint(cards, middle(box));
    const card = touchpointId ? cards.get(touchpointId) : undefined;
    if (!box || !card || !touchpointId) return [];
    return [{ shapeId: shape.id, at: { x: box.x - card.x, y: box.y - card.y, touchpointId } }];
  });
  if (places.length === 0) return;
  session.undo.beginStep();
  session.run(placeShapes, { places });
}

/**
 * Lets shapes go from the touchpoints that they are attached to; they stay where they lie on the whole map. While a sub-journey stands
 * alone there is no free place, hence nothing is let go there: in the words of the journey it is, and then lies beside its card on the map.
 */
export function detachShapes(session: JourneySession, ids: readonly string[]): void {
  const cards = cardBoxes(wholeLayoutNow(session));
  const places = shapesOf(session, ids).flatMap((shape) => {
    const box = shape.touchpointId === null ? null : shapeBox(shape, cards.get(shape.touchpointId));
    return box ? [{ shapeId: shape.id, at: { x: box.x, y: box.y } }] : [];
  });
  if (places.length === 0) return;
  session.undo.beginStep();
  session.run(placeShapes, { places });
}

/** Attaches one shape to a touchpoint, beside whose card it then lies, or lets it go where it is. */
export function attachTo(session: JourneySession, shapeId: string, touchpointId: string | null): void {
  if (touchpointId === null) {
    detachShapes(session, [shapeId]);
    return;
  }
  session.undo.beginStep();
  session.run(placeShapes, { places: [{ shapeId, at: { x: 16, y: 72, touchpointId } }] });
}

/** A place below the map where nothing lies yet. */
export function freeCorner(session: JourneySession): Point {
  const { box } = layoutNow(session);
  const top = box.y + box.height + ROOM_BELOW;
  const below = [...session.view().shapes.values()].filter(
    (shape) => shape.touchpointId === null && shape.kind !== "arrow" && shape.y >= top,
  );
  const x = Math.max(0, ...below.map((shape) => shape.x + shape.width + ASIDE));
  return { x: Math.round(x), y: Math.round(top) };
}

/**
 * Where something new goes whose upper left corner is at a place: there. While a sub-journey stands alone there is no free place, hence it
 * goes there with the nearest of its touchpoints. Null on a map of nothing.
 */
export function newPlace(
  session: JourneySession,
  at: Point,
): { x: number; y: number; touchpointId?: string } | null {
  if (session.attention.getState().alone === null) return { x: at.x, y: at.y };
  const cards = cardBoxes(layoutNow(session));
  const touchpointId = nearestTouchpoint(cards, at);
  const card = touchpointId === null ? undefined : cards.get(touchpointId);
  return card && touchpointId !== null ? { x: at.x - card.x, y: at.y - card.y, touchpointId } : null;
}

/** Puts a note at a place of the map. Returns its id; null when it was refused. */
export function addNote(session: JourneySession, at: Point, text = ""): string | null {
  const place = newPlace(session, at);
  if (!place) return null;
  session.undo.beginStep();
  const made = session.run(addShape, { kind: "note", at: place, text });
  return made.ok ? made.value.id : null;
}

/** Puts a new note at a place of the map and opens it to be written. */
export function writeNote(session: JourneySession, at: Point): void {
  const id = addNote(session, at);
  if (id !== null) session.attention.edit({ kind: "shape", id });
}

/** Puts shapes in line, or spaces them out evenly. Arrows follow what they are at and are not put anywhere. */
export function alignShapes(session: JourneySession, ids: readonly string[], how: Alignment): void {
  const cards = cardBoxes(layoutNow(session));
  const lying = shapesOf(session, ids).flatMap((shape) => {
    const card = cards.get(shape.touchpointId ?? "");
    const box = shape.locked ? null : shapeBox(shape, card);
    return box ? [{ shape, box, corner: shape.touchpointId === null || !card ? { x: 0, y: 0 } : card }] : [];
  });
  if (lying.length < fewest(how)) return;
  const places = aligned(
    lying.map(({ box }) => box),
    how,
  ).flatMap((at, i) => {
    const one = lying[i];
    if (!one) return [];
    const { shape, corner } = one;
    return [
      { shapeId: shape.id, at: { x: at.x - corner.x, y: at.y - corner.y, touchpointId: shape.touchpointId } },
    ];
  });
  session.undo.beginStep();
  session.run(placeShapes, { places });
}

/** Binds shapes into a group, so that they are taken in hand together; or looses them. */
export function groupShapes(session: JourneySession, ids: readonly string[], isGroup: boolean): void {
  session.undo.beginStep();
  // A group is called after one of its shapes: an id of its own would be one more thing to make.
  session.run(setShapes, { shapeIds: [...ids], set: { group: isGroup ? (ids[0] ?? null) : null } });
}

/** How many notes lie side by side, and px between them and around them. */
const WALL = { columns: 5, gap: 20, edge: 32 } as const;

/** Puts words on the canvas as notes in rows, within a frame that is called as they are; one step of undo. */
export function putWall(session: JourneySession, title: string, words: readonly string[]): void {
  const [width, height] = SHAPE_SIZE.note;
  const columns = Math.min(WALL.columns, Math.max(1, words.length));
  const rows = Math.ceil(words.length / columns);
  const notes = words.map((text, i): CopiedShape => {
    const x = WALL.edge + (i % columns) * (width + WALL.gap);
    const y = WALL.edge + Math.floor(i / columns) * (height + WALL.gap);
    return { key: `n${i}`, kind: "note", at: { x, y }, size: { width, height }, text, colour: "yellow" };
  });
  const size = {
    width: columns * (width + WALL.gap) - WALL.gap + 2 * WALL.edge,
    height: rows * (height + WALL.gap) - WALL.gap + 2 * WALL.edge,
  };
  const frame: CopiedShape = { key: "frame", kind: "frame", at: { x: 0, y: 0 }, size, text: title };
  pasteCopies(session, [frame, ...notes], freeCorner(session));
}

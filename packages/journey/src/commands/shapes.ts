// What can be done with the things that lie on the free canvas.
import * as Y from "yjs";
import { isDeleted, type Entity } from "../read/attributes.ts";
import { compareOrder, ordersAfter, ordersAt, type Ordered } from "../order.ts";
import { done, refuse, type Result } from "../result.ts";
import { entities, findEntity } from "../schema.ts";
import { onCanvas, readShape, SHAPE_COLOURS, SHAPE_KINDS, type ArrowEnd, type ShapeFacts } from "../shape.ts";
import { carriedShapes } from "../derive/carriedShapes.ts";
import { command, type CommandContext, type Touched } from "./command.ts";
import { assign, create, living, siblings } from "./entity.ts";
import { id, listOf, nullable, oneOf, optional, patch, record, text } from "./field.ts";
import {
  arrowEnd,
  coordinate,
  drawingPoints,
  shapeAt,
  shapeSize,
  writtenAt,
  writtenEnd,
  type EndArgs,
} from "./shapeFields.ts";

/** Every living shape by what lies above what. */
export function shapeOrders(context: CommandContext, without: ReadonlySet<string> = new Set()): Ordered[] {
  const all = siblings(
    context,
    "shapes",
    () => true,
    (shape) => shape.get("order"),
  );
  return all.filter((one) => !without.has(one.id)).toSorted(compareOrder);
}

/** An order that lies above everything. */
export function ordersOnTop(context: CommandContext, count: number): string[] {
  return ordersAfter(shapeOrders(context).at(-1)?.order ?? null, count);
}

/** What an end names must be there, and may be no arrow. */
function refusedEnd(context: CommandContext, end: EndArgs | undefined, field: string) {
  if (end?.shapeId) {
    const found = living(context, "shapes", end.shapeId, field);
    if (!found.ok) return found;
    return readShape(end.shapeId, found.value).kind === "arrow" ? refuse("not_allowed_here", field) : null;
  }
  if (!end?.touchpointId) return null;
  const found = living(context, "touchpoints", end.touchpointId, field);
  return found.ok ? null : found;
}

/** A touchpoint that something is to be attached to must be there. */
function refusedAt(context: CommandContext, touchpointId: string | null | undefined, field: string) {
  if (!touchpointId) return null;
  const found = living(context, "touchpoints", touchpointId, field);
  return found.ok ? null : found;
}

/** Puts something on the free canvas, above all others; a frame goes below them, for it is to hold them. */
export const addShape = command(
  "addShape",
  {
    kind: oneOf(SHAPE_KINDS),
    at: optional(shapeAt),
    size: optional(shapeSize),
    text: optional(text()),
    colour: optional(oneOf(SHAPE_COLOURS)),
    from: optional(arrowEnd),
    to: optional(arrowEnd),
    points: optional(drawingPoints),
    imageId: optional(id),
  },
  (context, args): Result<Touched> => {
    const { kind, at, size, from, to, points, imageId } = args;
    if (kind === "arrow" ? !from || !to : !at) return refuse("missing", kind === "arrow" ? "from" : "at");
    if (kind === "drawing" && !points) return refuse("missing", "points");
    if (kind === "image" && !imageId) return refuse("missing", "imageId");
    const refused =
      refusedAt(context, at?.touchpointId, "at") ??
      refusedEnd(context, from, "from") ??
      refusedEnd(context, to, "to");
    if (refused) return refused;
    const order = kind === "frame" ? ordersAt(shapeOrders(context), 0, 1)[0] : ordersOnTop(context, 1)[0];
    return create(context, "shapes", {
      kind,
      at: kind === "arrow" || !at ? undefined : writtenAt(at),
      size: size && kind !== "arrow" && kind !== "drawing" ? [size.width, size.height] : undefined,
      text: args.text ?? "",
      colour: args.colour,
      from: kind === "arrow" && from ? writtenEnd(from) : undefined,
      to: kind === "arrow" && to ? writtenEnd(to) : undefined,
      points: kind === "drawing" ? points : undefined,
      imageId: kind === "image" ? imageId : undefined,
      order,
      by: context.by,
    });
  },
);

type Found = { readonly id: string; readonly entity: Entity };

/** The shapes of a list that are still there, each once. */
function still(context: CommandContext, ids: readonly string[]): Found[] {
  return [...new Set(ids)].flatMap((one) => {
    const found = living(context, "shapes", one, "shapeIds");
    return found.ok ? [{ id: one, entity: found.value }] : [];
  });
}

const shapeIds = listOf(id);

/** Sets the colour of shapes, and the group they are in. */
export const setShapes = command(
  "setShapes",
  {
    shapeIds,
    set: patch({ colour: optional(oneOf(SHAPE_COLOURS)), group: optional(nullable(id)) }),
  },
  (context, args): Result<Touched> => {
    const found = still(context, args.shapeIds);
    const [first] = found;
    if (!first) return refuse("not_found", "shapeIds");
    for (const { entity } of found) assign(entity, args.set);
    return done({ id: first.id });
  },
);

/**
 * Puts shapes at places, and gives them a size where one is said: moves, resizes, aligns, attaches to a touchpoint and detaches. What is
 * not there any more is passed over.
 */
export const placeShapes = command(
  "placeShapes",
  { places: listOf(record({ shapeId: id, at: optional(shapeAt), size: optional(shapeSize) })) },
  (context, { places }): Result<Touched> => {
    for (const { at } of places) {
      const refused = refusedAt(context, at?.touchpointId, "places");
      if (refused) return refused;
    }
    const there = places.flatMap((place) => {
      const found = living(context, "shapes", place.shapeId, "places");
      return found.ok ? [{ ...place, entity: found.value }] : [];
    });
    const [first] = there;
    if (!first) return refuse("not_found", "places");
    for (const { at, size, entity } of there)
      assign(entity, {
        at: at ? writtenAt(at) : undefined,
        size: size ? [size.width, size.height] : undefined,
      });
    return done({ id: first.shapeId });
  },
);

/** Every living shape, read. */
function readShapes(context: CommandContext): ShapeFacts[] {
  return [...entities(context.doc, "shapes")].flatMap(([shapeId, entity]) =>
    entity instanceof Y.Map && !isDeleted(entity) ? [readShape(shapeId, entity)] : [],
  );
}

function shifted(
  end: ArrowEnd | null,
  dx: number,
  dy: number,
): Readonly<Record<string, unknown>> | undefined {
  if (end === null || end.shapeId !== null || end.touchpointId !== null) return undefined;
  return { x: onCanvas(end.x + dx), y: onCanvas(end.y + dy) };
}

/**
 * Moves shapes by a distance (px); a frame takes along what lies in it, and an arrow the ends that are at nothing. Nothing leaves the
 * canvas: what comes to its edge stays there.
 */
export const moveShapes = command(
  "moveShapes",
  { shapeIds, dx: coordinate, dy: coordinate },
  (context, { shapeIds: ids, dx, dy }): Result<Touched> => {
    const found = still(context, [...carriedShapes(readShapes(context), ids)]);
    const [first] = found;
    if (!first) return refuse("not_found", "shapeIds");
    for (const { id: shapeId, entity } of found) {
      const shape = readShape(shapeId, entity);
      if (shape.kind === "arrow")
        assign(entity, { from: shifted(shape.from, dx, dy), to: shifted(shape.to, dx, dy) });
      else {
        const { touchpointId } = shape;
        const [x, y] = [onCanvas(shape.x + dx) ?? shape.x, onCanvas(shape.y + dy) ?? shape.y];
        assign(entity, { at: writtenAt({ x, y, touchpointId }) });
      }
    }
    return done({ id: first.id });
  },
);

/** Bends an arrow: its beginning, its end, or both go elsewhere. */
export const bendArrow = command(
  "bendArrow",
  { shapeId: id, from: optional(arrowEnd), to: optional(arrowEnd) },
  (context, { shapeId, from, to }): Result<Touched> => {
    const arrow = living(context, "shapes", shapeId, "shapeId");
    if (!arrow.ok) return arrow;
    if (readShape(shapeId, arrow.value).kind !== "arrow") return refuse("not_allowed_here", "shapeId");
    const refused = refusedEnd(context, from, "from") ?? refusedEnd(context, to, "to");
    if (refused) return refused;
    assign(arrow.value, {
      from: from ? writtenEnd(from) : undefined,
      to: to ? writtenEnd(to) : undefined,
    });
    return done({ id: shapeId });
  },
);

/** Lays shapes above or below all others; among themselves they keep their order. */
export const stackShapes = command(
  "stackShapes",
  { shapeIds, to: oneOf(["front", "back"] as const) },
  (context, args): Result<Touched> => {
    const moving = shapeOrders(context).filter((one) => args.shapeIds.includes(one.id));
    const [first] = moving;
    if (!first) return refuse("not_found", "shapeIds");
    const rest = shapeOrders(context, new Set(moving.map((one) => one.id)));
    const orders = ordersAt(rest, args.to === "front" ? rest.length : 0, moving.length);
    for (const [i, one] of moving.entries()) {
      const entity = findEntity(context.doc, "shapes", one.id);
      if (entity) assign(entity, { order: orders[i] });
    }
    return done({ id: first.id });
  },
);

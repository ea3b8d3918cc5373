import { isDeleted } from "../read/attributes.ts";
import { done, refuse, type Result } from "../result.ts";
import { entities, findEntity } from "../schema.ts";
import { onCanvas, SHAPE_COLOURS, SHAPE_KINDS } from "../shape.ts";
import { command, type CommandContext, type Touched } from "./command.ts";
import { create, ENTITY_LIMIT } from "./entity.ts";
import { id, listOf, nullable, oneOf, optional, record, text, type Args, type Field } from "./field.ts";
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
import { ordersOnTop } from "./shapes.ts";

/** Most shapes in one paste. */
const PASTE_LIMIT = 1_000;

const COPIED = {
  /** By what name the arrows of the copy call it. */
  key: id,
  kind: oneOf(SHAPE_KINDS),
  at: optional(shapeAt),
  size: optional(shapeSize),
  text: optional(text()),
  colour: optional(oneOf(SHAPE_COLOURS)),
  group: optional(nullable(id)),
  from: optional(arrowEnd),
  to: optional(arrowEnd),
  points: optional(drawingPoints),
  imageId: optional(id),
};

/** A shape as it lies on a clipboard: its places are px of the map, or of the card of a touchpoint that it is to be attached to. */
export type CopiedShape = Args<typeof COPIED>;

/** Shapes as they come from a clipboard. */
export const copiedShapes: Field<CopiedShape[]> = listOf(record(COPIED), PASTE_LIMIT);

/** An end of a copied arrow: at the copy of what it was at, or at what it was at if that is here, or where it lay. */
function pastedEnd(
  context: CommandContext,
  end: EndArgs = {},
  ids: ReadonlyMap<string, string>,
  by: { readonly dx: number; readonly dy: number },
): Readonly<Record<string, unknown>> {
  const { shapeId, touchpointId, x = 0, y = 0 } = end;
  const copy = shapeId ? ids.get(shapeId) : undefined;
  if (copy !== undefined) return { shapeId: copy };
  if (touchpointId && findEntity(context.doc, "touchpoints", touchpointId))
    return writtenEnd({ touchpointId });
  return { x: onCanvas(x + by.dx) ?? 0, y: onCanvas(y + by.dy) ?? 0 };
}

/** A touchpoint that a copy is to be attached to, if it is there; else the copy lies free. */
function placeOn({ doc }: CommandContext, touchpointId: string | null | undefined): string | null {
  const found = touchpointId ? findEntity(doc, "touchpoints", touchpointId) : null;
  return found && !isDeleted(found) ? (touchpointId ?? null) : null;
}

/** Puts copies of shapes on the canvas, each `dx`, `dy` px from where it lay; arrows and groups hold among the copies as they held. */
export const pasteShapes = command(
  "pasteShapes",
  { shapes: copiedShapes, dx: coordinate, dy: coordinate },
  (context, { shapes, dx, dy }): Result<Touched> => {
    if (entities(context.doc, "shapes").size + shapes.length > ENTITY_LIMIT)
      return refuse("journey_full", "shapes", [ENTITY_LIMIT]);
    const ids = new Map(shapes.map(({ key }) => [key, context.newId()]));
    const groups = new Map<string, string>();
    const orders = ordersOnTop(context, shapes.length);
    for (const [i, one] of shapes.entries()) {
      const isArrow = one.kind === "arrow";
      if (one.group && !groups.has(one.group)) groups.set(one.group, context.newId());
      const x = onCanvas((one.at?.x ?? 0) + dx) ?? 0;
      const y = onCanvas((one.at?.y ?? 0) + dy) ?? 0;
      const made = create(
        context,
        "shapes",
        {
          kind: one.kind,
          at: isArrow ? undefined : writtenAt({ x, y, touchpointId: placeOn(context, one.at?.touchpointId) }),
          size: one.size ? [one.size.width, one.size.height] : undefined,
          text: one.text ?? "",
          colour: one.colour,
          group: one.group ? groups.get(one.group) : undefined,
          from: isArrow ? pastedEnd(context, one.from, ids, { dx, dy }) : undefined,
          to: isArrow ? pastedEnd(context, one.to, ids, { dx, dy }) : undefined,
          points: one.points,
          imageId: one.imageId,
          order: orders[i],
          by: context.by,
        },
        ids.get(one.key),
      );
      if (!made.ok) return made;
    }
    const [first] = ids.values();
    return first === undefined ? refuse("missing", "shapes") : done({ id: first });
  },
);

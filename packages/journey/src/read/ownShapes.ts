import * as Y from "yjs";
import { entities, findEntity, type JourneyDoc } from "../schema.ts";
import { isKnownShape, readShape, type ShapeView } from "../shape.ts";
import { isDeleted, readString } from "./attributes.ts";

/** A living shape of a document; null when there is none of that id, or one of a kind that is not known here. Cheaper than a view. */
export function readShapeById(doc: JourneyDoc, id: string): ShapeView | null {
  const entity = findEntity(doc, "shapes", id);
  if (entity === null || isDeleted(entity)) return null;
  const shape = readShape(id, entity);
  return isKnownShape(shape) ? shape : null;
}

/** How many living shapes somebody put on the canvas. */
export function shapesBy(doc: JourneyDoc, by: string): number {
  let count = 0;
  for (const entity of entities(doc, "shapes").values())
    if (entity instanceof Y.Map && !isDeleted(entity) && readString(entity, "by") === by) count += 1;
  return count;
}

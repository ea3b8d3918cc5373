import * as Y from "yjs";
import { isDeleted, type Entity } from "../read/attributes.ts";
import { compareOrder, readOrder, type Ordered } from "../order.ts";
import { done, refuse, type Result } from "../result.ts";
import { entities, findEntity, type EntityMapName } from "../schema.ts";
import type { CommandContext, Touched } from "./command.ts";

/** Most entities of one kind in a journey (the limit of trust S4). */
export const ENTITY_LIMIT = 20_000;

/** Attributes that two people may type in at once, by root map: they are Y.Text from the moment the entity is made (RULES J2). */
export const TEXT_KEYS: Readonly<Record<EntityMapName | "meta", readonly string[]>> = {
  meta: ["title", "scope", "feelingWorst", "feelingBad", "feelingMiddle", "feelingGood", "feelingBest"],
  stages: ["title", "goal"],
  lanes: ["title"],
  touchpoints: ["title", "note"],
  cells: ["text"],
  emotionPoints: [],
  subJourneys: ["title"],
  personas: ["name", "goals"],
  pins: [],
  promises: ["text"],
  pastExpectations: [],
  loops: ["title"],
  insights: ["title"],
  shapes: ["text"],
  savedViews: ["title"],
};

/** A living entity, or the refusal that names what is missing. */
export function living(
  context: CommandContext,
  map: EntityMapName,
  id: string,
  field: string,
): Result<Entity> {
  const entity = findEntity(context.doc, map, id);
  return entity && !isDeleted(entity) ? done(entity) : refuse("not_found", field);
}

/**
 * Writes a new entity with all its nested texts in the creating transaction: two people who make the same nested text later, each on
 * their own, would lose one side's words. Null and undefined attributes are left out; readers have defaults.
 */
export function create(
  context: CommandContext,
  map: EntityMapName,
  attributes: Readonly<Record<string, unknown>>,
  id: string = context.newId(),
): Result<Touched> {
  const root = entities(context.doc, map);
  if (root.size >= ENTITY_LIMIT) return refuse("journey_full", map, [ENTITY_LIMIT]);
  const entity: Entity = new Y.Map();
  entity.set("id", id);
  fill(entity, TEXT_KEYS[map], attributes);
  root.set(id, entity);
  return done({ id });
}

/** Sets attributes on an entity that is being made; text keys become Y.Text. */
export function fill(
  entity: Entity,
  textKeys: readonly string[],
  attributes: Readonly<Record<string, unknown>>,
): void {
  for (const key of textKeys) {
    const value = attributes[key];
    entity.set(key, new Y.Text(typeof value === "string" ? value : ""));
  }
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || textKeys.includes(key)) continue;
    entity.set(key, value);
  }
}

/** Sets or empties plain attributes. A value that is already there is not written again: each write stays in the history for ever. */
export function assign(entity: Entity, attributes: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    if (value === null) {
      if (entity.has(key)) entity.delete(key);
    } else if (JSON.stringify(entity.get(key)) !== JSON.stringify(value)) entity.set(key, value);
  }
}

/** Marks an entity as deleted; it stays in the document so that undo and a trash can bring it back (RULES J7). */
export function remove(
  context: CommandContext,
  map: EntityMapName,
  id: string,
  field: string,
): Result<Touched> {
  const found = living(context, map, id, field);
  if (!found.ok) return found;
  found.value.set("deleted", { by: context.by, at: context.now() });
  return done({ id });
}

/** The living entities of a map that belong to one list, in their order, with one left out. */
export function siblings(
  context: CommandContext,
  map: EntityMapName,
  belongs: (entity: Entity) => boolean,
  orderOf: (entity: Entity) => unknown,
  without?: string,
): Ordered[] {
  const list: Ordered[] = [];
  for (const [id, entity] of entities(context.doc, map)) {
    if (id === without || !(entity instanceof Y.Map) || isDeleted(entity) || !belongs(entity)) continue;
    list.push({ id, order: readOrder(orderOf(entity)) });
  }
  return list.sort(compareOrder);
}

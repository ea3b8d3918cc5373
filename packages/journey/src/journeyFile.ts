import * as Y from "yjs";
import { isDeleted, isRecord, type Entity } from "./read/attributes.ts";
import { readJourney } from "./read/readJourney.ts";
import type { JourneyView } from "./read/view.ts";
import { done, refuse, type Result } from "./result.ts";
import { isKnownShape, readShape } from "./shape.ts";
import {
  ENTITY_MAPS,
  entities,
  metaOf,
  SCHEMA_VERSION,
  type EntityMapName,
  type JourneyDoc,
} from "./schema.ts";
import type { CommandContext } from "./commands/command.ts";
import { create, ENTITY_LIMIT, fill, TEXT_KEYS } from "./commands/entity.ts";

export const JOURNEY_FORMAT = "polku-journey";

type Attributes = Record<string, unknown>;

/**
 * A journey as a file: what the document holds, entity by entity, without deleted things and without the customers' words (those are
 * rows of the research library; a pin names its quote).
 */
export type JourneyFile = {
  readonly format: typeof JOURNEY_FORMAT;
  readonly formatVersion: 1;
  readonly meta: Attributes;
} & Readonly<Record<EntityMapName, readonly Attributes[]>>;

/** A plain copy of a value of the document. Own properties only: a key such as `__proto__` must not become a prototype. */
export function plain(value: unknown): unknown {
  if (value instanceof Y.Text) return value.toString();
  if (value instanceof Y.Map) return plainEntity(value);
  if (value instanceof Y.Array) return value.toArray().map(plain);
  return value;
}

function plainEntity(entity: Entity): Attributes {
  return Object.fromEntries(
    [...entity.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, plain(value)]),
  );
}

/** Whether the view still shows an entity: a deleted stage takes its touchpoints along, and the file leaves them out. */
function isInView(view: JourneyView, map: EntityMapName, id: string, entity: Entity): boolean {
  const stages = () =>
    [view.path, ...[...view.subJourneys.values()].map((sub) => sub.path)].flatMap((path) => path.stages);
  const onTouchpoint = (key: string): boolean => view.touchpoints.has(String(entity.get(key)));
  const tests: Partial<Record<EntityMapName, () => boolean>> = {
    stages: () => stages().some((stage) => stage.id === id),
    touchpoints: () => view.touchpoints.has(id),
    subJourneys: () => view.subJourneys.has(id),
    cells: () => onTouchpoint("touchpointId") && view.lanes.some((lane) => lane.id === entity.get("laneId")),
    emotionPoints: () => onTouchpoint("touchpointId"),
    pins: () => onTouchpoint("touchpointId"),
    promises: () => onTouchpoint("touchpointId"),
    pastExpectations: () => onTouchpoint("touchpointId"),
    shapes: () => view.shapes.has(id) || !isKnownShape(readShape(id, entity)),
    loops: () => onTouchpoint("from") && onTouchpoint("to"),
  };
  return tests[map]?.() ?? true;
}

function exportMap(doc: JourneyDoc, view: JourneyView, map: EntityMapName): Attributes[] {
  const list: Attributes[] = [];
  for (const [id, entity] of entities(doc, map)) {
    if (!(entity instanceof Y.Map) || isDeleted(entity) || !isInView(view, map, id, entity)) continue;
    list.push({ ...plainEntity(entity), id });
  }
  return list.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
}

/** Writes the journey as a plain file; unknown attributes are kept. */
export function exportJourney(doc: JourneyDoc): JourneyFile {
  const view = readJourney(doc);
  const maps = Object.fromEntries(ENTITY_MAPS.map((map) => [map, exportMap(doc, view, map)]));
  return {
    format: JOURNEY_FORMAT,
    formatVersion: 1,
    meta: plainEntity(metaOf(doc)),
    ...(maps as Record<EntityMapName, Attributes[]>),
  };
}

const ID = /^[\w.:-]{1,100}$/;

function readAttributes(value: unknown, where: string): Result<Attributes> {
  if (!isRecord(value)) return refuse("wrong_type", where);
  if (typeof value.id !== "string" || !ID.test(value.id) || value.id === "__proto__")
    return refuse("wrong_type", `${where}.id`);
  return done(value);
}

function readMap(file: Attributes, map: EntityMapName): Result<Attributes[]> {
  const list = file[map] ?? [];
  if (!Array.isArray(list)) return refuse("wrong_type", map);
  if (list.length > ENTITY_LIMIT) return refuse("journey_full", map, [ENTITY_LIMIT]);
  const read: Attributes[] = [];
  for (const [i, one] of list.entries()) {
    const attributes = readAttributes(one, `${map}[${i}]`);
    if (!attributes.ok) return attributes;
    read.push(attributes.value);
  }
  return done(read);
}

/** Reads a parsed JSON file as a journey, or says which part of it cannot be one. */
export function readJourneyFile(file: unknown): Result<JourneyFile> {
  if (!isRecord(file)) return refuse("arguments_not_an_object", "file");
  if (file.format !== JOURNEY_FORMAT) return refuse("unknown_value", "format", [JOURNEY_FORMAT]);
  if (file.formatVersion !== 1) return refuse("unknown_value", "formatVersion", [1]);
  if (!isRecord(file.meta)) return refuse("wrong_type", "meta");
  const maps: Partial<Record<EntityMapName, Attributes[]>> = {};
  for (const map of ENTITY_MAPS) {
    const read = readMap(file, map);
    if (!read.ok) return read;
    maps[map] = read.value;
  }
  return done({
    format: JOURNEY_FORMAT,
    formatVersion: 1,
    meta: file.meta,
    ...(maps as Record<EntityMapName, Attributes[]>),
  });
}

/** Writes a file into a fresh document, ids kept. Only for a document that holds nothing yet: an import never overwrites. */
export function importJourney(context: CommandContext, file: JourneyFile): Result<{ readonly id: string }> {
  const { doc, origin } = context;
  if (metaOf(doc).size > 0 || ENTITY_MAPS.some((map) => entities(doc, map).size > 0))
    return refuse("not_allowed_here", "doc");
  return doc.transact(() => {
    fill(metaOf(doc), TEXT_KEYS.meta, file.meta);
    metaOf(doc).set("schemaVersion", SCHEMA_VERSION);
    for (const map of ENTITY_MAPS) {
      for (const { id, ...attributes } of file[map]) {
        const made = create(context, map, attributes, String(id));
        if (!made.ok) return made;
      }
    }
    return done({ id: "meta" });
  }, origin);
}

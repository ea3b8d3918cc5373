import * as Y from "yjs";
import type { Entity } from "./read/attributes.ts";

/** The version of the document's shape that this code writes; readers accept any and take defaults for what is missing. */
export const SCHEMA_VERSION = 1;

/** The shared document of one journey. Opaque outside this package: all change goes through commands, all seeing through views. */
export type JourneyDoc = Y.Doc;

/** The root maps, each holding entities by id (RULES J1). `meta` is the one map that is itself an entity. */
export const ENTITY_MAPS = [
  "stages",
  "lanes",
  "touchpoints",
  "cells",
  "emotionPoints",
  "subJourneys",
  "personas",
  "pins",
  "promises",
  "pastExpectations",
  "loops",
  "insights",
  "shapes",
  "savedViews",
] as const;

export type EntityMapName = (typeof ENTITY_MAPS)[number];

export function entities(doc: JourneyDoc, name: EntityMapName): Y.Map<unknown> {
  return doc.getMap(name);
}

export function metaOf(doc: JourneyDoc): Entity {
  return doc.getMap("meta");
}

/** Makes an empty document with every root in place. Only `session` in the web app and `rooms` on the server call this. */
export function createJourneyDoc(): JourneyDoc {
  const doc = new Y.Doc();
  openRoots(doc);
  return doc;
}

/** Defines the roots on a document that came from elsewhere, so that reading never changes what a root is. */
export function openRoots(doc: JourneyDoc): void {
  metaOf(doc);
  for (const name of ENTITY_MAPS) entities(doc, name);
}

/** A live entity, or null when there is none under that id (or something that is no entity). */
export function findEntity(doc: JourneyDoc, name: EntityMapName, id: string): Entity | null {
  const value = entities(doc, name).get(id);
  return value instanceof Y.Map ? value : null;
}

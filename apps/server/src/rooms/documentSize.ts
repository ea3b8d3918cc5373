import type { Document } from "@hocuspocus/server";
import { ENTITY_MAPS } from "@polku/journey";
import * as Y from "yjs";
import { limits } from "./limits.ts";

/** How large an open document is at most: neither number ever counts too little. */
export type DocumentSize = {
  /** The snapshot and every update since. */
  bytes: number;
  /** Entities by root map. */
  counts: Map<string, number>;
};

/** The entities of each root map, counted. */
export function countEntities(document: Document): Map<string, number> {
  return new Map(ENTITY_MAPS.map((name) => [name, document.getMap(name).size]));
}

/**
 * Whether a document may grow by so many bytes and by so many entities in each root map; the entities count as added then. Many small updates
 * weigh more than the state they lead to: near a limit the state itself is weighed, and its entities counted.
 */
export function hasRoom(
  document: Document,
  state: DocumentSize,
  bytes: number,
  entities: ReadonlyMap<string, number>,
): boolean {
  if (state.bytes + bytes > limits.document) state.bytes = Y.encodeStateAsUpdate(document).length;
  const isFull = () =>
    [...entities].some(([name, more]) => (state.counts.get(name) ?? 0) + more > limits.entitiesOfKind);
  if (isFull()) state.counts = countEntities(document);
  const fits = state.bytes + bytes <= limits.document && !isFull();
  if (fits) for (const [name, more] of entities) state.counts.set(name, (state.counts.get(name) ?? 0) + more);
  return fits;
}

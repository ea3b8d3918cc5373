import { ENTITY_MAPS } from "@polku/journey";
import type { CloseReason } from "@polku/protocol";
import * as Y from "yjs";
import { limits } from "./limits.ts";
import { liesTooDeep } from "./nesting.ts";

type Decoded = ReturnType<typeof Y.decodeUpdate>;

/** What an update would do: the clients whose new changes it brings, and how many entities it adds to each root map at most. */
export type Inspection =
  | { ok: true; writers: number[]; entities: ReadonlyMap<string, number> }
  | { ok: false; why: CloseReason };

const ownRoots = new Set<string>(["meta", ...ENTITY_MAPS]);

function no(why: CloseReason): Inspection {
  return { ok: false, why };
}

function decode(update: Uint8Array): Decoded | undefined {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return undefined;
  }
}

/**
 * Where each client's changes will end, once the update is in: the clock after its last struct. `undefined` when the update leaves a
 * hole behind what the document has, which Yjs would park invisibly and re-read on each later update.
 */
function endsAfter(doc: Y.Doc, structs: Decoded["structs"]): Map<number, number> | undefined {
  const ends = new Map<number, number>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const known = ends.get(client) ?? Y.getState(doc.store, client);
    if (struct instanceof Y.Skip || clock > known) return undefined;
    ends.set(client, Math.max(known, clock + struct.length));
  }
  return ends;
}

/** Everything an item leans on must be there or come with it. */
function leansOnMissing(struct: Y.Item, isThere: (id: Y.ID) => boolean): boolean {
  const { origin, rightOrigin } = struct;
  const parent: unknown = struct.parent;
  return (
    (origin !== null && !isThere(origin)) ||
    (rightOrigin !== null && !isThere(rightOrigin)) ||
    (parent instanceof Y.ID && !isThere(parent))
  );
}

/** A list written into one of our maps would be carried along for ever and shown by nobody. */
function mistakesRoot(struct: Y.Item): boolean {
  const parent: unknown = struct.parent;
  return typeof parent === "string" && ownRoots.has(parent) && struct.parentSub === null;
}

/** New entities by root map: the first value under a key names its map, later ones stand behind it. */
function newEntities(doc: Y.Doc, structs: Decoded["structs"]): Map<string, number> {
  const added = new Map<string, number>();
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted) continue;
    const parent: unknown = struct.parent;
    if (typeof parent !== "string" || parent === "meta" || !ownRoots.has(parent)) continue;
    if (struct.id.clock < Y.getState(doc.store, struct.id.client)) continue;
    added.set(parent, (added.get(parent) ?? 0) + 1);
  }
  return added;
}

/** A document within a document is nothing of ours: nobody would load, count or erase it. */
const isDocument = (struct: Y.Item) => struct.content instanceof Y.ContentDoc;

/**
 * Looks through an update before it is applied: it decodes to the end, is not too large, and rests on nothing that is missing. A
 * defence against accidents and crashes; who may write at all is decided by the role, not here.
 */
export function inspectUpdate(doc: Y.Doc, update: Uint8Array, kind: "update" | "handshake"): Inspection {
  if (update.length > limits[kind]) return no("tooLarge");
  const decoded = decode(update);
  if (decoded === undefined) return no("malformed");
  const mostStructs = kind === "update" ? limits.structsOfUpdate : limits.structsOfHandshake;
  if (decoded.structs.length > mostStructs) return no("tooLarge");
  const ends = endsAfter(doc, decoded.structs);
  if (ends === undefined) return no("gap");
  const endOf = (client: number) => ends.get(client) ?? Y.getState(doc.store, client);
  for (const struct of decoded.structs) {
    if (!(struct instanceof Y.Item)) continue;
    if (leansOnMissing(struct, (id) => id.clock < endOf(id.client))) return no("gap");
    if (mistakesRoot(struct) || isDocument(struct)) return no("malformed");
  }
  if (liesTooDeep(doc, decoded.structs)) return no("malformed");
  for (const [client, deletes] of decoded.ds.clients) {
    if (deletes.some(({ clock, len }) => clock + len > endOf(client))) return no("gap");
  }
  const writers = [...ends]
    .filter(([client, end]) => end > Y.getState(doc.store, client))
    .map(([client]) => client);
  return { ok: true, writers, entities: newEntities(doc, decoded.structs) };
}

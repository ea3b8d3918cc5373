import * as Y from "yjs";
import { limits } from "./limits.ts";

/** The structs of one client in an update, by clock. */
type StructsOf = ReadonlyMap<number, readonly Y.AbstractStruct[]>;

function byClient(structs: readonly Y.AbstractStruct[]): Map<number, Y.AbstractStruct[]> {
  const map = new Map<number, Y.AbstractStruct[]>();
  for (const struct of structs) {
    const own = map.get(struct.id.client);
    if (own === undefined) map.set(struct.id.client, [struct]);
    else own.push(struct);
  }
  return map;
}

/** The struct that holds the id, by halving: one client's structs come in the order of their clocks. */
function structAt(structs: readonly Y.AbstractStruct[], clock: number): Y.AbstractStruct | undefined {
  let low = 0;
  let high = structs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const struct = structs[middle];
    if (struct === undefined) return undefined;
    if (clock < struct.id.clock) high = middle - 1;
    else if (clock >= struct.id.clock + struct.length) low = middle + 1;
    else return struct;
  }
  return undefined;
}

function levelOfType(type: Y.AbstractType<unknown>): number {
  let level = 0;
  for (let at = type.parent; at !== null && level <= limits.nesting; at = at.parent) level += 1;
  return level;
}

function find(doc: Y.Doc, incoming: StructsOf, id: Y.ID): Y.AbstractStruct | undefined {
  if (id.clock < Y.getState(doc.store, id.client)) return Y.getItem(doc.store, id);
  return structAt(incoming.get(id.client) ?? [], id.clock);
}

/**
 * How many types an item lies in. An item after another names no parent of its own: it has its neighbour's. Circles, which only a forged
 * update has, count as too deep.
 */
function levelOf(
  doc: Y.Doc,
  incoming: StructsOf,
  known: Map<Y.Item, number>,
  item: Y.Item,
  above = 0,
): number {
  const tooDeep = limits.nesting + 1;
  if (above > limits.nesting) return tooDeep;
  const neighbours = new Set<Y.Item>();
  let level: number | undefined;
  let at: Y.AbstractStruct | undefined = item;
  while (level === undefined) {
    if (!(at instanceof Y.Item)) level = 1;
    else if (neighbours.has(at)) level = tooDeep;
    else if (known.has(at)) level = known.get(at) ?? 1;
    else {
      neighbours.add(at);
      const parent: unknown = at.parent;
      const beside: Y.ID | null = at.origin ?? at.rightOrigin;
      if (parent instanceof Y.AbstractType) level = 1 + levelOfType(parent);
      else if (parent instanceof Y.ID) {
        const holder = find(doc, incoming, parent);
        level = holder instanceof Y.Item ? 1 + levelOf(doc, incoming, known, holder, above + 1) : 1;
      } else if (typeof parent === "string" || beside === null) level = 1;
      else at = find(doc, incoming, beside);
    }
  }
  for (const neighbour of neighbours) known.set(neighbour, level);
  return level;
}

function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return false;
  return most === 0 || Object.values(value).some((inner) => isDeeper(inner, most - 1));
}

function holdsDeepValue(content: Y.Item["content"]): boolean {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON)
    return content.arr.some((value: unknown) => isDeeper(value, limits.nesting));
  if (content instanceof Y.ContentEmbed) return isDeeper(content.embed, limits.nesting);
  return content instanceof Y.ContentFormat && isDeeper(content.value, limits.nesting);
}

/** True when an update holds a value that lies deeper than anything of ours, which whoever walks through it would stumble over. */
export function liesTooDeep(doc: Y.Doc, structs: readonly Y.AbstractStruct[]): boolean {
  let incoming: StructsOf | undefined;
  const known = new Map<Y.Item, number>();
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    if (holdsDeepValue(struct.content)) return true;
    if (!(struct.content instanceof Y.ContentType)) continue;
    incoming ??= byClient(structs);
    if (levelOf(doc, incoming, known, struct) > limits.nesting) return true;
  }
  return false;
}

import * as encoding from "lib0/encoding";
import * as Y from "yjs";

type Struct = Y.Item | Y.GC;
type Place = { client: number; clock: number };
type DeletedRange = Place & { length: number };

/** How many structs, or removed ranges, a part holds; to apply one takes a few milliseconds. */
const usualSize = 2_000;

/** The structs of one client, in the order of their clocks, and how far they are taken. */
type Line = { structs: Struct[]; taken: number; clock: number };

/** What an update holds, or undefined when it holds something that waits for what is not in it. */
function linesOf(structs: readonly (Y.Item | Y.GC | Y.Skip)[]): Map<number, Line> | undefined {
  const lines = new Map<number, Line>();
  for (const struct of structs) {
    if (struct instanceof Y.Skip) return undefined;
    const { client, clock } = struct.id;
    const line = lines.get(client);
    if (line !== undefined) line.structs.push(struct);
    else if (clock > 0) return undefined;
    else lines.set(client, { structs: [struct], taken: 0, clock });
  }
  return lines;
}

/** What must be there before a struct: what it stands between, and what it stands in. */
function neededBy(struct: Struct): (Y.ID | null)[] {
  if (struct instanceof Y.GC) return [];
  return [struct.origin, struct.rightOrigin, struct.parent instanceof Y.ID ? struct.parent : null];
}

/** The structs in an order in which each comes after all it needs; undefined when there is none within the update. */
function inOrder(lines: Map<number, Line>): Struct[] | undefined {
  const order: Struct[] = [];
  const missing = (struct: Struct): Y.ID | null | undefined =>
    neededBy(struct).find((need) => {
      const line = need === null ? undefined : lines.get(need.client);
      return need !== null && (line === undefined || line.clock <= need.clock);
    });

  /** Takes a client's structs up to a clock, and before each one what it needs from others. */
  function takeUpTo(place: Place): boolean {
    const goals = [place];
    for (let goal = goals.at(-1); goal !== undefined; goal = goals.at(-1)) {
      const line = lines.get(goal.client);
      const struct = line?.structs[line.taken];
      if (line !== undefined && line.clock > goal.clock) goals.pop();
      else if (line === undefined || struct === undefined || goals.length > lines.size) return false;
      else {
        const need = missing(struct);
        if (need === undefined || need === null) {
          order.push(struct);
          line.taken += 1;
          line.clock = struct.id.clock + struct.length;
        } else goals.push(need);
      }
    }
    return true;
  }

  for (const [client, { structs }] of lines) {
    const last = structs.at(-1);
    if (last !== undefined && !takeUpTo({ client, clock: last.id.clock })) return undefined;
  }
  return order;
}

/** Groups what belongs to one client, as the format of an update wants it. */
function byClient<T>(things: readonly T[], clientOf: (thing: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const thing of things) {
    const group = groups.get(clientOf(thing));
    if (group === undefined) groups.set(clientOf(thing), [thing]);
    else group.push(thing);
  }
  return groups;
}

function encodePart(structs: readonly Struct[], ranges: readonly DeletedRange[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const write = (...numbers: number[]) => {
    for (const number of numbers) encoding.writeVarUint(encoder.restEncoder, number);
  };
  const groups = byClient(structs, ({ id }) => id.client);
  write(groups.size);
  for (const [client, group] of groups) {
    write(group.length, client, group[0]?.id.clock ?? 0);
    for (const struct of group) struct.write(encoder, 0);
  }
  const deleted = byClient(ranges, ({ client }) => client);
  write(deleted.size);
  for (const [client, group] of deleted) {
    write(client, group.length);
    for (const { clock, length } of group) write(clock, length);
  }
  return encoder.toUint8Array();
}

function* piecesOf<T>(things: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < things.length; start += size) yield things.slice(start, start + size);
}

/**
 * Takes a Yjs update (V1) apart into updates that give the same document when they are applied one after another, each of them whole by
 * itself: none waits for a later one. What is removed comes last. An update that is small, or that waits for something which is not in it,
 * is returned as it is. Throws for bytes that are no update.
 */
export function updateParts(update: Uint8Array, size = usualSize): Uint8Array[] {
  const { structs, ds } = Y.decodeUpdate(update);
  if (structs.length <= size) return [update];
  const lines = linesOf(structs);
  const order = lines === undefined ? undefined : inOrder(lines);
  if (order === undefined) return [update];
  const ranges = [...ds.clients].flatMap(([client, items]) =>
    items.map(({ clock, len }) => ({ client, clock, length: len })),
  );
  return [
    ...[...piecesOf(order, size)].map((piece) => encodePart(piece, [])),
    ...[...piecesOf(ranges, size)].map((piece) => encodePart([], piece)),
  ];
}

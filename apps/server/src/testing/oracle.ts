import { readJourney } from "@polku/journey";
import { expect } from "vitest";
import * as Y from "yjs";
import { frameTypes, syncSteps } from "../rooms/frames.ts";
import { type Client, joinByHocuspocus, until } from "./clients.ts";
import { openRawSocket, someUpdate, syncBody } from "./rawSocket.ts";

/** One thing somebody did: which key it wrote, what, and whether the server said "kept". The list's order is the order of sending. */
type Op = { id: number; key: string; value: string | undefined; acked: boolean };

/**
 * What the clients were promised. Each key has one writer, so its operations have one order: what may be found afterwards is its last
 * acknowledged value, or a later one that nobody was promised.
 */
export class Oracle {
  readonly ops: Op[] = [];
  acknowledged = 0;

  /** Notes an operation as sent; what it returns notes the acknowledgement. `undefined` stands for a deletion. */
  wrote(key: string, value: string | undefined): () => void {
    const op = { id: this.ops.length, key, value, acked: false };
    this.ops.push(op);
    return () => {
      if (op.acked) return;
      op.acked = true;
      this.acknowledged += 1;
    };
  }

  /** The keys that do not hold what was promised, in words. */
  lostIn(found: ReadonlyMap<string, unknown>): string[] {
    const byKey = Map.groupBy(this.ops, ({ key }) => key);
    return [...byKey].flatMap(([key, ops]) => {
      const promised = ops.findLastIndex(({ acked }) => acked);
      const possible =
        promised === -1
          ? [undefined, ...ops.map(({ value }) => value)]
          : ops.slice(promised).map(({ value }) => value);
      return possible.includes(found.get(key) as string | undefined)
        ? []
        : [`${key}: found ${String(found.get(key))}, promised ${possible[0]}`];
    });
  }
}

/** Where a server is, in this process or another. */
export type Reachable = { url: string; socketUrl: string };

/** What an invariant is checked against. */
export type AfterFault = {
  journeyId: string;
  /** An editor's token and a viewer's. */
  editor: string;
  viewer: string;
  /** Another journey, which the fault was not about. */
  elsewhere?: string;
  oracle: Oracle;
  /** Those who stayed through the fault. */
  clients?: readonly Client[];
  /** What the server wrote down meanwhile. */
  lines?: readonly string[];
};

const shapesOf = (doc: Y.Doc) => new Map(doc.getMap<unknown>("shapes").entries());

async function freshReader(server: Reachable, journeyId: string, token: string): Promise<Client> {
  const reader = joinByHocuspocus(server.socketUrl, journeyId, token);
  await until("a fresh reader is in", () => reader.provider.synced);
  return reader;
}

/** What a fresh reader finds under the keys of the journey. */
export async function readBack(server: Reachable, journeyId: string, token: string) {
  const reader = await freshReader(server, journeyId, token);
  const found = shapesOf(reader.doc);
  reader.leave();
  return found;
}

async function viewerGainsNothing(
  server: Reachable,
  { journeyId, viewer, editor }: AfterFault,
): Promise<void> {
  const socket = await openRawSocket(server.socketUrl, "/collab", journeyId, viewer);
  socket.send(frameTypes.sync, syncBody(syncSteps.update, someUpdate("i8", "a viewer's")));
  await until("the viewer is answered", () =>
    socket.frames.some(({ type }) => type === frameTypes.syncStatus),
  );
  socket.leave();
  expect((await readBack(server, journeyId, editor)).has("i8"), "I8: a viewer's change is kept").toBe(false);
}

/**
 * Checks the invariants of every fault: what was acknowledged is there (I1); server and windows show the same and none has anything
 * unsaved, without a further edit (I2, I3); another journey can be written (I5); the process answers (I6); no token stands in what it
 * wrote down (I7); nobody gained a right (I8). A waiting that ends in vain is a failure too. I4 is a matter of the bench.
 */
export async function checkAfterFault(server: Reachable, after: AfterFault): Promise<void> {
  const { journeyId, editor, viewer, oracle, clients = [], lines = [] } = after;
  const reader = await freshReader(server, journeyId, editor);
  expect(oracle.lostIn(shapesOf(reader.doc)), "I1: acknowledged and lost").toEqual([]);
  for (const [index, { provider, doc }] of clients.entries()) {
    await until(
      `I3: window ${index} has nothing unsaved`,
      () => provider.synced && !provider.hasUnsyncedChanges,
    );
    await until(`I2: window ${index} knows what the server knows`, () =>
      Buffer.from(Y.encodeStateVector(doc)).equals(Y.encodeStateVector(reader.doc)),
    );
    expect(readJourney(doc), `I2: the view of window ${index}`).toEqual(readJourney(reader.doc));
    expect(shapesOf(doc), `I2: the keys of window ${index}`).toEqual(shapesOf(reader.doc));
  }
  reader.leave();
  if (after.elsewhere !== undefined) {
    const neighbour = await freshReader(server, after.elsewhere, editor);
    neighbour.doc.getMap("shapes").set("i5", 1);
    await neighbour.saved();
    neighbour.leave();
  }
  expect((await fetch(`${server.url}/readyz`)).status, "I6: it is ready").toBe(200);
  for (const secret of [editor, viewer])
    expect(
      lines.filter((line) => line.includes(secret)),
      "I7: a secret is written down",
    ).toEqual([]);
  await viewerGainsNothing(server, after);
}

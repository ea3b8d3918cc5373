import * as Y from "yjs";
import { roomServers, type RoomServer } from "../../harness/roomServers.ts";
import { type Door, joinRaw } from "../../harness/rawClient.ts";

/** A server with documents in it, and the ways in. */
export type Filled = {
  readonly server: RoomServer;
  readonly doors: readonly Door[];
  readonly state: Uint8Array;
};

function valueAfter(words: readonly string[], name: string): string {
  return words[words.indexOf(name) + 1] ?? "";
}

/** Starts a server and fills so many documents with so many notes each, all with the same state vector. */
export async function startFilled(name: string, documents: number, notes: number): Promise<Filled> {
  const start = roomServers[name];
  if (start === undefined) throw new Error(`No server called ${name}`);
  const server = await start(documents);
  const rooms = server.reach.includes("--rooms")
    ? valueAfter(server.reach, "--rooms").split(",")
    : Array.from({ length: documents }, (_, i) => `doc-${i}`);
  const token = server.reach.includes("--token") ? valueAfter(server.reach, "--token") : "";
  const doors = rooms.map((document) => ({ url: valueAfter(server.reach, "--url"), document, token }));
  const doc = new Y.Doc();
  doc.transact(() => {
    for (let i = 0; i < notes; i += 1) {
      const note = new Y.Map<unknown>([
        ["id", `n${i}`],
        ["x", i * 7],
        ["text", "Cannot find the opening hours"],
      ]);
      doc.getMap("shapes").set(`n${i}`, note);
    }
  });
  const state = Y.encodeStateAsUpdate(doc);
  for (const door of doors) {
    const client = await joinRaw(door);
    await client.write(state);
    client.leave();
  }
  return { server, doors, state };
}

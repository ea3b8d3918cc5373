import { setImmediate } from "node:timers/promises";
import type { Document } from "@hocuspocus/server";
import * as Y from "yjs";
import type { JourneyLog, LoadedLog } from "../storage/journeyLog.ts";
import type { TakeApart } from "./takeApart.ts";

/** How many bytes are applied before others have their turn: some milliseconds of work. */
const bytesOfTurn = 96 * 1024;

/** Reads a document's log; what is large comes in parts. Rejects with the log's error. */
export async function loadInParts(log: JourneyLog, takeApart: TakeApart, name: string): Promise<LoadedLog> {
  const loaded = await log.load(name);
  return { ...loaded, updates: await takeApart.inParts(loaded.updates) };
}

/** The updates in their order, in groups of about so many bytes as one turn may take. */
function turnsOf(updates: readonly Uint8Array[]): Uint8Array[][] {
  const turns: Uint8Array[][] = [];
  let room = 0;
  for (const update of updates) {
    const turn = turns.at(-1);
    if (turn === undefined || update.length > room) {
      turns.push([update]);
      room = bytesOfTurn - update.length;
    } else {
      turn.push(update);
      room -= update.length;
    }
  }
  return turns;
}

/** Applies a whole log, a turn of the loop at a time: a large journey that is opened keeps nobody else waiting. */
export async function replay(document: Document, updates: readonly Uint8Array[]): Promise<void> {
  for (const turn of turnsOf(updates)) {
    // In one transaction: one by one, each update would be merged with what waits for the next.
    document.transact(() => {
      for (const update of turn) Y.applyUpdate(document, update);
    });
    // Hocuspocus would send all of it to whoever enters in the same turn, beside the handshake that brings it anyway.
    document.flush();
    await setImmediate();
  }
}

import type { Document } from "@hocuspocus/server";
import type { PresentPerson } from "@polku/protocol";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { applyAwarenessUpdate } from "y-protocols/awareness";
import type { Clock } from "../clock.ts";
import { limits } from "./limits.ts";
import type { Seat } from "./seat.ts";

type Entry = { clientId: number; clock: number; state: unknown };

const mostEntries = 1_000;

function decodeEntries(update: Uint8Array): Entry[] | undefined {
  try {
    const decoder = decoding.createDecoder(update);
    const count = decoding.readVarUint(decoder);
    if (count > mostEntries) return undefined;
    const entries: Entry[] = [];
    for (let i = 0; i < count; i += 1) {
      const clientId = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      entries.push({ clientId, clock, state: JSON.parse(decoding.readVarString(decoder)) });
    }
    return entries;
  } catch {
    return undefined;
  }
}

function encodeEntry({ clientId, clock, state }: Entry): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, JSON.stringify(state));
  });
}

function personOf(seat: Seat): PresentPerson {
  const { id, name, colour } = seat.actor;
  return { id, name, colour, role: seat.role };
}

/** Which window holds which Yjs client id in each open document. */
export type Holders = {
  holderOf(doc: Document, clientId: number): Seat | undefined;
  /** Gives the id to the seat, unless another seat has it or the seat has another. */
  claim(seat: Seat, clientId: number): boolean;
  release(seat: Seat): void;
};

export function makeHolders(): Holders {
  const byDocument = new WeakMap<Document, Map<number, Seat>>();
  function of(doc: Document): Map<number, Seat> {
    const known = byDocument.get(doc);
    if (known !== undefined) return known;
    const fresh = new Map<number, Seat>();
    byDocument.set(doc, fresh);
    return fresh;
  }
  return {
    holderOf: (doc, clientId) => of(doc).get(clientId),
    claim: (seat, clientId) => {
      const holder = of(seat.document).get(clientId);
      if (holder !== undefined && holder !== seat && !holder.ended) return false;
      if (seat.clientId !== undefined && seat.clientId !== clientId) return false;
      of(seat.document).set(clientId, seat);
      seat.clientId = clientId;
      return true;
    },
    release: (seat) => {
      if (seat.clientId !== undefined && of(seat.document).get(seat.clientId) === seat)
        of(seat.document).delete(seat.clientId);
    },
  };
}

/**
 * Takes a window's own presence in and lets everything else in the frame fall: clients echo what they hear of others. Who it is comes
 * from the session, whatever the window claims. Returns false for bytes that are no presence at all.
 */
export function takePresence(seat: Seat, update: Uint8Array, holders: Holders, clock: Clock): boolean {
  const entries = decodeEntries(update);
  if (entries === undefined) return false;
  const { awareness } = seat.document;
  for (const entry of entries) {
    if (entry.state === null ? seat.clientId !== entry.clientId : !holders.claim(seat, entry.clientId))
      continue;
    if (entry.state !== null && typeof entry.state !== "object") continue;
    const known = awareness.meta.get(entry.clientId)?.clock ?? -1;
    const returns = entry.state !== null && !awareness.states.has(entry.clientId);
    const stamped: Entry = {
      clientId: entry.clientId,
      // Somebody who comes back with the clock they left with would stay invisible to those who saw them leave.
      clock: returns ? Math.max(entry.clock, known + 1) : entry.clock,
      state: entry.state === null ? null : { ...entry.state, user: personOf(seat), at: clock.now() },
    };
    const encoded = encodeEntry(stamped);
    if (encoded.length > limits.presence) continue;
    applyAwarenessUpdate(awareness, encoded, { source: "connection", connection: seat.connection });
  }
  return true;
}

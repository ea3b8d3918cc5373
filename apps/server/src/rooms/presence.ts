import type { Document } from "@hocuspocus/server";
import type { PresentPerson } from "@polku/protocol";
import * as decoding from "lib0/decoding";
import { removeAwarenessStates } from "y-protocols/awareness";
import type { Clock } from "../clock.ts";
import { presenceFrame } from "./frames.ts";
import { limits } from "./limits.ts";
import type { Seat } from "./seat.ts";

type Entry = { clientId: number; clock: number; state: unknown; size: number };

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
      const text = decoding.readVarString(decoder);
      entries.push({ clientId, clock, state: JSON.parse(text), size: text.length });
    }
    return entries;
  } catch {
    return undefined;
  }
}

function personOf(seat: Seat): PresentPerson {
  const { id, name, colour } = seat.actor;
  return { id, name, colour, role: seat.role };
}

/** Which window holds which Yjs client id in each open document. */
type Holders = {
  holderOf(doc: Document, clientId: number): Seat | undefined;
  /** Gives the id to the seat, unless another seat has it or the seat has another. */
  claim(seat: Seat, clientId: number): boolean;
  release(seat: Seat): void;
};

function makeHolders(): Holders {
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
 * Sends what changed in a document's presence to everybody in it, at most every few milliseconds: fifty cursors that each reach fifty
 * people are few large frames instead of very many small ones.
 */
function makeAnnouncer(): (document: Document, clientId: number) => void {
  const pending = new WeakMap<Document, Set<number>>();
  function announce(document: Document, clients: ReadonlySet<number>): void {
    const frames = new Map<string, Uint8Array>();
    const known = [...clients].filter((id) => document.awareness.states.has(id));
    if (known.length === 0) return;
    for (const connection of document.getConnections()) {
      const address = connection.messageAddress;
      const frame = frames.get(address) ?? presenceFrame(address, document.awareness, known);
      frames.set(address, frame);
      connection.send(frame);
    }
  }
  return (document, clientId) => {
    const waiting = pending.get(document);
    if (waiting !== undefined) {
      waiting.add(clientId);
      return;
    }
    const clients = new Set([clientId]);
    pending.set(document, clients);
    setTimeout(() => {
      pending.delete(document);
      announce(document, clients);
    }, limits.presenceEveryMs);
  };
}

export type Presences = Holders & {
  /**
   * Takes a window's own presence in and lets everything else in the frame fall: clients echo what they hear of others. Who it is comes
   * from the session, whatever the window claims. Returns false for bytes that are no presence at all.
   */
  take(seat: Seat, update: Uint8Array): boolean;
  /** Removes a window that has left, for the others at once. */
  remove(seat: Seat): void;
};

export function makePresences(clock: Clock): Presences {
  const holders = makeHolders();
  const announce = makeAnnouncer();

  function removeState({ document, clientId }: Seat): void {
    if (clientId !== undefined && document.awareness.states.has(clientId))
      removeAwarenessStates(document.awareness, [clientId], "left");
  }

  function setState(seat: Seat, entry: Entry, state: object): void {
    const { awareness } = seat.document;
    const known = awareness.meta.get(entry.clientId)?.clock ?? -1;
    const returns = !awareness.states.has(entry.clientId);
    if (!returns && entry.clock <= known) return;
    // Somebody who comes back with the clock they left with would stay invisible to those who saw them leave.
    const next = returns ? Math.max(entry.clock, known + 1) : entry.clock;
    // Written without the library's event: that would copy everybody's state and start a round of sending for each movement.
    awareness.states.set(entry.clientId, { ...state, user: personOf(seat), at: clock.now() });
    awareness.meta.set(entry.clientId, { clock: next, lastUpdated: Date.now() });
    announce(seat.document, entry.clientId);
  }

  return {
    ...holders,
    take: (seat, update) => {
      const entries = decodeEntries(update);
      if (entries === undefined) return false;
      for (const entry of entries) {
        if (entry.state === null) {
          if (seat.clientId === entry.clientId) removeState(seat);
        } else if (typeof entry.state === "object" && entry.size <= limits.presence) {
          if (holders.claim(seat, entry.clientId)) setState(seat, entry, entry.state);
        }
      }
      return true;
    },
    remove: (seat) => {
      removeState(seat);
      holders.release(seat);
    },
  };
}

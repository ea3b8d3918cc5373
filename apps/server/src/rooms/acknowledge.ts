import { readClientMessage } from "@polku/protocol";
import type { Journal } from "./journal.ts";
import { syncStatusFrame } from "./frames.ts";
import type { RoomSocket } from "./roomSocket.ts";
import type { Seat } from "./seat.ts";

/** "Kept", as it is said on a seat: the same bytes each time. */
const keptFrames = new WeakMap<Seat, Uint8Array>();

function keptFrame(seat: Seat): Uint8Array {
  const known = keptFrames.get(seat);
  if (known !== undefined) return known;
  const fresh = syncStatusFrame(seat.address, true);
  keptFrames.set(seat, fresh);
  return fresh;
}

/** Says "kept" to a client only after everything applied to the document so far is on disk. */
export function acknowledge(socket: RoomSocket, seat: Seat, journal: Journal): void {
  journal.whenCommitted(journal.lastTicket(seat.documentName), () => socket.send(keptFrame(seat)));
}

/** Seats whose document holds something that ours does not. */
const strayed = new WeakSet<Seat>();

/** Says "not kept", at once. */
export function decline(socket: RoomSocket, seat: Seat): void {
  strayed.add(seat);
  sayNotKept(socket, seat);
}

/** Says "not kept" of a frame that was not even looked into: it may well have held nothing new. */
export function sayNotKept(socket: RoomSocket, seat: Seat): void {
  socket.send(syncStatusFrame(seat.address, false));
}

/**
 * The barrier: a client asks `save?` after its changes and hears `saved` when all it sent before is on disk, or `declined` when some of
 * it was not taken. Frames of one socket are handled in order, so "before" is exact. Returns false for a message that is none of ours.
 */
export function answerBarrier(seat: Seat, payload: string, journal: Journal): boolean {
  const message = readClientMessage(payload);
  if (message === null) return false;
  const answer = (t: "saved" | "declined") => {
    if (!seat.ended) seat.connection.sendStateless(JSON.stringify({ t, v: message.v, s: message.s }));
  };
  if (strayed.has(seat)) answer("declined");
  else journal.whenCommitted(journal.lastTicket(seat.documentName), () => answer("saved"));
  return true;
}

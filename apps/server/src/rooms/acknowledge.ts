import { readClientMessage } from "@polku/protocol";
import type { Journal } from "./journal.ts";
import { syncStatusFrame } from "./frames.ts";
import type { RoomSocket } from "./roomSocket.ts";
import type { Seat } from "./seat.ts";

/** Says "kept" to a client only after everything applied to the document so far is on disk. */
export function acknowledge(socket: RoomSocket, seat: Seat, journal: Journal): void {
  journal.whenCommitted(journal.lastTicket(seat.documentName), () =>
    socket.send(syncStatusFrame(seat.address, true)),
  );
}

/** Says "not kept", at once. */
export function decline(socket: RoomSocket, seat: Seat): void {
  socket.send(syncStatusFrame(seat.address, false));
}

/**
 * The barrier: a client asks `save?` after its changes and hears `saved` when all it sent before is on disk. Frames of one socket are
 * handled in order, so "before" is exact. Returns false for a message that is none of ours.
 */
export function answerBarrier(seat: Seat, payload: string, journal: Journal): boolean {
  const message = readClientMessage(payload);
  if (message === null) return false;
  journal.whenCommitted(journal.lastTicket(seat.documentName), () => {
    if (!seat.ended)
      seat.connection.sendStateless(JSON.stringify({ t: "saved", v: message.v, s: message.s }));
  });
  return true;
}

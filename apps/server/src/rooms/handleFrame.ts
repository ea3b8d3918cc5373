import { type CloseReason, mayEditMap } from "@polku/protocol";
import * as Y from "yjs";
import { acknowledge, answerBarrier, decline, sayNotKept } from "./acknowledge.ts";
import type { DocumentLife } from "./appendToLog.ts";
import { inspectUpdate } from "./doorGuard.ts";
import { type Frame, frameTypes, presenceFrame, readBytes, readSync, readText, syncSteps } from "./frames.ts";
import type { Hands } from "./hands.ts";
import type { Journal } from "./journal.ts";
import type { ListeningRooms } from "./listening.ts";
import { limits } from "./limits.ts";
import type { Presences } from "./presence.ts";
import type { RoomSocket } from "./roomSocket.ts";
import type { Seat } from "./seat.ts";

export type FrameDeps = {
  journal: Journal;
  life: DocumentLife;
  presences: Presences;
  hands: Hands;
  listening: ListeningRooms;
};

function mayWrite(seat: Seat, life: DocumentLife): boolean {
  return mayEditMap(seat.role) && !life.isDamaged(seat.documentName);
}

/** A reader's update changes nothing. Their handshake usually carries nothing new and is then answered like everybody's. */
function turnAway(socket: RoomSocket, seat: Seat, step: number, payload: Uint8Array, deps: FrameDeps): void {
  if (step === syncSteps.update) {
    decline(socket, seat);
    return;
  }
  if (!seat.handshakePace.take()) {
    sayNotKept(socket, seat);
    return;
  }
  try {
    if (Y.snapshotContainsUpdate(Y.snapshot(seat.document), payload)) acknowledge(socket, seat, deps.journal);
    else decline(socket, seat);
  } catch {
    socket.end("malformed");
  }
}

type Way = "update" | "handshake";

/** What `hands` needs to know of changes that came by a seat. */
function broughtBy(seat: Seat, writers: readonly number[], step: Way) {
  const { document: doc, documentName, clientId: shown } = seat;
  return { doc, documentName, writers, user: seat.actor.id, step, shown };
}

/** Why a writer's update is not taken, or `undefined` when it may be applied; the hands that it shows are then the writer's. */
function objection(seat: Seat, step: Way, payload: Uint8Array, deps: FrameDeps): CloseReason | undefined {
  const inspection = inspectUpdate(seat.document, payload, step);
  if (!inspection.ok) return inspection.why;
  if (!deps.life.hasRoomFor(seat.document, payload.length, inspection.entities)) return "full";
  const usurped = inspection.writers.some((client) => {
    const holder = deps.presences.holderOf(seat.document, client);
    return holder !== undefined && !holder.ended && holder.actor.id !== seat.actor.id;
  });
  const brought = broughtBy(seat, inspection.writers, step);
  if (usurped || !deps.hands.mayBring(brought)) return "otherHand";
  deps.hands.own(brought);
  return undefined;
}

/** A hand that came in a handshake before its owner showed themselves is theirs from now on. */
function ownWhatIsShown(seat: Seat, deps: FrameDeps): void {
  const { clientId, document } = seat;
  if (clientId === undefined || Y.getState(document.store, clientId) === 0 || !mayWrite(seat, deps.life))
    return;
  deps.hands.own(broughtBy(seat, [clientId], "handshake"));
}

/** Applies a writer's update in the very tick in which it was looked through; its record is queued for the log in the same tick. */
function takeUpdate(
  socket: RoomSocket,
  seat: Seat,
  step: number,
  payload: Uint8Array,
  deps: FrameDeps,
): void {
  const why = objection(seat, step === syncSteps.update ? "update" : "handshake", payload, deps);
  if (why !== undefined) {
    socket.end(why);
    return;
  }
  const origin = { source: "connection", connection: seat.connection };
  const whole = deps.life.tryOut(seat.document, () => Y.applyUpdate(seat.document, payload, origin));
  if (whole) acknowledge(socket, seat, deps.journal);
  else socket.end("malformed");
}

function isStateVector(payload: Uint8Array): boolean {
  try {
    Y.decodeStateVector(payload);
    return true;
  } catch {
    return false;
  }
}

function takeSync(
  socket: RoomSocket,
  seat: Seat,
  frame: Frame,
  data: Uint8Array,
  deps: FrameDeps,
): Promise<void> | undefined {
  const sync = readSync(frame.body);
  if (sync === null) {
    socket.end("malformed");
    return undefined;
  }
  if (sync.step === syncSteps.step1) {
    if (!isStateVector(sync.payload)) {
      socket.end("malformed");
      return undefined;
    }
    if (!seat.handshakePace.take()) return undefined;
    seat.connection.handleMessage(data);
    return seat.connection.waitForPendingMessages();
  }
  if (mayWrite(seat, deps.life)) takeUpdate(socket, seat, sync.step, sync.payload, deps);
  else turnAway(socket, seat, sync.step, sync.payload, deps);
  return undefined;
}

/** Handles one frame of a client that has a seat in the frame's document. */
export function handleSeatedFrame(
  socket: RoomSocket,
  seat: Seat,
  frame: Frame,
  data: Uint8Array,
  deps: FrameDeps,
): Promise<void> | undefined {
  if (seat.ended) return undefined;
  switch (frame.type) {
    case frameTypes.sync:
      return takeSync(socket, seat, frame, data, deps);
    case frameTypes.awareness: {
      const update = readBytes(frame.body);
      if (update === null) socket.end("malformed");
      else if (update.length <= limits.presence * 4 && seat.presencePace.take()) {
        if (deps.presences.take(seat, update)) ownWhatIsShown(seat, deps);
        else socket.end("malformed");
      }
      return undefined;
    }
    case frameTypes.stateless: {
      const payload = readText(frame.body);
      if (payload === null || payload.length > limits.stateless) socket.end("malformed");
      else if (!deps.listening.take(seat, payload)) answerBarrier(seat, payload, deps.journal);
      return undefined;
    }
    case frameTypes.queryAwareness:
      if (seat.handshakePace.take()) socket.send(presenceFrame(seat.address, seat.document.awareness));
      return undefined;
    case frameTypes.close:
      socket.seats.delete(seat.address);
      seat.ended = true;
      deps.presences.remove(seat);
      seat.connection.close({ code: 1000, reason: "provider_initiated" });
      return undefined;
    case frameTypes.auth:
      return undefined;
    default:
      socket.end("malformed");
      return undefined;
  }
}

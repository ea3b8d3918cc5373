import type { Duplex } from "node:stream";
import type { Hocuspocus } from "@hocuspocus/server";
import type { CloseReason } from "@polku/protocol";
import type { Logger } from "pino";
import type { RawData, WebSocket } from "ws";
import type { Clock } from "../clock.ts";
import { type Actor, nobody } from "../policies/actor.ts";
import type { RoomContext } from "./authenticate.ts";
import { authFrame, type Frame, frameTypes, isSignIn, readFrame } from "./frames.ts";
import { type FrameDeps, handleSeatedFrame } from "./handleFrame.ts";
import { makeInbox } from "./inbox.ts";
import { limits } from "./limits.ts";
import { makePace } from "./pace.ts";
import { RoomSocket } from "./roomSocket.ts";
import type { Arrival } from "./upgrade.ts";

type Deps = FrameDeps & {
  hocuspocus: Hocuspocus<RoomContext>;
  clock: Clock;
  logger: Logger;
};

/** A socket, and what the rooms tell it about its sign-ins. */
export type OpenSocket = {
  socket: RoomSocket;
  seated(address: string): void;
  /** The reason for the denial that Hocuspocus is about to send. */
  denied(documentName: string, why: CloseReason): void;
};

/** Ends that somebody who looks into the log wants to see: what was sent could not be taken, or should not have been. */
const concernsSecurity = new Set<CloseReason>([
  "malformed",
  "tooLarge",
  "flood",
  "otherHand",
  "noRights",
  "signIn",
]);

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return new Uint8Array(Buffer.concat(data));
  return new Uint8Array(data);
}

/** Connects a socket to the rooms: its frames, one by one, to its seats; its end to everybody who must know. */
export function admitSocket(
  { ws, stream }: { ws: WebSocket; stream: Duplex },
  arrival: Arrival,
  visitor: Actor,
  deps: Deps,
): OpenSocket {
  const { hocuspocus, clock, logger } = deps;
  const pending = new Map<string, (outcome: "seated" | CloseReason) => void>();
  const denials = new Map<string, CloseReason>();
  const settle = (address: string, outcome: "seated" | CloseReason) => {
    pending.get(address)?.(outcome);
    pending.delete(address);
  };
  const socket = new RoomSocket({
    ws,
    stream,
    wire: arrival.wire,
    language: arrival.language,
    visitor: arrival.fromOwnPage || arrival.headers.has("authorization") ? visitor : nobody,
    clock,
    // Unless a hook named a better reason before, a denial means that the journey could not be opened.
    listeners: {
      onDenied: ({ address, documentName }) => settle(address, denials.get(documentName) ?? "cannotOpen"),
      onEnd: (reason) => {
        if (concernsSecurity.has(reason))
          logger.warn({ event: "socket", reason, by: visitor.kind }, "security");
      },
    },
  });
  const request = new Request("http://polku.invalid/collab");
  const client = hocuspocus.handleConnection(socket, request, { socket });

  /** Lets a client sign in to one more document and waits for the outcome; what it sends meanwhile waits too. */
  async function signIn(frame: Frame, data: Uint8Array): Promise<void> {
    if (socket.seats.size >= limits.documentsOfSocket) {
      socket.end("flood");
      return;
    }
    const outcome = new Promise<"seated" | CloseReason>((resolve) => pending.set(frame.address, resolve));
    denials.delete(frame.documentName);
    client.handleMessage(data);
    const why = await outcome;
    if (why !== "seated" && socket.seats.size === 0) socket.end(why);
  }

  function handle(data: Uint8Array): Promise<void> | undefined {
    const frame = readFrame(data);
    if (frame === null) {
      socket.end("malformed");
      return undefined;
    }
    const seat = socket.seats.get(frame.address);
    if (seat !== undefined) return handleSeatedFrame(socket, seat, frame, data, deps);
    if (frame.type !== frameTypes.auth) return undefined;
    if (isSignIn(frame.body)) return signIn(frame, data);
    socket.end("malformed");
    return undefined;
  }

  const take = makeInbox(
    socket,
    makePace(clock, limits.messagesPerSecond, limits.messageBurst),
    handle,
    logger,
  );
  const signInTimer = setTimeout(() => {
    if (socket.seats.size === 0) socket.end("signIn");
  }, limits.signInMs);

  ws.on("message", (data: RawData, isBinary: boolean) => {
    const bytes = isBinary ? arrival.wire.toRoom(bytesOf(data)) : null;
    if (bytes !== null) take(bytes);
  });
  ws.on("error", (err) => logger.debug({ err }, "a socket failed"));
  ws.on("close", (code: number, reason: Buffer) => {
    clearTimeout(signInTimer);
    for (const address of pending.keys()) settle(address, "tooSlow");
    for (const seat of socket.seats.values()) {
      seat.ended = true;
      deps.presences.remove(seat);
    }
    client.handleClose({ code, reason: reason.toString() });
    socket.seats.clear();
  });
  if (arrival.door !== undefined) take(authFrame(arrival.door.documentName, arrival.door.token));
  return {
    socket,
    seated: (address) => settle(address, "seated"),
    denied: (documentName, why) => void denials.set(documentName, why),
  };
}

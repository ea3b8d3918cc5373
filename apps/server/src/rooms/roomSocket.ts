import type { Duplex } from "node:stream";
import type { WebSocketLike } from "@hocuspocus/server";
import { type CloseReason, type Language, closeCodes } from "@polku/protocol";
import type { WebSocket } from "ws";
import type { Clock } from "../clock.ts";
import type { Actor } from "../policies/actor.ts";
import { type Frame, frameTypes, heartbeatFrame, isDenied, isWholeDocument, readFrame } from "./frames.ts";
import { limits } from "./limits.ts";
import type { Seat } from "./seat.ts";
import { framed } from "./socketFrame.ts";
import type { Wire } from "./wire.ts";

/** What the rooms hear about a socket's outgoing side. */
type Listeners = {
  /** Sign-in to a document was refused. */
  onDenied(frame: Frame): void;
  /** We end the socket. */
  onEnd(reason: CloseReason): void;
};

const graceMs = 2_000;

type Outgoing = { data: Uint8Array; frame: Frame | null; message: Buffer | undefined };

let last: Outgoing | undefined;

/** A broadcast sends the very same bytes to everybody: they are taken apart once, and packed once. */
function outgoing(data: Uint8Array): Outgoing {
  if (last?.data !== data) last = { data, frame: readFrame(data), message: undefined };
  return last;
}

/** One client's socket as the rooms see it: it holds the seats, watches what has not been sent, and ends with a sentence. */
export class RoomSocket implements WebSocketLike {
  readonly ws: WebSocket;
  readonly #stream: Duplex;
  readonly wire: Wire;
  readonly language: Language;
  /** Who the cookie of the upgrade belongs to; nobody without one. */
  readonly visitor: Actor;
  readonly seats = new Map<string, Seat>();
  readonly #clock: Clock;
  readonly #listeners: Listeners;
  #sentAt: number;
  /** Bytes of the documents that were sent since nothing was unsent: a slow link may take its time for them. */
  #documents = 0;
  #ending = false;
  #heard = true;

  constructor(given: {
    ws: WebSocket;
    /** What `ws` reads from and writes to. */
    stream: Duplex;
    wire: Wire;
    language: Language;
    visitor: Actor;
    clock: Clock;
    listeners: Listeners;
  }) {
    this.ws = given.ws;
    this.#stream = given.stream;
    this.wire = given.wire;
    this.language = given.language;
    this.visitor = given.visitor;
    this.#clock = given.clock;
    this.#listeners = given.listeners;
    this.#sentAt = given.clock.now();
    this.ws.on("pong", () => {
      this.#heard = true;
    });
  }

  get readyState(): number {
    return this.ws.readyState;
  }

  get ending(): boolean {
    return this.#ending;
  }

  /** Sends a frame; presence is left out for a reader who is behind, and one who is far behind is cut off. */
  send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
    if (!(data instanceof Uint8Array) || this.#ending || this.ws.readyState !== this.ws.OPEN) return;
    const packet = outgoing(data);
    const { frame } = packet;
    if (frame === null) return;
    if (isDenied(frame)) this.#listeners.onDenied(frame);
    if (frame.type === frameTypes.close && this.seats.has(frame.address)) {
      // Hocuspocus gave the connection up by itself; the client comes back and starts anew.
      this.end("failed");
      return;
    }
    const unsent = this.ws.bufferedAmount;
    if (unsent === 0) this.#documents = 0;
    if (unsent > limits.unsent + this.#documents) {
      this.end("tooSlow");
      return;
    }
    if (unsent > limits.unsentForPresence && frame.type === frameTypes.awareness) return;
    const bytes = this.wire.toClient(data);
    if (bytes === null) return;
    if (isWholeDocument(frame)) this.#documents += bytes.length;
    this.#sentAt = this.#clock.now();
    if (bytes !== data) {
      this.ws.send(bytes);
      return;
    }
    // `ws.send` packs the bytes anew for each reader and writes them in two pieces; without compression nothing of it waits inside
    // `ws`, so a message that is written whole keeps its place among those that went through it.
    packet.message ??= framed(data);
    this.#stream.write(packet.message);
  }

  /** What Hocuspocus calls when it wants the socket gone; the reasons that a client may see are ours. */
  close(): void {
    this.end("failed");
  }

  /** Ends the socket and every seat on it, now: no frame that is still under way is taken. */
  end(reason: CloseReason): void {
    if (this.#ending) return;
    this.#ending = true;
    for (const seat of this.seats.values()) seat.ended = true;
    this.#listeners.onEnd(reason);
    if (this.ws.readyState !== this.ws.OPEN && this.ws.readyState !== this.ws.CONNECTING) return;
    const entry = closeCodes[reason];
    this.ws.close(entry.code, entry[this.language]);
    setTimeout(() => this.ws.terminate(), graceMs).unref();
  }

  /** Asks whether the other end is still there; one that has not answered the last time is cut off. */
  ping(): void {
    if (!this.#heard) {
      this.ws.terminate();
      return;
    }
    this.#heard = false;
    if (this.ws.readyState === this.ws.OPEN) this.ws.ping();
  }

  /** Keeps a quiet connection from being taken for a dead one by its client. */
  beat(): void {
    if (this.#clock.now() - this.#sentAt < limits.heartbeatMs) return;
    for (const seat of this.seats.values()) this.send(heartbeatFrame(seat.address));
  }
}

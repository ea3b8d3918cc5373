import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import * as encoding from "lib0/encoding";
import { closeCodes } from "@polku/protocol";
import { describe, expect, test } from "vitest";
import type { WebSocket } from "ws";
import { nobody } from "../policies/actor.ts";
import { frameTypes, heartbeatFrame, syncStatusFrame, syncSteps } from "./frames.ts";
import { limits } from "./limits.ts";
import { RoomSocket } from "./roomSocket.ts";
import type { Seat } from "./seat.ts";
import { framed } from "./socketFrame.ts";
import { hocuspocusWire } from "./wire.ts";

/** A socket that notes what is done with it and lets the test say how much lies unsent. */
class FakeSocket extends EventEmitter {
  readonly OPEN = 1;
  readonly CONNECTING = 0;
  readyState = 1;
  bufferedAmount = 0;
  readonly stream = new PassThrough();
  pings = 0;
  terminated = false;
  closedWith: [number, string] | undefined;
  /** Everything written so far, as it would travel. */
  get sent(): Uint8Array {
    return this.stream.read() ?? Buffer.alloc(0);
  }
  ping(): void {
    this.pings += 1;
  }
  close(code: number, reason: string): void {
    this.closedWith = [code, reason];
  }
  terminate(): void {
    this.terminated = true;
  }
}

function open(now = () => 0) {
  const fake = new FakeSocket();
  const ends: string[] = [];
  const socket = new RoomSocket({
    ws: fake as unknown as WebSocket,
    stream: fake.stream,
    wire: hocuspocusWire,
    language: "fi",
    visitor: nobody,
    clock: { now },
    listeners: { onDenied: () => {}, onEnd: (reason) => ends.push(reason) },
  });
  return { fake, socket, ends };
}

const presence = heartbeatFrame("journey/a");
const status = syncStatusFrame("journey/a", true);

describe("a socket of the rooms", () => {
  test("that answers its pings stays, one that does not is cut off", () => {
    const { fake, socket } = open();
    socket.ping();
    fake.emit("pong");
    socket.ping();
    expect([fake.pings, fake.terminated]).toEqual([2, false]);
    socket.ping();
    expect([fake.pings, fake.terminated]).toEqual([2, true]);
  });

  test("leaves presence out for a reader who is behind, and nothing else", () => {
    const { fake, socket } = open();
    fake.bufferedAmount = limits.unsentForPresence + 1;
    socket.send(presence);
    socket.send(status);
    expect(fake.sent).toEqual(framed(status));
    expect(fake.closedWith).toBeUndefined();
  });

  test("cuts off a reader who is far behind, with a sentence in their language", () => {
    const { fake, socket, ends } = open();
    fake.bufferedAmount = limits.unsent + 1;
    socket.send(status);
    socket.end("flood");
    expect(ends).toEqual(["tooSlow"]);
    expect(fake.closedWith).toEqual([closeCodes.tooSlow.code, closeCodes.tooSlow.fi]);
    expect(fake.sent).toHaveLength(0);
  });

  test("waits for a reader who is still taking in a large document", () => {
    const { fake, socket } = open();
    const document = encoding.encode((encoder) => {
      encoding.writeVarString(encoder, "journey/a");
      encoding.writeVarUint(encoder, frameTypes.sync);
      encoding.writeVarUint(encoder, syncSteps.step2);
      encoding.writeVarUint8Array(encoder, new Uint8Array(limits.document));
    });
    socket.send(document);
    fake.bufferedAmount = limits.document + limits.unsent;
    socket.send(status);
    expect(fake.closedWith).toBeUndefined();
    fake.bufferedAmount = 0;
    socket.send(status);
    fake.bufferedAmount = limits.unsent + 1;
    socket.send(status);
    expect(fake.closedWith?.[0]).toBe(closeCodes.tooSlow.code);
  });

  test("takes and sends nothing once it has ended", () => {
    const { fake, socket } = open();
    const seat = { address: "journey/a", ended: false } as Seat;
    socket.seats.set(seat.address, seat);
    socket.end("revoked");
    socket.send(status);
    socket.end("failed");
    expect([seat.ended, fake.sent.length, fake.closedWith?.[0]]).toEqual([true, 0, closeCodes.revoked.code]);
  });

  test("beats for a client who has heard nothing for ten seconds", () => {
    let now = 0;
    const { fake, socket } = open(() => now);
    socket.seats.set("journey/a", { address: "journey/a" } as Seat);
    now = limits.heartbeatMs - 1;
    socket.beat();
    expect(fake.sent).toHaveLength(0);
    now = limits.heartbeatMs;
    socket.beat();
    socket.beat();
    expect(fake.sent).toEqual(framed(presence));
  });
});

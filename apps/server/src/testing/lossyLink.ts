import { once } from "node:events";
import type { AddressInfo } from "node:net";
import * as decoding from "lib0/decoding";
import { WebSocket, WebSocketServer } from "ws";
import { frameTypes, readFrame } from "../rooms/frames.ts";

export type LossyLink = {
  socketUrl: string;
  /** How often each thing happened. */
  counts: Record<"passed" | "doubled" | "swapped" | "silenced" | "cut", number>;
  /** From now on the link is honest; those that are up are cut once more, as a link that comes back is. */
  heal(): void;
  close(): Promise<void>;
};

/** `unasked`: how many answers are still to come to what only this link sent a second time. */
type Side = { silent: boolean; held: Buffer | undefined; unasked: number };

const isAnswer = (data: Buffer): boolean => readFrame(new Uint8Array(data))?.type === frameTypes.syncStatus;

/** Changes may come in any order; a question about what came before them may not, and no link of the real world reorders within itself. */
function isChange(data: Buffer): boolean {
  const frame = readFrame(new Uint8Array(data));
  return frame?.type === frameTypes.sync && decoding.readVarUint(decoding.createDecoder(frame.body)) === 2;
}

/**
 * A link that doubles and swaps changes, falls silent in one direction (from then on nothing passes there, also no acknowledgement) and is
 * cut, each now and then by the numbers that `random` gives.
 */
export async function openLossyLink(socketUrl: string, random: () => number): Promise<LossyLink> {
  const counts = { passed: 0, doubled: 0, swapped: 0, silenced: 0, cut: 0 };
  const pairs = new Set<[WebSocket, WebSocket]>();
  let honest = false;

  function cut(pair: [WebSocket, WebSocket]): void {
    pairs.delete(pair);
    for (const socket of pair) socket.terminate();
  }

  function deliver(to: WebSocket, data: Buffer): void {
    counts.passed += 1;
    if (to.readyState === to.OPEN) to.send(data);
  }

  function passOn(
    pair: [WebSocket, WebSocket],
    to: WebSocket,
    [side, back]: readonly [Side, Side],
    data: Buffer,
  ): void {
    // A client counts answers: one to a change that it did not send twice would stand for another that is still under way.
    if (side.unasked > 0 && isAnswer(data)) {
      side.unasked -= 1;
      return;
    }
    const roll = honest ? 1 : random();
    if (roll < 0.01) {
      counts.cut += 1;
      cut(pair);
      return;
    }
    if (roll < 0.02 && !side.silent) {
      counts.silenced += 1;
      side.silent = true;
    }
    if (side.silent) {
      // Nothing hears of a dead link until it is cut.
      if (random() < 0.2) cut(pair);
      return;
    }
    if (roll < 0.1 && side.held === undefined && isChange(data)) {
      side.held = data;
      return;
    }
    deliver(to, data);
    if (side.held !== undefined) {
      counts.swapped += 1;
      deliver(to, side.held);
      side.held = undefined;
    }
    if (roll < 0.2 && roll >= 0.1 && isChange(data)) {
      counts.doubled += 1;
      back.unasked += 1;
      deliver(to, data);
    }
  }

  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  server.on("connection", (near, request) => {
    const far = new WebSocket(socketUrl + (request.url ?? ""));
    const pair: [WebSocket, WebSocket] = [near, far];
    pairs.add(pair);
    const early: Buffer[] = [];
    const [up, down]: Side[] = [
      { silent: false, held: undefined, unasked: 0 },
      { silent: false, held: undefined, unasked: 0 },
    ];
    if (up === undefined || down === undefined) return;
    near.on("message", (data: Buffer) => {
      if (far.readyState === far.OPEN) passOn(pair, far, [up, down], data);
      else early.push(data);
    });
    far.on("open", () => {
      for (const data of early) far.send(data);
    });
    far.on("message", (data: Buffer) => passOn(pair, near, [down, up], data));
    for (const socket of pair) {
      socket.on("error", () => cut(pair));
      socket.on("close", () => cut(pair));
    }
  });
  return {
    socketUrl: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    heal: () => {
      honest = true;
      for (const pair of pairs) cut(pair);
    },
    close: async () => {
      for (const pair of pairs) cut(pair);
      server.close();
      await once(server, "close");
    },
  };
}

import { once } from "node:events";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";

const types = { sync: 0, auth: 2, syncReply: 4, syncStatus: 8 } as const;
const steps = { step1: 0, step2: 1, update: 2 } as const;

/** Where a document is, and what opens it. */
export type Door = { readonly url: string; readonly document: string; readonly token: string };

/** A client that speaks the Hocuspocus protocol and keeps no document: a thousand of them cost the machine little beside the server. */
export type RawClient = {
  readonly socket: WebSocket;
  /** Asks for everything beyond a state vector; resolves with the answer's size in bytes. */
  catchUp(stateVector: Uint8Array): Promise<number>;
  /** Sends an update; resolves when the server has said that it is kept. */
  write(update: Uint8Array): Promise<void>;
  leave(): void;
};

function frame(document: string, type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarString(encoder, document);
    encoding.writeVarUint(encoder, type);
    write(encoder);
  });
}

function sync(document: string, step: number, payload: Uint8Array): Uint8Array {
  return frame(document, types.sync, (encoder) => {
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

/** Opens a socket, signs in, and is ready to ask. Rejects when the server ends the socket. */
export async function joinRaw({ url, document, token }: Door): Promise<RawClient> {
  const socket = new WebSocket(url);
  socket.binaryType = "nodebuffer";
  const answers: ((bytes: number) => void)[] = [];
  const kept: (() => void)[] = [];
  socket.on("message", (data: Buffer) => {
    const decoder = decoding.createDecoder(new Uint8Array(data));
    decoding.readVarString(decoder);
    const type = decoding.readVarUint(decoder);
    if (type === types.syncStatus) kept.shift()?.();
    if (type !== types.sync && type !== types.syncReply) return;
    if (decoding.readVarUint(decoder) === steps.step2) answers.shift()?.(data.length);
  });
  await once(socket, "open");
  socket.send(
    frame(document, types.auth, (encoder) => {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, token);
    }),
  );
  const ended = new Promise<never>((_, reject) => {
    socket.once("close", (code, why) => reject(new Error(`The server ended a socket: ${code} ${why}`)));
  });
  // Whoever leaves, or is cut off while nobody asks, is no failure.
  ended.catch(() => undefined);
  return {
    socket,
    catchUp: (stateVector) => {
      const answer = new Promise<number>((resolve) => answers.push(resolve));
      socket.send(sync(document, steps.step1, stateVector));
      return Promise.race([answer, ended]);
    },
    write: (update) => {
      const answer = new Promise<void>((resolve) => kept.push(resolve));
      socket.send(sync(document, steps.update, update));
      return Promise.race([answer, ended]);
    },
    leave: () => socket.terminate(),
  };
}

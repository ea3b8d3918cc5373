import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";

const types = { sync: 0, auth: 2, syncReply: 4, syncStatus: 8 };

/** Where a document is and how to get in, in the Hocuspocus protocol. */
export type Room = { readonly url: string; readonly name: string; readonly token: string };

function frame(
  name: string,
  type: number,
  write: (encoder: encoding.Encoder) => void,
): Uint8Array<ArrayBuffer> {
  const bytes = encoding.encode((encoder) => {
    encoding.writeVarString(encoder, name);
    encoding.writeVarUint(encoder, type);
    write(encoder);
  });
  return new Uint8Array(bytes);
}

function authFrame({ name, token }: Room): Uint8Array<ArrayBuffer> {
  return frame(name, types.auth, (encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, token);
  });
}

function syncFrame({ name }: Room, step: number, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  return frame(name, types.sync, (encoder) => {
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

/** A window that comes in, asks for what it lacks, and can write. */
export type Visitor = { readonly socket: WebSocket; write(update: Uint8Array): Promise<void> };

/** Comes into a room with the state that `has` describes; resolves when the answer to the handshake is there. Rejects when closed before. */
export function visit(room: Room, has: Uint8Array): Promise<Visitor> {
  const socket = new WebSocket(room.url);
  socket.binaryType = "arraybuffer";
  const kept: (() => void)[] = [];
  const write = (update: Uint8Array) =>
    new Promise<void>((resolve) => {
      kept.push(resolve);
      socket.send(syncFrame(room, 2, update));
    });
  return new Promise((resolve, reject) => {
    socket.addEventListener("open", () => {
      socket.send(authFrame(room));
      socket.send(syncFrame(room, 0, has));
    });
    socket.addEventListener("close", ({ code, reason }) =>
      reject(new Error(`${room.name}: ${code} ${reason}`)),
    );
    socket.addEventListener("message", ({ data }: MessageEvent<ArrayBuffer>) => {
      const decoder = decoding.createDecoder(new Uint8Array(data));
      decoding.readVarString(decoder);
      const type = decoding.readVarUint(decoder);
      if (type === types.syncStatus) kept.shift()?.();
      if ((type === types.sync || type === types.syncReply) && decoding.readVarUint(decoder) === 1)
        resolve({ socket, write });
    });
  });
}

/** Every state there is. */
export const nothing = Y.encodeStateVector(new Y.Doc());

function masked(data: Uint8Array): Buffer {
  const mask = randomBytes(4);
  const body = Buffer.from(data).map((byte, i) => byte ^ (mask[i % 4] ?? 0));
  return Buffer.concat([Buffer.from([0x82, 0x80 | data.length]), mask, body]);
}

/** Somebody who comes in and never reads again. Frames up to 125 bytes, as signing in and an empty handshake are. */
export async function stallIn(room: Room): Promise<Socket> {
  const { hostname, port, pathname } = new URL(room.url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => {});
  socket.write(
    `GET ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\n\r\n`,
  );
  await new Promise((resolve) => socket.once("data", resolve));
  socket.write(masked(authFrame(room)));
  socket.write(masked(syncFrame(room, 0, nothing)));
  await new Promise((resolve) => socket.once("data", resolve));
  socket.pause();
  return socket;
}

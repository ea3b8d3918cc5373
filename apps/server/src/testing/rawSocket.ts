import { documentOf } from "@polku/protocol";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { authFrame, type Frame, frameTypes, readFrame, syncSteps } from "../rooms/frames.ts";

/** A socket on which a test says exactly what it wants, on either door. */
export type RawSocket = {
  ws: WebSocket;
  /** What arrived, taken apart; on the Yjs door with the document's name put in front. */
  frames: Frame[];
  closed: { code: number; reason: string } | undefined;
  /** Sends a frame of this type; `body` is what follows the type. */
  send(type: number, body: Uint8Array): void;
  sendBytes(bytes: Uint8Array): void;
  leave(): void;
};

export const doors = ["/collab", "/yjs"] as const;
export type Door = (typeof doors)[number];

/** Opens a socket on a door and, on `/collab`, signs in with the token. Resolves when it is open or refused. */
export async function openRawSocket(
  socketUrl: string,
  door: Door,
  journeyId: string,
  token: string,
  headers: Record<string, string> = {},
): Promise<RawSocket> {
  const name = documentOf(journeyId);
  const path = door === "/collab" ? "/collab" : `/yjs/${name}?token=${encodeURIComponent(token)}`;
  const ws = new WebSocket(socketUrl + path, { headers });
  ws.binaryType = "nodebuffer";
  const prefix = encoding.encode((encoder) => encoding.writeVarString(encoder, name));
  const wrap = (bytes: Uint8Array) => (door === "/collab" ? bytes : Buffer.concat([prefix, bytes]));
  const raw: RawSocket = {
    ws,
    frames: [],
    closed: undefined,
    send: (type, body) => {
      const head = encoding.encode((encoder) => {
        if (door === "/collab") encoding.writeVarString(encoder, name);
        encoding.writeVarUint(encoder, type);
      });
      ws.send(Buffer.concat([head, body]));
    },
    sendBytes: (bytes) => ws.send(bytes),
    leave: () => ws.terminate(),
  };
  ws.on("message", (data: Buffer) => {
    const frame = readFrame(wrap(new Uint8Array(data)));
    if (frame !== null) raw.frames.push(frame);
  });
  ws.on("close", (code, reason) => {
    raw.closed = { code, reason: reason.toString() };
  });
  await new Promise<void>((resolve) => {
    ws.once("open", () => resolve());
    ws.once("error", () => resolve());
  });
  if (door === "/collab" && ws.readyState === ws.OPEN) ws.send(authFrame(name, token));
  return raw;
}

/** The body of a sync frame. */
export function syncBody(step: number, payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

export function textBody(text: string): Uint8Array {
  return encoding.encode((encoder) => encoding.writeVarString(encoder, text));
}

/** The body of an awareness frame about one client. */
export function presenceBody(clientId: number, clock: number, state: unknown): Uint8Array {
  const update = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, JSON.stringify(state));
  });
  return encoding.encode((encoder) => encoding.writeVarUint8Array(encoder, update));
}

/** An update that sets one key of the free canvas, by a client of its own. */
export function someUpdate(key = "x", value: unknown = 1, clientId = 4_711): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  doc.getMap("shapes").set(key, value);
  return Y.encodeStateAsUpdate(doc);
}

/** Asks for the whole document: the answer tells that everything sent before has been handled. */
export function askForAll(socket: RawSocket): void {
  socket.send(frameTypes.sync, syncBody(syncSteps.step1, Uint8Array.from([0])));
}

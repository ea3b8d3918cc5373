import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { type Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";

/** The kinds of frame of the Hocuspocus protocol. */
export const frameTypes = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  syncReply: 4,
  stateless: 5,
  broadcastStateless: 6,
  close: 7,
  syncStatus: 8,
} as const;

export const syncSteps = { step1: 0, step2: 1, update: 2 } as const;

/** A frame taken apart: whom it is for (`address` is the document name, for some clients with a session behind it), and what. */
export type Frame = { address: string; documentName: string; type: number; body: Uint8Array };

const longestAddress = 400;

/** Reads a frame's head; `null` for bytes that are no frame. */
export function readFrame(data: Uint8Array): Frame | null {
  try {
    const decoder = decoding.createDecoder(data);
    const address = decoding.readVarString(decoder);
    if (address.length === 0 || address.length > longestAddress) return null;
    const type = decoding.readVarUint(decoder);
    const end = address.indexOf("\0");
    return {
      address,
      documentName: end === -1 ? address : address.slice(0, end),
      type,
      body: data.subarray(decoder.pos),
    };
  } catch {
    return null;
  }
}

/** Reads the body of a sync frame; `null` when it is cut short or of an unknown step. */
export function readSync(body: Uint8Array): { step: number; payload: Uint8Array } | null {
  try {
    const decoder = decoding.createDecoder(body);
    const step = decoding.readVarUint(decoder);
    const payload = decoding.readVarUint8Array(decoder);
    return step <= syncSteps.update && !decoding.hasContent(decoder) ? { step, payload } : null;
  } catch {
    return null;
  }
}

/** Reads a body that is one byte array (awareness); `null` when it is cut short. */
export function readBytes(body: Uint8Array): Uint8Array | null {
  try {
    return decoding.readVarUint8Array(decoding.createDecoder(body));
  } catch {
    return null;
  }
}

/** Reads a body that is one string (stateless); `null` when it is cut short. */
export function readText(body: Uint8Array): string | null {
  try {
    return decoding.readVarString(decoding.createDecoder(body));
  } catch {
    return null;
  }
}

const longestToken = 4_096;

/** True for the body of a sign-in as clients send it: a token and, from newer ones, the client's version. */
export function isSignIn(body: Uint8Array): boolean {
  try {
    const decoder = decoding.createDecoder(body);
    const isToken = decoding.readVarUint(decoder) === 0;
    const token = decoding.readVarString(decoder);
    if (decoding.hasContent(decoder)) decoding.readVarString(decoder);
    return isToken && token.length <= longestToken;
  } catch {
    return false;
  }
}

function compose(address: string, type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarString(encoder, address);
    encoding.writeVarUint(encoder, type);
    write(encoder);
  });
}

/** "Your change is kept" (or is not). */
export function syncStatusFrame(address: string, kept: boolean): Uint8Array {
  return compose(address, frameTypes.syncStatus, (encoder) => encoding.writeVarUint(encoder, kept ? 1 : 0));
}

export function authFrame(address: string, token: string): Uint8Array {
  return compose(address, frameTypes.auth, (encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, token);
  });
}

/** A presence frame about nobody: clients drop a socket on which nothing arrives for 30 s. */
export function heartbeatFrame(address: string): Uint8Array {
  return compose(address, frameTypes.awareness, (encoder) =>
    encoding.writeVarUint8Array(encoder, Uint8Array.from([0])),
  );
}

/** The presence of these clients; of everybody who is here unless told. */
export function presenceFrame(
  address: string,
  awareness: Awareness,
  clients: number[] = [...awareness.states.keys()],
): Uint8Array {
  return compose(address, frameTypes.awareness, (encoder) =>
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, clients)),
  );
}

/** True for the server's answer to a handshake: everything that the client does not have. */
export function isWholeDocument({ type, body }: Frame): boolean {
  return (type === frameTypes.sync || type === frameTypes.syncReply) && body[0] === syncSteps.step2;
}

/** True when an authentication frame of the server says no. */
export function isDenied(frame: Frame): boolean {
  return frame.type === frameTypes.auth && frame.body[0] === 1;
}

import * as encoding from "lib0/encoding";
import { frameTypes, readFrame } from "./frames.ts";
import type { Wire } from "./wire.ts";

/** The frames that a plain y-websocket client knows, and what a frame of ours is called there. */
const spoken: Record<number, number> = {
  [frameTypes.sync]: frameTypes.sync,
  [frameTypes.syncReply]: frameTypes.sync,
  [frameTypes.awareness]: frameTypes.awareness,
  [frameTypes.queryAwareness]: frameTypes.queryAwareness,
};

const understood = new Set<number>([frameTypes.sync, frameTypes.awareness, frameTypes.queryAwareness]);

/**
 * The plain y-websocket protocol in front of one document: its frames are ours without the name in front. What it has no word for
 * (acknowledgements, JSON messages) is left out on the way to the client.
 */
export function yjsWire(documentName: string): Wire {
  const prefix = encoding.encode((encoder) => encoding.writeVarString(encoder, documentName));
  return {
    toRoom: (data) => {
      const type = data[0];
      if (type === undefined || !understood.has(type)) return null;
      const frame = new Uint8Array(prefix.length + data.length);
      frame.set(prefix);
      frame.set(data, prefix.length);
      return frame;
    },
    toClient: (data) => {
      const frame = readFrame(data);
      const type = frame === null ? undefined : spoken[frame.type];
      if (frame === null || type === undefined) return null;
      const bytes = new Uint8Array(1 + frame.body.length);
      bytes[0] = type;
      bytes.set(frame.body, 1);
      return bytes;
    },
  };
}

import type { Logger } from "pino";
import { limits } from "./limits.ts";
import type { Pace } from "./pace.ts";
import type { RoomSocket } from "./roomSocket.ts";

/**
 * Handles a socket's frames one after another, each to its end before the next. A sender who is faster than the pace is read more
 * slowly; one who fills the memory meanwhile is cut off.
 */
export function makeInbox(
  socket: RoomSocket,
  pace: Pace,
  handle: (frame: Uint8Array) => Promise<void> | undefined,
  logger: Logger,
): (frame: Uint8Array) => void {
  let frames: Uint8Array[] = [];
  let bytes = 0;
  let working = false;

  async function waitForPace(): Promise<void> {
    const wait = pace.wait();
    if (wait === 0) return;
    socket.ws.pause();
    // Time itself is what is waited for: the pace says how long, and the sender's own buffer fills meanwhile instead of ours.
    await new Promise((resolve) => setTimeout(resolve, wait));
    socket.ws.resume();
  }

  async function workThrough(batch: readonly Uint8Array[]): Promise<void> {
    for (const frame of batch) {
      if (socket.ending) return;
      while (!pace.take()) await waitForPace();
      bytes -= frame.length;
      const more = handle(frame);
      if (more !== undefined) await more;
    }
  }

  async function work(): Promise<void> {
    working = true;
    try {
      while (frames.length > 0 && !socket.ending) {
        const batch = frames;
        frames = [];
        await workThrough(batch);
      }
    } catch (err) {
      logger.error({ err }, "a frame could not be handled");
      socket.end("failed");
    } finally {
      working = false;
    }
  }

  return (frame) => {
    if (socket.ending) return;
    frames.push(frame);
    bytes += frame.length;
    const most = socket.seats.size > 0 ? limits.unreadBytes : limits.unreadBytesBeforeSignIn;
    if (bytes > most) {
      socket.end("flood");
      return;
    }
    if (!working) void work();
  };
}

import { connect, createServer, type Server, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import { once } from "node:events";

export type SlowLink = { socketUrl: string; close(): Promise<void> };

/** Passes bytes on after `delayMs`, at most `bytesPerSecond` of them, in their order; the sender is held back meanwhile. */
function passOn(from: Socket, to: Socket, delayMs: number, bytesPerSecond: number): void {
  let free = 0;
  from.on("data", (chunk: Buffer) => {
    const now = performance.now();
    free = Math.max(free, now) + (chunk.length / bytesPerSecond) * 1_000;
    setTimeout(() => void to.write(chunk), free - now + delayMs);
    from.pause();
    setTimeout(() => from.resume(), free - now);
  });
  from.on("close", () => setTimeout(() => to.destroy(), delayMs));
  from.on("error", () => to.destroy());
}

/** A link to a server such as a telephone in a train has it. */
export async function openSlowLink(
  socketUrl: string,
  { delayMs, bytesPerSecond }: { delayMs: number; bytesPerSecond: number },
): Promise<SlowLink> {
  const { port, hostname } = new URL(socketUrl);
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
    }
    passOn(near, far, delayMs, bytesPerSecond);
    passOn(far, near, delayMs, bytesPerSecond);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    socketUrl: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

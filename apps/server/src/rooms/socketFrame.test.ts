import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { framed } from "./socketFrame.ts";

const lengths = [0, 1, 125, 126, 127, 65_535, 65_536, 1_000_000];
const message = (length: number) => new Uint8Array(length).map((_, at) => at % 251);

const http = createServer();
const sockets = new WebSocketServer({ noServer: true });

beforeAll(async () => {
  http.on("upgrade", (request, stream, head) =>
    sockets.handleUpgrade(request, stream, head, (ws) => {
      ws.send("first");
      for (const length of lengths) stream.write(framed(message(length)));
      ws.send("last");
    }),
  );
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
});

afterAll(() => {
  sockets.close();
  http.close();
});

test("messages of every length arrive whole, and in their place among those that ws wrote itself", async () => {
  const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
  const heard: (string | Buffer)[] = [];
  await new Promise<void>((resolve, reject) => {
    client.on("error", reject);
    client.on("message", (data: Buffer, isBinary) => {
      heard.push(isBinary ? data : data.toString());
      if (heard.at(-1) === "last") resolve();
    });
  });
  client.terminate();
  expect(heard[0]).toBe("first");
  expect(heard.slice(1, -1)).toHaveLength(lengths.length);
  lengths.forEach((length, at) => {
    expect(Buffer.compare(Buffer.from(heard[at + 1] ?? ""), Buffer.from(message(length)))).toBe(0);
  });
});

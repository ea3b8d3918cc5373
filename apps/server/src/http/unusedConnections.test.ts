import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { startTestServer } from "../testing/testServer.ts";

test("a server that stops does not wait for a connection that a browser opened and never used", async () => {
  const server = await startTestServer();
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  await once(socket, "connect");
  const ended = once(socket, "close");
  // An answered question makes sure that the server knows of the connection opened before it.
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  await server.stop();
  await ended;
});

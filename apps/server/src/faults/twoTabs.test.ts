import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { type Client, joinByHocuspocus, until } from "../testing/clients.ts";
import { checkAfterFault, Oracle } from "../testing/oracle.ts";
import { startTestServer } from "../testing/testServer.ts";
import { writtenLog } from "../testing/writtenLog.ts";

// A local copy that is full or cleared, and a tab that keeps none: e2e/specs/away.spec.ts. A copy of a window's memory: foreignHand.test.ts.
test("F14: two tabs, a third that begins with the first one's copy, and one killed in the middle of writing end equal, each with a hand of its own", async () => {
  const { log, lines } = writtenLog();
  const server = await startTestServer({ log });
  onTestFinished(() => server.stop());
  const [editor, viewer] = [await server.token("editor"), await server.token("viewer")];
  const [journeyId, elsewhere] = [await server.journey(), await server.journey()];
  const join = async (copy?: Uint8Array): Promise<Client> => {
    const client = joinByHocuspocus(server.socketUrl, journeyId, editor);
    if (copy !== undefined) Y.applyUpdate(client.doc, copy);
    onTestFinished(() => client.leave());
    await until("it is in", () => client.provider.synced);
    return client;
  };
  const oracle = new Oracle();
  const write = async (client: Client, key: string): Promise<void> => {
    const kept = oracle.wrote(key, "kept");
    client.doc.getMap("shapes").set(key, "kept");
    await client.saved();
    kept();
  };
  const [first, second] = [await join(), await join()];
  await Promise.all([write(first, "first"), write(second, "second")]);
  // Written and never answered for: the tab is gone before its letters are.
  first.socket.disconnect();
  first.doc.getMap("shapes").set("unsent", "in the copy");
  const copy = Y.encodeStateAsUpdate(first.doc);
  first.leave();

  const third = await join(copy);
  const clients = [second, third];
  await Promise.all([write(second, "second again"), write(third, "third")]);
  expect(new Set([first, second, third].map(({ doc }) => doc.clientID)).size).toBe(3);
  await checkAfterFault(server, { journeyId, elsewhere, editor, viewer, oracle, clients, lines });
  expect(second.doc.getMap("shapes").get("unsent")).toBe("in the copy");
});

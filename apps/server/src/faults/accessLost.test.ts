import { expect, onTestFinished, test } from "vitest";
import { revokeApiToken } from "../accounts/apiTokens.ts";
import { joinByHocuspocus, until } from "../testing/clients.ts";
import { checkAfterFault, Oracle, readBack } from "../testing/oracle.ts";
import { startTestServer } from "../testing/testServer.ts";
import { writtenLog } from "../testing/writtenLog.ts";

// What the person sees and keeps as a file: e2e/specs/away.spec.ts.
test("F15: whoever loses their access while they are offline keeps what they wrote, and none of it is applied", async () => {
  const { log, lines } = writtenLog();
  const server = await startTestServer({ log });
  onTestFinished(() => server.stop());
  const [leaving, editor, viewer] = [
    await server.token("editor"),
    await server.token("editor"),
    await server.token("viewer"),
  ];
  const [journeyId, elsewhere] = [await server.journey(), await server.journey()];
  const join = (token: string) => {
    const client = joinByHocuspocus(server.socketUrl, journeyId, token);
    onTestFinished(() => client.leave());
    return client;
  };
  const [ana, ben] = [join(leaving), join(editor)];
  await until("both are in", () => [ana, ben].every(({ provider }) => provider.synced));
  const oracle = new Oracle();
  const kept = oracle.wrote("before", "Ana's");
  ana.doc.getMap("shapes").set("before", "Ana's");
  await ana.saved();
  kept();

  ana.socket.disconnect();
  await until("she is offline", () => !ana.provider.synced);
  ana.doc.getMap("shapes").set("offline", "Ana's");
  await revokeApiToken(server.services.db, server.services.clock, leaving);
  const denied = new Promise<void>((resolve) => {
    ana.provider.on("authenticationFailed", () => resolve());
  });
  await ana.socket.connect();
  await denied;

  expect(ana.doc.getMap("shapes").get("offline")).toBe("Ana's");
  expect(ana.provider.hasUnsyncedChanges).toBe(true);
  expect((await readBack(server, journeyId, editor)).has("offline")).toBe(false);
  expect(ben.doc.getMap("shapes").has("offline")).toBe(false);
  await checkAfterFault(server, { journeyId, elsewhere, editor, viewer, oracle, clients: [ben], lines });
});

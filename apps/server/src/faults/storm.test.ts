import { onTestFinished, test } from "vitest";
import { joinByHocuspocus, until } from "../testing/clients.ts";
import { checkAfterFault, Oracle } from "../testing/oracle.ts";
import { startTestServer } from "../testing/testServer.ts";

const rooms = 5;
const each = 20;

// The storm of a thousand stands in the bench: npm run bench storm
test(`F11: after a restart ${rooms * each} windows come back at once, bring what they wrote meanwhile, and agree`, async () => {
  const first = await startTestServer();
  onTestFinished(() => first.stop());
  const [editor, viewer] = [await first.token("editor"), await first.token("viewer")];
  const journeys = await Promise.all(Array.from({ length: rooms }, () => first.journey()));
  const elsewhere = await first.journey();
  const parties = journeys.map((journeyId) => ({
    journeyId,
    oracle: new Oracle(),
    clients: Array.from({ length: each }, () => joinByHocuspocus(first.socketUrl, journeyId, editor)),
  }));
  const everybody = parties.flatMap(({ clients }) => clients);
  onTestFinished(() => everybody.forEach((client) => client.leave()));
  await until("all are in", () => everybody.every(({ provider }) => provider.synced));
  await first.close();
  await until("all are out", () => everybody.every(({ provider }) => !provider.synced));
  // None is on the way to the server that is gone: closing a socket that is not open yet is an error nobody waits for.
  for (const { socket } of everybody) socket.shouldConnect = false;
  await until("none is on the way", () =>
    everybody.every(({ socket }) => socket.webSocket?.readyState !== 0),
  );
  for (const { clients, oracle } of parties) {
    clients.forEach((client, index) => {
      oracle.wrote(`w${index}`, "meanwhile")();
      client.doc.getMap("shapes").set(`w${index}`, "meanwhile");
    });
  }
  const server = await startTestServer({ folder: first.folder });
  onTestFinished(() => server.close());
  for (const { socket } of everybody) {
    socket.disconnect();
    socket.configuration.url = `${server.socketUrl}/collab`;
    void socket.connect();
  }
  await until("all are in again", () => everybody.every(({ provider }) => provider.synced));
  for (const { journeyId, oracle, clients } of parties)
    await checkAfterFault(server, { journeyId, elsewhere, editor, viewer, oracle, clients });
  await until("only they are there", () => server.services.rooms.health().connections === rooms * each);
});

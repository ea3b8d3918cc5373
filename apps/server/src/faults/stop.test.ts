import { expect, onTestFinished, test } from "vitest";
import { onFailingDisk, startChildServer } from "../testing/childServer.ts";
import { joinByHocuspocus, until } from "../testing/clients.ts";
import { checkAfterFault, Oracle } from "../testing/oracle.ts";
import { seeded } from "../testing/seeded.ts";
import { startTestServer } from "../testing/testServer.ts";
import { writtenLog } from "../testing/writtenLog.ts";
import { startWriting } from "../testing/writing.ts";

const seed = Number(process.env.POLKU_SEED ?? 24);

test(`F24: a server that is told to stop while its disk is full ends by itself, and nothing acknowledged is lost (seed ${seed})`, async () => {
  const first = await startTestServer();
  onTestFinished(() => first.stop());
  const [journeyId, elsewhere] = [await first.journey(), await first.journey()];
  const [token, viewer] = [await first.token("editor"), await first.token("viewer")];
  await first.close();

  const server = await startChildServer(first.folder, { POLKU_LOG: "fatal" }, onFailingDisk);
  onTestFinished(async () => void (await server.kill("SIGKILL")));
  const oracle = new Oracle();
  const clients = [0, 1].map(() => joinByHocuspocus(server.socketUrl, journeyId, token));
  onTestFinished(() => clients.forEach((client) => client.leave()));
  await until("both are in", () => clients.every(({ provider }) => provider.synced));
  const random = seeded(seed);
  const stops = clients.map((client, writer) => startWriting(client, writer, 1, random, oracle));
  await until("some is acknowledged", () => oracle.acknowledged > 50);
  server.signal("SIGUSR2");
  await until("the disk is full", () => server.lines.includes("The disk is full."));
  clients[0]?.doc.getMap("shapes").set("large", "x".repeat(50_000));
  await until("it waits", () => clients[0]?.provider.hasUnsyncedChanges === true);
  // It gives up after nine seconds: the exit code says that something was not written.
  expect(await server.kill("SIGTERM")).toBe(1);
  for (const stop of stops) stop();
  for (const client of clients) client.leave();

  const { log, lines } = writtenLog();
  const next = await startTestServer({ folder: first.folder, log });
  onTestFinished(() => next.close());
  await checkAfterFault(next, { journeyId, elsewhere, editor: token, viewer, oracle, lines });
});

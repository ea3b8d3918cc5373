import { onTestFinished, test } from "vitest";
import { joinByHocuspocus, until } from "../testing/clients.ts";
import { openLossyLink } from "../testing/lossyLink.ts";
import { checkAfterFault, Oracle } from "../testing/oracle.ts";
import { seeded } from "../testing/seeded.ts";
import { startTestServer } from "../testing/testServer.ts";
import { startWriting } from "../testing/writing.ts";

const seed = Number(process.env.POLKU_SEED ?? 16);

test(`F16: doubled, swapped, lost and cut frames and lost acknowledgements lose nothing and part nobody (seed ${seed})`, async () => {
  const server = await startTestServer();
  onTestFinished(() => server.stop());
  const [editor, viewer] = [await server.token("editor"), await server.token("viewer")];
  const [journeyId, elsewhere] = [await server.journey(), await server.journey()];
  const random = seeded(seed);
  const link = await openLossyLink(server.socketUrl, random);
  onTestFinished(() => link.close());
  const oracle = new Oracle();
  const clients = Array.from({ length: 6 }, () => joinByHocuspocus(link.socketUrl, journeyId, editor));
  onTestFinished(() => clients.forEach((client) => client.leave()));
  const stops = clients.map((client, writer) => startWriting(client, 2 * writer, 1, random, oracle));
  const enough = () => Object.values(link.counts).every((count) => count >= 5);
  await until("everything has happened five times", () => enough() && oracle.acknowledged >= 300);
  for (const stop of stops) stop();
  link.heal();
  await checkAfterFault(server, { journeyId, elsewhere, editor, viewer, oracle, clients });
});

import { expect, onTestFinished, test } from "vitest";
import { joinByHocuspocus, until } from "../testing/clients.ts";
import { checkAfterFault, Oracle } from "../testing/oracle.ts";
import { openSlowLink } from "../testing/slowLink.ts";
import { startTestServer } from "../testing/testServer.ts";

const items = 5_000;

test("F9: over a link of 1 MB/s and 200 ms a journey of 5,000 items opens and is edited, while the others go on", async () => {
  const server = await startTestServer();
  onTestFinished(() => server.stop());
  const [editor, viewer] = [await server.token("editor"), await server.token("viewer")];
  const [journeyId, elsewhere] = [await server.journey(), await server.journey()];
  await server.services.rooms.withDocument(journeyId, (doc) => {
    for (let i = 0; i < items; i += 1) doc.getMap("shapes").set(`s${i}`, `${i} ${"x".repeat(100)}`);
  });
  const link = await openSlowLink(server.socketUrl, { delayMs: 200, bytesPerSecond: 1_000_000 });
  onTestFinished(() => link.close());
  const oracle = new Oracle();
  const [far, near] = [
    joinByHocuspocus(link.socketUrl, journeyId, editor),
    joinByHocuspocus(server.socketUrl, journeyId, editor),
  ];
  onTestFinished(() => [far, near].forEach((client) => client.leave()));
  await until("the near one is in", () => near.provider.synced);
  for (let i = 0; i < 20; i += 1) {
    const kept = oracle.wrote("near", `${i}`);
    near.doc.getMap("shapes").set("near", `${i}`);
    await near.saved();
    kept();
  }
  await until("the far one has it all", () => far.doc.getMap("shapes").size >= items);
  const kept = oracle.wrote("far", "arrived");
  far.doc.getMap("shapes").set("far", "arrived");
  await far.saved();
  kept();
  await until("the near one sees it", () => near.doc.getMap("shapes").get("far") === "arrived");
  expect(server.services.rooms.health().connections).toBe(2);
  await checkAfterFault(server, { journeyId, elsewhere, editor, viewer, oracle, clients: [far, near] });
});

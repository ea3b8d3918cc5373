import { describe, expect, onTestFinished, test } from "vitest";
import { joinByHocuspocus, until } from "../testing/clients.ts";
import type { DiskState } from "../testing/diskStates.ts";
import { openFaultyLog } from "../testing/faultyLog.ts";
import { checkAfterFault, Oracle } from "../testing/oracle.ts";
import { seeded } from "../testing/seeded.ts";
import { makeTestFolder } from "../testing/testFolder.ts";
import { startTestServer } from "../testing/testServer.ts";
import { writtenLog } from "../testing/writtenLog.ts";
import { startWriting } from "../testing/writing.ts";

const seed = Number(process.env.POLKU_SEED ?? 4);

/** Two people write without pause on a disk that the test can break; the promise of both is noted. */
async function writers() {
  const { folder, remove } = makeTestFolder();
  onTestFinished(remove);
  const { log, disk, standsStill } = openFaultyLog(folder);
  const { log: logger, lines } = writtenLog();
  const server = await startTestServer({ folder, journeyLog: log, log: logger });
  onTestFinished(async () => {
    disk("works");
    await server.close();
  });
  const [editor, viewer] = [await server.token("editor"), await server.token("viewer")];
  const [journeyId, elsewhere] = [await server.journey(), await server.journey()];
  const oracle = new Oracle();
  const clients = [0, 1].map(() => joinByHocuspocus(server.socketUrl, journeyId, editor));
  onTestFinished(() => clients.forEach((client) => client.leave()));
  await until("both are in", () => clients.every(({ provider }) => provider.synced));
  const random = seeded(seed);
  const stops = clients.map((client, writer) => startWriting(client, writer, 1, random, oracle));
  const acknowledgedMore = async (more: number) => {
    const enough = oracle.acknowledged + more;
    await until(`${more} more are acknowledged`, () => oracle.acknowledged >= enough);
  };
  const stop = () => stops.forEach((one) => one());
  const after = { journeyId, elsewhere, editor, viewer, oracle, clients, lines };
  return { server, disk, standsStill, oracle, clients, acknowledgedMore, stop, after, journeyId, editor };
}

const faults: [string, DiskState][] = [
  ["F3: a disk whose every commit fails", "broken"],
  ["F3: a disk that writes and says that it failed", "silent"],
  ["F4: a full disk", "full"],
  ["F5: a disk that stands still", "stopped"],
];

describe.each(faults)("%s", (_name, state) => {
  test(`acknowledges nothing meanwhile, is read meanwhile, and everything is kept afterwards without a reload (seed ${seed})`, async () => {
    const { server, disk, standsStill, oracle, clients, acknowledgedMore, stop, after, journeyId, editor } =
      await writers();
    await acknowledgedMore(20);
    disk(state);
    // Larger than what is left of a page: a full disk still has the rest of its last one.
    clients[0]?.doc.getMap("shapes").set("large", "x".repeat(50_000));
    const health = () => server.services.rooms.health();
    await until("the disk has failed", () =>
      state === "stopped" ? standsStill() : health().failingSince !== null,
    );
    const [committed, told] = [health().committed, oracle.acknowledged];
    const { waiting } = health();
    clients[1]?.doc.getMap("shapes").set("large too", "y".repeat(50_000));
    await until("more waits", () => health().waiting > waiting);
    const answer = await server.ask("GET", `/api/v1/journeys/${journeyId}/state`, { token: editor });
    expect(answer.status).toBe(200);
    expect(health().committed).toBe(committed);
    expect(oracle.acknowledged).toBe(told);
    disk("works");
    await acknowledgedMore(20);
    stop();
    await checkAfterFault(server, after);
  });
});

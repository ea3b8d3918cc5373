import { expect, onTestFinished, test } from "vitest";
import { joinByHocuspocus, until } from "../testing/clients.ts";
import { checkAfterFault, Oracle } from "../testing/oracle.ts";
import { seeded } from "../testing/seeded.ts";
import { startTestServer } from "../testing/testServer.ts";
import { writtenLog } from "../testing/writtenLog.ts";

const seed = Number(process.env.POLKU_SEED ?? 13);
const offline = 500;
const meanwhile = 5_000;
const deleted = 20;

// What the person is told of what was deleted under their hands: apps/web/src/session/awayEdits.test.ts, and in a browser e2e/specs/away.spec.ts.
test(`F13: a laptop asleep for days brings ${offline} edits back to a journey that had ${meanwhile} others and ${deleted} deletions meanwhile (seed ${seed})`, async () => {
  const random = seeded(seed);
  const { log, lines } = writtenLog();
  const server = await startTestServer({ log });
  onTestFinished(() => server.stop());
  const [editor, viewer] = [await server.token("editor"), await server.token("viewer")];
  const [journeyId, elsewhere] = [await server.journey(), await server.journey()];
  const clients = [0, 1].map(() => joinByHocuspocus(server.socketUrl, journeyId, editor));
  onTestFinished(() => clients.forEach((client) => client.leave()));
  await until("both are in", () => clients.every(({ provider }) => provider.synced));
  const [asleep, awake] = clients;
  if (asleep === undefined || awake === undefined) throw new Error("Nobody came.");
  const oracle = new Oracle();

  const shared = Array.from({ length: deleted }, (_, i) => `shared${i}`);
  for (const key of shared) asleep.doc.getMap("shapes").set(key, "before");
  await asleep.saved();
  await until("the other knows them", () => awake.doc.getMap("shapes").has(`shared${deleted - 1}`));
  asleep.socket.disconnect();

  const kept: (() => void)[] = [];
  const write = (client: typeof asleep, key: string, value: string) => {
    kept.push(oracle.wrote(key, value));
    client.doc.getMap("shapes").set(key, value);
  };
  for (let n = 0; n < offline; n += 1) write(asleep, `asleep${Math.floor(random() * 100)}`, `${n}`);
  for (const key of shared) asleep.doc.getMap("shapes").set(key, "written on offline");
  for (let n = 0; n < meanwhile; n += 50)
    await server.services.rooms.withDocument(journeyId, (doc) => {
      for (let i = n; i < n + 50; i += 1) doc.getMap("shapes").set(`awake${i % 200}`, i);
    });
  for (const key of shared) awake.doc.getMap("shapes").delete(key);
  await awake.saved();

  await asleep.socket.connect();
  await until("what was written offline has arrived", () => !asleep.provider.hasUnsyncedChanges);
  await asleep.saved();
  for (const acknowledge of kept) acknowledge();
  await checkAfterFault(server, { journeyId, elsewhere, editor, viewer, oracle, clients, lines });
  // Whoever is right about a deleted key, all are of one mind.
  const view = (client: typeof asleep) => shared.map((key) => client.doc.getMap("shapes").get(key));
  expect(view(asleep)).toEqual(view(awake));
});

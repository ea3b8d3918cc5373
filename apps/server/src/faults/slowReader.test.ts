import { closeCodes } from "@polku/protocol";
import { expect, onTestFinished, test } from "vitest";
import { joinByHocuspocus, until } from "../testing/clients.ts";
import { checkAfterFault, Oracle } from "../testing/oracle.ts";
import { openRawSocket } from "../testing/rawSocket.ts";
import { startTestServer } from "../testing/testServer.ts";

const sleepers = 20;

test(`F10: ${sleepers} who stop reading are cut off before their backlog fills the memory, and the others go on`, async () => {
  const server = await startTestServer();
  onTestFinished(() => server.stop());
  const [editor, viewer] = [await server.token("editor"), await server.token("viewer")];
  const [journeyId, elsewhere] = [await server.journey(), await server.journey()];
  const ana = joinByHocuspocus(server.socketUrl, journeyId, editor);
  onTestFinished(() => ana.leave());
  await until("Ana is in", () => ana.provider.synced);
  const asleep = await Promise.all(
    Array.from({ length: sleepers }, () => openRawSocket(server.socketUrl, "/collab", journeyId, editor)),
  );
  onTestFinished(() => asleep.forEach((sleeper) => sleeper.leave()));
  await until("the sleepers are in", () => asleep.every(({ frames }) => frames.length > 0));
  for (const { ws } of asleep) ws.pause();
  const health = () => server.services.rooms.health();
  const oracle = new Oracle();
  for (let i = 0; i < 60 && health().connections > 1; i += 1) {
    const text = `${i}${"x".repeat(400_000)}`;
    const kept = oracle.wrote("big", text);
    ana.doc.getMap("shapes").set("big", text);
    await ana.saved();
    kept();
  }
  await until("the sleepers are gone", () => health().connections === 1);
  for (const { ws } of asleep) ws.resume();
  await until("they know", () => asleep.every(({ closed }) => closed !== undefined));
  for (const { closed } of asleep) expect([closeCodes.tooSlow.code, 1006]).toContain(closed?.code);
  await checkAfterFault(server, { journeyId, elsewhere, editor, viewer, oracle, clients: [ana] });
});

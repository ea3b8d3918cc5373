import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test, vi } from "vitest";
import { doctor } from "../cli/doctor.ts";
import { frameTypes, syncSteps } from "../rooms/frames.ts";
import { joinByHocuspocus, until } from "../testing/clients.ts";
import { checkAfterFault, Oracle } from "../testing/oracle.ts";
import { openRawSocket, someUpdate, syncBody } from "../testing/rawSocket.ts";
import { seeded } from "../testing/seeded.ts";
import { startTestServer } from "../testing/testServer.ts";
import { writtenLog } from "../testing/writtenLog.ts";

const seed = Number(process.env.POLKU_SEED ?? 18);

/** Flips one bit of a stored record, as a worn disk does. */
function flipBit(folder: string, seq: number, random: () => number): void {
  const db = new DatabaseSync(path.join(folder, "log.db"));
  const row = db.prepare("select data from doc_update where seq = ?").get(seq);
  const data = Uint8Array.from(row?.data as Uint8Array);
  const at = Math.floor(random() * data.length);
  data[at] = (data[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  db.prepare("update doc_update set data = ? where seq = ?").run(data, seq);
  db.close();
}

test(`F18: one flipped bit opens that journey for reading up to there, the others as ever, and doctor names the record (seed ${seed})`, async () => {
  const random = seeded(seed);
  const first = await startTestServer();
  onTestFinished(() => first.stop());
  const token = await first.token("editor");
  const [harmed, sound] = [await first.journey(), await first.journey()];
  for (let i = 0; i < 10; i += 1)
    await first.services.rooms.withDocument(harmed, (doc) => void doc.getMap("shapes").set(`k${i}`, i));
  await first.close();
  const db = new DatabaseSync(path.join(first.folder, "log.db"));
  const rows = db.prepare("select seq from doc_update where doc = ? order by seq").all(`journey/${harmed}`);
  db.close();
  const chosen = Number(rows.at(-5)?.seq);
  flipBit(first.folder, chosen, random);

  const said = vi.spyOn(console, "log").mockImplementation(() => {});
  onTestFinished(() => said.mockRestore());
  expect(await doctor(first.services.config)).toBe(1);
  const text = said.mock.calls.map(([line]) => String(line)).join("\n");
  expect(text).toContain(`update ${chosen} of journey ${harmed}`);
  expect(text.match(/✗/g)).toHaveLength(1);

  const { log, lines } = writtenLog();
  const server = await startTestServer({ folder: first.folder, log });
  onTestFinished(() => server.close());
  const ana = joinByHocuspocus(server.socketUrl, harmed, token);
  onTestFinished(() => ana.leave());
  await until("she sees the rest", () => ana.doc.getMap("shapes").has("k4"));
  expect([...ana.doc.getMap("shapes").keys()].toSorted()).toEqual(["k0", "k1", "k2", "k3", "k4"]);
  const socket = await openRawSocket(server.socketUrl, "/collab", harmed, token);
  onTestFinished(() => socket.leave());
  socket.send(frameTypes.sync, syncBody(syncSteps.update, someUpdate()));
  const status = () => socket.frames.find(({ type }) => type === frameTypes.syncStatus);
  await until("it is answered", () => status() !== undefined);
  expect([...(status()?.body ?? [])]).toEqual([0]);
  const ben = joinByHocuspocus(server.socketUrl, sound, token);
  onTestFinished(() => ben.leave());
  await until("Ben is in", () => ben.provider.synced);
  const oracle = new Oracle();
  const kept = oracle.wrote("a", "1");
  ben.doc.getMap("shapes").set("a", "1");
  await ben.saved();
  kept();
  const [viewer, elsewhere] = [await server.token("viewer"), await server.journey()];
  const where = { journeyId: sound, elsewhere, editor: token, viewer };
  await checkAfterFault(server, { ...where, oracle, clients: [ben], lines });
});

import { closeCodes, documentOf } from "@polku/protocol";
import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { frameTypes, syncSteps } from "../rooms/frames.ts";
import { type Client, joinByHocuspocus, until } from "../testing/clients.ts";
import { askForAll, type Door, doors, openRawSocket, syncBody } from "../testing/rawSocket.ts";
import { openSqlJourneyLog } from "../storage/sql/sqlJourneyLog.ts";
import { makeTestFolder } from "../testing/testFolder.ts";
import { journeyRow, startTestServer, type TestServer } from "../testing/testServer.ts";

async function start(folder?: string): Promise<TestServer> {
  const server = await startTestServer(folder === undefined ? {} : { folder });
  onTestFinished(() => server.stop());
  return server;
}

async function join(server: TestServer, id: string, token: string): Promise<Client> {
  const client = joinByHocuspocus(server.socketUrl, id, token);
  onTestFinished(() => client.leave());
  await until("they are in", () => client.provider.synced);
  return client;
}

const shapesOn = (server: TestServer, id: string) =>
  server.services.rooms.readDocument(id, (doc) => doc.getMap("shapes").toJSON());

/** Writes under somebody else's client id, just behind what the server has of theirs. */
async function forge(server: TestServer, door: Door, id: string, clientId: number, step: number) {
  const socket = await openRawSocket(server.socketUrl, door, id, await server.token("editor"));
  onTestFinished(() => socket.leave());
  askForAll(socket);
  await until("Mallory is in", () => socket.frames.length > 0);
  const state = await server.services.rooms.readDocument(id, (doc) => Y.encodeStateAsUpdate(doc));
  const forged = new Y.Doc();
  Y.applyUpdate(forged, state);
  forged.clientID = clientId;
  const before = Y.encodeStateVector(forged);
  forged.getMap("shapes").set("forged", "Mallory's");
  socket.send(frameTypes.sync, syncBody(step, Y.encodeStateAsUpdate(forged, before)));
  await until("Mallory is out", () => socket.closed !== undefined);
  return socket.closed?.code;
}

const ways = doors.flatMap((door) =>
  [syncSteps.update, syncSteps.step2].map((step): [Door, number] => [door, step]),
);

test.each(ways)(
  "M8: on %s nobody writes under the client id of somebody who has left (step %i), and their later edits arrive",
  async (door, step) => {
    const server = await start();
    const id = await server.journey();
    const ana = await join(server, id, await server.token("editor"));
    ana.doc.getMap("shapes").set("first", "Ana's");
    await ana.saved();
    ana.socket.disconnect();
    await until("she is away", () => server.services.rooms.health().connections === 0);
    ana.doc.getMap("shapes").set("offline", "Ana's");
    expect(await forge(server, door, id, ana.doc.clientID, step)).toBe(closeCodes.otherHand.code);
    await ana.socket.connect();
    await until("she is back", () => ana.provider.synced && !ana.provider.hasUnsyncedChanges);
    await ana.saved();
    expect(await shapesOn(server, id)).toEqual({ first: "Ana's", offline: "Ana's" });
    expect(ana.doc.getMap("shapes").toJSON()).toEqual({ first: "Ana's", offline: "Ana's" });
  },
);

test("M8: a hand is known after a restart too", async () => {
  const first = await startTestServer();
  onTestFinished(() => first.stop());
  const id = await first.journey();
  const token = await first.token("editor");
  const ana = joinByHocuspocus(first.socketUrl, id, token);
  await until("she is in", () => ana.provider.synced);
  ana.doc.getMap("shapes").set("first", "Ana's");
  await ana.saved();
  const { clientID } = ana.doc;
  ana.leave();
  await first.close();
  const server = await start(first.folder);
  expect(await forge(server, "/collab", id, clientID, syncSteps.step2)).toBe(closeCodes.otherHand.code);
  expect(await shapesOn(server, id)).toEqual({ first: "Ana's" });
});

test("two windows of one person, and a third made from a copy of the first, write side by side", async () => {
  const server = await start();
  const id = await server.journey();
  const token = await server.token("editor");
  const [one, two] = [await join(server, id, token), await join(server, id, token)];
  one.doc.getMap("shapes").set("one", 1);
  two.doc.getMap("shapes").set("two", 2);
  const third = await join(server, id, token);
  Y.applyUpdate(third.doc, Y.encodeStateAsUpdate(one.doc));
  third.doc.getMap("shapes").set("three", 3);
  expect(new Set([one, two, third].map(({ doc }) => doc.clientID)).size).toBe(3);
  await Promise.all([one.saved(), two.saved(), third.saved()]);
  const all = { one: 1, two: 2, three: 3 };
  expect(await shapesOn(server, id)).toEqual(all);
  await until("all windows have all", () =>
    [one, two, third].every(({ doc }) => Object.keys(doc.getMap("shapes").toJSON()).length === 3),
  );
});

/** What is in the log is as a kill leaves it: an era that was not ended, and Ana's last change nowhere. */
test("what a killed server lost of somebody's comes back by whoever still has it", async () => {
  const { folder, remove } = makeTestFolder();
  onTestFinished(remove);
  const killed = openSqlJourneyLog(folder);
  const anas = new Y.Doc();
  anas.getMap("shapes").set("kept", 1);
  const writers = [{ client: anas.clientID, user: "ana" }];
  const doc = documentOf("one");
  await killed.append([{ doc, at: 1, data: Y.encodeStateAsUpdate(anas), writers }]);
  anas.getMap("shapes").set("lost", 2);

  const server = await startTestServer({ folder });
  onTestFinished(() => server.close());
  onTestFinished(() => killed.close());
  await server.services.journeys.add(journeyRow("one"));
  const ben = await openRawSocket(server.socketUrl, "/collab", "one", await server.token("editor"));
  onTestFinished(() => ben.leave());
  await until("Ben is in", () => ben.frames.length > 0);
  ben.send(frameTypes.sync, syncBody(syncSteps.step2, Y.encodeStateAsUpdate(anas)));
  await until("it is answered", () => ben.frames.some((frame) => frame.type === frameTypes.syncStatus));
  expect(await shapesOn(server, "one")).toEqual({ kept: 1, lost: 2 });
});

import { closeCodes, documentOf } from "@polku/protocol";
import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { frameTypes } from "../rooms/frames.ts";
import { openSqlJourneyLog } from "../storage/sql/sqlJourneyLog.ts";
import { startChildServer } from "../testing/childServer.ts";
import { joinByHocuspocus, until } from "../testing/clients.ts";
import { checkAfterFault, Oracle } from "../testing/oracle.ts";
import { openRawSocket, type RawSocket } from "../testing/rawSocket.ts";
import { journeyRow, startTestServer } from "../testing/testServer.ts";
import { writtenLog } from "../testing/writtenLog.ts";

/** What the body of Hocuspocus' answer to a sign-in begins with when one is in. */
const authenticated = 2;
const full = { code: closeCodes.cannotOpen.code, reason: closeCodes.cannotOpen.en };

test("F25: while the memory is full no further journey is opened, and those that are open go on", async () => {
  let share = 0.5;
  const { log, lines } = writtenLog();
  const server = await startTestServer({ heapShare: () => share, log });
  onTestFinished(() => server.stop());
  const token = await server.token("editor");
  const [open, shut] = [await server.journey(), await server.journey()];
  const ana = joinByHocuspocus(server.socketUrl, open, token);
  onTestFinished(() => ana.leave());
  await until("she is in", () => ana.provider.synced);
  await until("the others are closed", () => server.services.rooms.health().documents === 1);
  share = 0.9;
  const ben = await openRawSocket(server.socketUrl, "/collab", shut, token);
  await until("Ben is turned away", () => ben.closed !== undefined);
  expect(ben.closed).toEqual(full);
  const answer = await server.ask("PATCH", `/api/v1/journeys/${shut}`, { token, body: { title: "New" } });
  expect([answer.status, answer.body.code]).toEqual([503, "server.busy"]);
  const oracle = new Oracle();
  const kept = oracle.wrote("a", "1");
  ana.doc.getMap("shapes").set("a", "1");
  await ana.saved();
  kept();
  const second = joinByHocuspocus(server.socketUrl, open, token);
  onTestFinished(() => second.leave());
  await until("a journey that is open lets others in", () => second.doc.getMap("shapes").has("a"));
  share = 0.5;
  const again = joinByHocuspocus(server.socketUrl, shut, token);
  onTestFinished(() => again.leave());
  await until("Ben gets in once there is room", () => again.provider.synced);
  const viewer = await server.token("viewer");
  const where = { journeyId: open, elsewhere: shut, editor: token, viewer };
  await checkAfterFault(server, { ...where, oracle, clients: [ana, second], lines });
});

test("F25: a process that may use 256 MB turns people away before it dies of its 300 large journeys", async () => {
  const journeys = 300;
  const first = await startTestServer();
  onTestFinished(() => first.stop());
  const token = await first.token("editor");
  const large = new Y.Doc();
  large.getMap("shapes").set("large", "x".repeat(800_000));
  const data = Y.encodeStateAsUpdate(large);
  const ids = Array.from({ length: journeys }, (_, i) => `large${i}`);
  for (const id of ids) await first.services.journeys.add(journeyRow(id));
  await first.close();
  const log = openSqlJourneyLog(first.folder);
  for (let i = 0; i < journeys; i += 25)
    await log.append(ids.slice(i, i + 25).map((id) => ({ doc: documentOf(id), at: 1, data })));
  await log.close();

  const limited = { NODE_OPTIONS: "--max-old-space-size=256", POLKU_LOG: "silent" };
  const server = await startChildServer(first.folder, limited);
  onTestFinished(async () => void (await server.kill("SIGKILL")));
  const sockets: RawSocket[] = [];
  onTestFinished(() => sockets.forEach((socket) => socket.leave()));
  // Who is turned away hears of it before the socket closes: an answer alone says nothing.
  const isIn = ({ frames }: RawSocket) =>
    frames.some(({ type, body }) => type === frameTypes.auth && body[0] === authenticated);
  const turnedAway = () => sockets.filter(({ closed }) => closed !== undefined);
  for (const id of ids) {
    const socket = await openRawSocket(server.socketUrl, "/collab", id, token);
    sockets.push(socket);
    await until("one is let in or turned away", () => isIn(socket) || socket.closed !== undefined);
    if (turnedAway().length === 5) break;
  }
  expect(turnedAway()).toHaveLength(5);
  expect(sockets.length).toBeGreaterThan(60);
  expect(turnedAway().map(({ closed }) => closed)).toEqual(Array.from({ length: 5 }, () => full));
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  for (const socket of sockets) socket.leave();
  // The collector is asked at most every ten seconds.
  const letIn = async (): Promise<void> => {
    const socket = await openRawSocket(server.socketUrl, "/collab", ids.at(-1) ?? "", token);
    sockets.push(socket);
    await until("it is let in or turned away", () => isIn(socket) || socket.closed !== undefined);
    if (socket.closed !== undefined) await letIn();
  };
  await letIn();
});

import type { HookName } from "@hocuspocus/server";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { frameTypes, syncSteps } from "../rooms/frames.ts";
import { type Client, joinByHocuspocus, until } from "../testing/clients.ts";
import { checkAfterFault, Oracle } from "../testing/oracle.ts";
import { presenceBody, openRawSocket, syncBody, textBody, someUpdate } from "../testing/rawSocket.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";
import { writtenLog } from "../testing/writtenLog.ts";

/** Every hook there is; a new one in Hocuspocus does not compile until it stands here. */
const hooks = Object.keys({
  onConfigure: 1,
  onListen: 1,
  onUpgrade: 1,
  onConnect: 1,
  connected: 1,
  onAuthenticate: 1,
  onTokenSync: 1,
  onCreateDocument: 1,
  onLoadDocument: 1,
  afterLoadDocument: 1,
  beforeHandleMessage: 1,
  afterHandleMessage: 1,
  beforeHandleAwareness: 1,
  beforeBroadcastStateless: 1,
  beforeSync: 1,
  onStateless: 1,
  onChange: 1,
  onStoreDocument: 1,
  afterStoreDocument: 1,
  onAwarenessUpdate: 1,
  onRequest: 1,
  onDisconnect: 1,
  beforeUnloadDocument: 1,
  afterUnloadDocument: 1,
  onDestroy: 1,
} satisfies Record<HookName, 1>);

let throwing: string | undefined;
let server: TestServer;
let token: string;
let neighbour: Client;
let journey: string;
const oracle = new Oracle();
const { log, lines } = writtenLog();

beforeAll(async () => {
  const extension = Object.fromEntries(
    hooks.map((hook) => [
      hook,
      async () => {
        if (throwing === hook) throw new Error(`boom in ${hook}`);
      },
    ]),
  );
  server = await startTestServer({ extensions: [extension], log });
  token = await server.token("editor");
  journey = await server.journey();
  neighbour = joinByHocuspocus(server.socketUrl, journey, token);
  await until("the neighbour is in", () => neighbour.provider.synced);
});
afterEach(() => {
  throwing = undefined;
});
afterAll(async () => {
  neighbour.leave();
  await server.stop();
});

/** Everything a client may send, one after another. */
async function sayEverything(journeyId: string): Promise<void> {
  const socket = await openRawSocket(server.socketUrl, "/collab", journeyId, token);
  socket.send(frameTypes.sync, syncBody(syncSteps.step1, Uint8Array.from([0])));
  socket.send(frameTypes.sync, syncBody(syncSteps.update, someUpdate()));
  socket.send(frameTypes.awareness, presenceBody(4_711, 1, { cursor: null }));
  socket.send(frameTypes.queryAwareness, new Uint8Array());
  socket.send(frameTypes.stateless, textBody('{"t":"save?","v":1,"s":"x"}'));
  const isAnswered = () => socket.frames.some(({ type }) => type === frameTypes.stateless);
  await until("it is answered or closed", () => isAnswered() || socket.closed !== undefined);
  socket.leave();
}

describe("F23: a hook that throws", () => {
  test.each(hooks)("in %s ends, at most, that connection; the next one is whole again", async (hook) => {
    const journeyId = await server.journey();
    const quiet = () => server.services.rooms.health();
    await until("it is closed again", () => quiet().documents === 1);
    throwing = hook;
    await sayEverything(journeyId);
    await until("it has gone", () => quiet().connections === 1);
    const kept = oracle.wrote("beat", hook);
    neighbour.doc.getMap("shapes").set("beat", hook);
    await neighbour.saved();
    kept();
    throwing = undefined;
    await sayEverything(journeyId);
    const found = await server.services.rooms.readDocument(journeyId, (doc) => doc.getMap("shapes").toJSON());
    expect(found).toEqual({ x: 1 });
    expect((await server.ask("GET", "/readyz")).status).toBe(200);
    await until("nothing stays open", () => quiet().documents === 1 && quiet().waiting === 0);
  });

  test("and after all of them every promise holds", async () => {
    const [viewer, elsewhere] = [await server.token("viewer"), await server.journey()];
    const after = { journeyId: journey, elsewhere, editor: token, viewer };
    await checkAfterFault(server, { ...after, oracle, clients: [neighbour], lines });
  });
});

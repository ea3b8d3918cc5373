import { closeCodes } from "@polku/protocol";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { type Frame, frameTypes, syncSteps } from "../rooms/frames.ts";
import { limits } from "../rooms/limits.ts";
import { until } from "../testing/clients.ts";
import {
  askForAll,
  type Door,
  doors,
  openRawSocket,
  presenceBody,
  someUpdate,
  syncBody,
} from "../testing/rawSocket.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

let server: TestServer;
let journeyId: string;
let editor: string;
beforeAll(async () => {
  server = await startTestServer();
  journeyId = await server.journey();
  editor = await server.token("editor");
});
afterAll(() => server.stop());

async function open(door: Door, token = editor, journey = journeyId, headers: Record<string, string> = {}) {
  const socket = await openRawSocket(server.socketUrl, door, journey, token, headers);
  onTestFinished(() => socket.leave());
  return socket;
}

type Opened = Awaited<ReturnType<typeof open>>;
const closedWith = async (socket: Opened) => {
  await until("it is closed", () => socket.closed !== undefined);
  return socket.closed;
};
const sentence = (reason: keyof typeof closeCodes) => ({
  code: closeCodes[reason].code,
  reason: closeCodes[reason].en,
});
const isAnswer = (frame: Frame) => frame.type === frameTypes.sync && frame.body[0] === syncSteps.step2;
const isIn = (socket: Opened) => until("it is in", () => socket.frames.some(isAnswer));
const update = (bytes: Uint8Array) => syncBody(syncSteps.update, bytes);

/** An update whose predecessor was never sent. */
function updateWithGap(): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap("shapes").set("a", 1);
  const before = Y.encodeStateVector(doc);
  doc.getMap("shapes").set("b", 2);
  return Y.encodeStateAsUpdate(doc, before);
}

function largeUpdate(bytes: number): Uint8Array {
  return someUpdate("large", "x".repeat(bytes), 8_000 + Math.floor(bytes % 1_000));
}

describe.each(doors)("the door %s", (door) => {
  test("refuses a wrong token with a sentence", async () => {
    expect(await closedWith(await open(door, "polku_wrong"))).toEqual(sentence("signIn"));
  });

  test("refuses a socket without a token or a session", async () => {
    expect(await closedWith(await open(door, ""))).toEqual(sentence("signIn"));
  });

  test("knows no journey that does not exist, and none that the token is not for", async () => {
    const elsewhere = await server.token("editor", await server.journey());
    expect(await closedWith(await open(door, editor, "nowhere"))).toEqual(sentence("unknown"));
    expect(await closedWith(await open(door, elsewhere))).toEqual(sentence("unknown"));
  });

  test("says it in Finnish to whoever prefers that", async () => {
    const socket = await open(door, "polku_wrong", journeyId, {
      "accept-language": "fi-FI,fi;q=0.9,en;q=0.5",
    });
    expect(await closedWith(socket)).toEqual({ code: closeCodes.signIn.code, reason: closeCodes.signIn.fi });
  });

  test("M6: closes on an update that is cut short, and applies nothing of it", async () => {
    const socket = await open(door);
    socket.send(frameTypes.sync, update(someUpdate("cut").slice(0, -3)));
    expect(await closedWith(socket)).toEqual(sentence("malformed"));
    expect(
      await server.services.rooms.readDocument(journeyId, (doc) => doc.getMap("shapes").has("cut")),
    ).toBe(false);
  });

  test("closes on an update that rests on one that is missing", async () => {
    const socket = await open(door);
    socket.send(frameTypes.sync, update(updateWithGap()));
    expect(await closedWith(socket)).toEqual(sentence("gap"));
  });

  test("closes on an update larger than a mebibyte", async () => {
    const socket = await open(door);
    askForAll(socket);
    await isIn(socket);
    socket.send(frameTypes.sync, update(largeUpdate(limits.update + 10)));
    expect(await closedWith(socket)).toEqual(sentence("tooLarge"));
  });

  test("closes on a frame larger than four mebibytes without reading it", async () => {
    const socket = await open(door);
    askForAll(socket);
    await isIn(socket);
    socket.sendBytes(new Uint8Array(limits.frame + 1));
    expect((await closedWith(socket))?.code).toBe(1009);
  });

  test("closes on presence that cannot be read", async () => {
    const socket = await open(door);
    socket.send(frameTypes.awareness, Uint8Array.from([3, 1, 1, 200]));
    expect(await closedWith(socket)).toEqual(sentence("malformed"));
  });

  test("cross-site WebSocket hijacking: refuses the pages of another site before the socket opens", async () => {
    for (const origin of ["https://evil.example", "null", `${server.url}.evil.example`, "http://127.0.0.1"]) {
      const socket = await open(door, editor, journeyId, { origin });
      expect(socket.ws.readyState).not.toBe(socket.ws.OPEN);
    }
    const own = await open(door, editor, journeyId, { origin: server.url });
    askForAll(own);
    await isIn(own);
  });
});

describe("somebody else's hand", () => {
  test("is not taken from another person while its owner is there", async () => {
    const mallorysToken = await server.token("editor");
    const [alice, mallory] = [await open("/collab"), await open("/collab", mallorysToken)];
    alice.send(frameTypes.awareness, presenceBody(555, 1, {}));
    await until("Alice is present", () => alice.frames.some((frame) => frame.type === frameTypes.awareness));
    mallory.send(frameTypes.sync, update(someUpdate("hers", "Mallory's", 555)));
    expect(await closedWith(mallory)).toEqual(sentence("otherHand"));
    alice.send(frameTypes.sync, update(someUpdate("hers", "Alice's", 555)));
    askForAll(alice);
    await isIn(alice);
    expect(
      await server.services.rooms.readDocument(journeyId, (doc) => doc.getMap("shapes").get("hers")),
    ).toBe("Alice's");
  });
});

describe("an address that is no socket", () => {
  test.each([
    "/socket",
    "/yjs/journey/",
    "/yjs/journey/a%2fb",
    "/yjs/journey/%ff",
    "/yjs/journey/__proto__/x",
  ])("%s is not opened", async (path) => {
    const response = await fetch(server.url + path, {
      headers: { connection: "upgrade", upgrade: "websocket" },
    }).catch(() => undefined);
    expect(response?.status ?? 404).toBe(404);
    expect((await server.ask("GET", "/healthz")).status).toBe(200);
  });
});

import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { joinByHocuspocus, joinByYWebsocket, until } from "../testing/clients.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

let server: TestServer;
let editor: string;
beforeAll(async () => {
  server = await startTestServer();
  editor = await server.token("editor");
});
afterAll(() => server.stop());

function join(journeyId: string, token = editor) {
  const client = joinByHocuspocus(server.socketUrl, journeyId, token);
  onTestFinished(() => client.leave());
  return client;
}

function joinPlain(journeyId: string, token = editor) {
  const client = joinByYWebsocket(server.socketUrl, journeyId, token);
  onTestFinished(() => client.leave());
  return client;
}

describe("the rooms", () => {
  test("two people in one journey see each other's changes and end equal", async () => {
    const id = await server.journey();
    const [ana, ben] = [join(id), join(id)];
    await until("both are in", () => ana.provider.synced && ben.provider.synced);
    ana.doc.getMap("shapes").set("a", "from Ana");
    ben.doc.getMap("shapes").set("b", "from Ben");
    await until("both have both", () => [ana, ben].every(({ doc }) => doc.getMap("shapes").size === 2));
    expect(ana.doc.toJSON()).toEqual(ben.doc.toJSON());
  });

  test("a new journey arrives with its stages and lanes", async () => {
    const ana = join(await server.journey("Vakuutus"));
    await until("it is in", () => ana.provider.synced);
    expect(ana.doc.getMap("stages").size).toBe(3);
    expect(String(ana.doc.getMap("meta").get("title"))).toBe("Vakuutus");
  });

  test("the barrier answers after what was sent before it is on disk", async () => {
    const id = await server.journey();
    const ana = join(id);
    await until("she is in", () => ana.provider.synced);
    for (let i = 0; i < 20; i += 1) ana.doc.getMap("shapes").set(`s${i}`, i);
    await ana.saved();
    expect(server.services.rooms.health().waiting).toBe(0);
    const kept = await server.services.rooms.readDocument(id, (doc) => doc.getMap("shapes").size);
    expect(kept).toBe(20);
  });

  test("the barrier tells a reader that what they sent was not taken, and never calls it saved", async () => {
    const id = await server.journey();
    const reader = join(id, await server.token("viewer", id));
    await until("they are in", () => reader.provider.synced);
    const heard: string[] = [];
    reader.provider.on("stateless", ({ payload }: { payload: string }) =>
      heard.push((JSON.parse(payload) as { t: string }).t),
    );
    reader.provider.sendStateless(JSON.stringify({ t: "save?", v: 1, s: "test" }));
    await until("there is an answer", () => heard.length === 1);
    reader.doc.getMap("shapes").set("mine", 1);
    reader.provider.sendStateless(JSON.stringify({ t: "save?", v: 2, s: "test" }));
    await until("there is another", () => heard.length === 2);
    expect(heard).toEqual(["saved", "declined"]);
    expect(await server.services.rooms.readDocument(id, (doc) => doc.getMap("shapes").size)).toBe(0);
  });

  test("a y-websocket client and a Hocuspocus client edit one journey, presence both ways", async () => {
    const id = await server.journey();
    const ana = join(id);
    const ben = joinPlain(id);
    await until("both are in", () => ana.provider.synced && ben.provider.synced);
    ana.doc.getMap("shapes").set("a", 1);
    ben.doc.getMap("shapes").set("b", 2);
    await until("both have both", () => [ana, ben].every(({ doc }) => doc.getMap("shapes").size === 2));
    ana.provider.setAwarenessField("cursor", { x: 1, y: 2 });
    ben.provider.awareness.setLocalStateField("cursor", { x: 3, y: 4 });
    const seenByAna = () => ana.provider.awareness?.getStates().get(ben.doc.clientID);
    const seenByBen = () => ben.provider.awareness.getStates().get(ana.doc.clientID);
    await until(
      "they see each other",
      () => seenByAna()?.cursor !== undefined && seenByBen()?.cursor !== undefined,
    );
    expect(seenByAna()).toMatchObject({ cursor: { x: 3, y: 4 }, user: { role: "editor", name: "a editor" } });
    ben.provider.awareness.setLocalState(null);
    await until("Ben is gone at once", () => seenByAna() === undefined, 20_000);
  });

  test("whoever leaves disappears for the others", async () => {
    const id = await server.journey();
    const [ana, ben] = [join(id), join(id)];
    ben.provider.setAwarenessField("cursor", { x: 1, y: 1 });
    await until("Ana sees Ben", () => ana.provider.awareness?.getStates().has(ben.doc.clientID) === true);
    ben.leave();
    await until(
      "Ben is gone",
      () => ana.provider.awareness?.getStates().has(ben.doc.clientID) === false,
      2_000,
    );
  });
});

import { closeCodes } from "@polku/protocol";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { frameTypes, syncSteps } from "../rooms/frames.ts";
import { joinByHocuspocus, until } from "../testing/clients.ts";
import { openRawSocket, someUpdate, syncBody } from "../testing/rawSocket.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

let server: TestServer;
let owner: string;
let time = Date.now();
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => time } });
  owner = await server.token("owner");
});
afterAll(() => server.stop());

const cookieOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

async function link(journeyId: string, wanted: object = { role: "editor" }) {
  const { status, body } = await server.ask("POST", `/api/v1/journeys/${journeyId}/links`, {
    token: owner,
    body: wanted,
  });
  expect(status).toBe(201);
  const url = String(body.url);
  return { id: String(body.id), url, secret: url.split("#")[1] ?? "" };
}

const join = (body: object, headers: Record<string, string> = {}) =>
  server.ask("POST", "/api/v1/join", { body, headers });

describe("the owner", () => {
  test("signs in once with the printed link, and then it is worn out", async () => {
    const printed = await server.firstSignInLink();
    expect(printed).toMatch(new RegExp(`^${server.url}/sign-in#token=[\\w-]{43}$`));
    const token = printed?.split("token=")[1];
    const first = await server.ask("POST", "/api/v1/sign-in", {
      body: { token },
      headers: { "accept-language": "fi" },
    });
    expect(first.body).toMatchObject({ kind: "owner", name: "Omistaja" });
    const cookie = cookieOf(first.headers);
    expect(first.headers.getSetCookie().join()).toMatch(/HttpOnly.*SameSite=Lax/i);
    expect((await server.ask("GET", "/api/v1/me", { headers: { cookie } })).body).toMatchObject({
      kind: "owner",
    });
    const again = await server.ask("POST", "/api/v1/sign-in", { body: { token } });
    expect([again.status, again.body.code]).toEqual([410, "signIn.tokenUsed"]);
    expect(await server.firstSignInLink()).toBeUndefined();
  });

  test("is nobody with a wrong token, even beside a good cookie", async () => {
    const { secret } = await link(await server.journey());
    const cookie = cookieOf((await join({ secret, name: "Ana" })).headers);
    expect((await server.ask("GET", "/api/v1/me", { headers: { cookie } })).status).toBe(200);
    expect((await server.ask("GET", "/api/v1/me", { token: "polku_x", headers: { cookie } })).status).toBe(
      401,
    );
  });
});

describe("a share link", () => {
  test("lets somebody in with only a name, under its role, and into nothing else", async () => {
    const id = await server.journey("Muutto");
    const { secret, url } = await link(id, { role: "viewer" });
    expect(url).toBe(`${server.url}/join#${secret}`);
    const look = await server.ask("POST", "/api/v1/join/look", { body: { secret } });
    expect(look.body).toEqual({ journeyId: id, title: "Muutto", role: "viewer", needsPassword: false });
    const joined = await join({ secret, name: "  Väinö " });
    expect(joined.body).toEqual({ journeyId: id, role: "viewer" });
    const headers = { cookie: cookieOf(joined.headers) };
    expect((await server.ask("GET", "/api/v1/me", { headers })).body).toMatchObject({
      name: "Väinö",
      kind: "guest",
    });
    const list = (await server.ask("GET", "/api/v1/journeys", { headers })).body.items;
    expect(list).toMatchObject([{ id, title: "Muutto", role: "viewer" }]);
    const other = await server.journey();
    expect((await server.ask("GET", `/api/v1/journeys/${other}`, { headers })).status).toBe(404);
    expect((await server.ask("POST", "/api/v1/journeys", { headers, body: { title: "x" } })).status).toBe(
      403,
    );
  });

  test("names whoever gives no name, and takes the name they give later", async () => {
    const { secret } = await link(await server.journey());
    const headers = { cookie: cookieOf((await join({ secret })).headers) };
    expect((await server.ask("GET", "/api/v1/me", { headers })).body.name).toBe("Guest 1");
    await server.ask("PATCH", "/api/v1/me", { headers, body: { name: "Sanna" } });
    expect((await server.ask("GET", "/api/v1/me", { headers })).body.name).toBe("Sanna");
    expect((await server.ask("PATCH", "/api/v1/me", { headers, body: { name: " " } })).status).toBe(422);
  });

  test("leaves somebody who comes by a second link the same person, with the better role", async () => {
    const id = await server.journey();
    const [first, second] = [await link(id, { role: "viewer" }), await link(id, { role: "editor" })];
    const headers = { cookie: cookieOf((await join({ secret: first.secret, name: "Ana" })).headers) };
    const before = (await server.ask("GET", "/api/v1/me", { headers })).body;
    expect((await join({ secret: second.secret }, headers)).body).toEqual({ journeyId: id, role: "editor" });
    expect((await server.ask("GET", "/api/v1/me", { headers })).body).toEqual(before);
  });

  test("with a password opens with it only, and tells no title before", async () => {
    const { secret } = await link(await server.journey("Salainen"), { role: "viewer", password: "kesä" });
    const look = await server.ask("POST", "/api/v1/join/look", { body: { secret } });
    expect(look.body).toMatchObject({ title: null, needsPassword: true });
    const wrong = await join({ secret, name: "A", password: "talvi" });
    expect([wrong.status, wrong.body.code, wrong.headers.getSetCookie()]).toEqual([403, "link.password", []]);
    expect((await join({ secret, name: "A" })).body.code).toBe("link.password");
    expect((await join({ secret, name: "A", password: "kesä" })).status).toBe(200);
  });

  test("that is unknown, expired or withdrawn says which, in the asker's language", async () => {
    const id = await server.journey();
    const [old, withdrawn] = [
      await link(id, { role: "viewer", expiresAt: new Date(time + 1_000).toISOString() }),
      await link(id),
    ];
    await server.ask("DELETE", `/api/v1/journeys/${id}/links/${withdrawn.id}`, { token: owner });
    time += 2_000;
    const look = (secret: string) =>
      server.ask("POST", "/api/v1/join/look", { body: { secret }, headers: { "accept-language": "fi" } });
    expect((await look(old.secret)).body).toMatchObject({
      code: "link.expired",
      title: expect.stringContaining("vanhentunut"),
    });
    expect((await look(withdrawn.secret)).body.code).toBe("link.revoked");
    expect((await look("no-such-secret")).body.code).toBe("link.unknown");
    expect((await join({ secret: old.secret, name: "A" })).status).toBe(410);
    const { items } = (await server.ask("GET", `/api/v1/journeys/${id}/links`, { token: owner })).body;
    expect((items as { state: string }[]).map(({ state }) => state).toSorted()).toEqual([
      "expired",
      "revoked",
    ]);
    expect(JSON.stringify(items)).not.toContain(old.secret);
  });

  test("is stored as a hash only", async () => {
    const { secret } = await link(await server.journey(), { role: "viewer", password: "hyvä" });
    const rows = JSON.stringify(await server.services.db.selectFrom("shareLink").selectAll().execute());
    expect(rows).not.toContain(secret);
    expect(rows).not.toContain("hyvä");
  });
});

describe("a right that ends", () => {
  async function insideByLink(expiresAt: string | null = null) {
    const id = await server.journey();
    const made = await link(id, { role: "editor", expiresAt });
    const headers = { cookie: cookieOf((await join({ secret: made.secret, name: "Ana" })).headers) };
    const { body } = await server.ask("POST", `/api/v1/journeys/${id}/ticket`, { headers });
    const socket = await openRawSocket(server.socketUrl, "/collab", id, String(body.token));
    onTestFinished(() => socket.leave());
    await until("she is in", () => socket.frames.length > 0);
    return { id, made, headers, socket, ticket: String(body.token) };
  }

  test("takes nothing of what is still under way, and closes the socket", async () => {
    const { id, made, headers, socket } = await insideByLink();
    socket.send(frameTypes.sync, syncBody(syncSteps.update, someUpdate("before", 1, 1)));
    await until("the first is in", () => socket.frames.some((frame) => frame.type === frameTypes.syncStatus));
    const gone = await server.ask("DELETE", `/api/v1/journeys/${id}/links/${made.id}`, { token: owner });
    for (let i = 0; i < 100; i += 1)
      socket.send(frameTypes.sync, syncBody(syncSteps.update, someUpdate(`after${i}`, 1, 100 + i)));
    expect(gone.status).toBe(204);
    await until("it is closed", () => socket.closed !== undefined);
    expect(socket.closed).toEqual({ code: closeCodes.revoked.code, reason: closeCodes.revoked.en });
    const shapes = await server.services.rooms.readDocument(id, (doc) => [...doc.getMap("shapes").keys()]);
    expect(shapes).toEqual(["before"]);
    expect((await server.ask("GET", `/api/v1/journeys/${id}`, { headers })).status).toBe(404);
  });

  test("takes nothing after its row is written, while changes arrive without a pause", async () => {
    const { id, made, socket } = await insideByLink();
    const taken: number[] = [];
    const send = () =>
      socket.send(
        frameTypes.sync,
        syncBody(syncSteps.update, someUpdate(`s${taken.length}`, 1, 100 + taken.length)),
      );
    server.services.rooms.onChange((journeyId) => {
      if (journeyId !== id) return;
      // Each look at the clock is a moment of its own, so that before and after can be told apart.
      taken.push((time += 1));
      if (taken.length < 200) send();
    });
    send();
    await until("changes arrive", () => taken.length > 20);
    const gone = await server.ask("DELETE", `/api/v1/journeys/${id}/links/${made.id}`, { token: owner });
    expect(gone.status).toBe(204);
    await until("it is closed", () => socket.closed !== undefined);
    const row = await server.services.db
      .selectFrom("shareLink")
      .select("revokedAt")
      .where("id", "=", made.id)
      .executeTakeFirstOrThrow();
    expect(taken.filter((at) => at > (row.revokedAt ?? 0))).toEqual([]);
  });

  test("lets nobody slip in who was on the way while it ended", async () => {
    const gate = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    const slow = await startTestServer({
      extensions: [
        {
          extensionName: "gate",
          onAuthenticate: async () => {
            arrived.resolve();
            await gate.promise;
          },
        },
      ],
    });
    onTestFinished(() => slow.stop());
    const [id, token] = [await slow.journey(), await slow.token("owner")];
    const made = await slow.ask("POST", `/api/v1/journeys/${id}/links`, { token, body: { role: "editor" } });
    const secret = String(made.body.url).split("#")[1];
    const joined = await slow.ask("POST", "/api/v1/join", { body: { secret, name: "Ana" } });
    const headers = { cookie: cookieOf(joined.headers) };
    const { body } = await slow.ask("POST", `/api/v1/journeys/${id}/ticket`, { headers });
    const coming = openRawSocket(slow.socketUrl, "/collab", id, String(body.token));
    await arrived.promise;
    const gone = await slow.ask("DELETE", `/api/v1/journeys/${id}/links/${String(made.body.id)}`, { token });
    expect(gone.status).toBe(204);
    gate.resolve();
    const socket = await coming;
    await until("it is closed", () => socket.closed !== undefined);
    expect(socket.closed?.code).toBe(closeCodes.rightsChanged.code);
  });

  test("by time ends the socket too", async () => {
    const { socket } = await insideByLink(new Date(time + 60_000).toISOString());
    time += 61_000;
    await until("it is closed", () => socket.closed !== undefined);
    expect(socket.closed?.code).toBe(closeCodes.revoked.code);
  });

  test("with the journey that goes to the trash", async () => {
    const { id, socket } = await insideByLink();
    expect((await server.ask("DELETE", `/api/v1/journeys/${id}`, { token: owner })).status).toBe(204);
    await until("it is closed", () => socket.closed !== undefined);
    expect(socket.closed?.code).toBe(closeCodes.unknown.code);
  });

  test("a ticket opens one socket, once, within a minute", async () => {
    const { id, headers, ticket } = await insideByLink();
    const again = await openRawSocket(server.socketUrl, "/collab", id, ticket);
    await until("it is refused", () => again.closed !== undefined);
    expect(again.closed?.code).toBe(closeCodes.signIn.code);
    const { body } = await server.ask("POST", `/api/v1/journeys/${id}/ticket`, { headers });
    time += 61_000;
    const late = await openRawSocket(server.socketUrl, "/collab", id, String(body.token));
    await until("it is refused", () => late.closed !== undefined);
    expect(late.closed?.code).toBe(closeCodes.signIn.code);
  });

  test("a cookie opens a socket for a page of ours, and for nobody else", async () => {
    const { id, headers } = await insideByLink();
    const own = await openRawSocket(server.socketUrl, "/collab", id, "", { ...headers, origin: server.url });
    await until("it is in", () => own.frames.length > 0);
    expect(own.closed).toBeUndefined();
    const program = await openRawSocket(server.socketUrl, "/collab", id, "", headers);
    await until("it is refused", () => program.closed !== undefined);
    own.leave();
  });
});

describe("the provider of our web client", () => {
  test("hears why it may not come in", async () => {
    const client = joinByHocuspocus(server.socketUrl, await server.journey(), "polku_wrong");
    onTestFinished(() => client.leave());
    const reasons: string[] = [];
    client.provider.on("authenticationFailed", ({ reason }: { reason: string }) => reasons.push(reason));
    await until("it heard", () => reasons.length > 0);
    expect(reasons[0]).toBe(closeCodes.signIn.en);
  });
});

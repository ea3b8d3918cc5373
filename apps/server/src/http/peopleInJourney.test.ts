import { closeCodes } from "@polku/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { frameTypes } from "../rooms/frames.ts";
import { until } from "../testing/clients.ts";
import { openRawSocket } from "../testing/rawSocket.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

let server: TestServer;
let owner: string;
beforeAll(async () => {
  server = await startTestServer();
  owner = await server.token("owner");
});
afterAll(() => server.stop());

const cookieOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

async function linkTo(journeyId: string, wanted: object): Promise<string> {
  const { body } = await server.ask("POST", `/api/v1/journeys/${journeyId}/links`, {
    token: owner,
    body: wanted,
  });
  return String(body.url).split("#")[1] ?? "";
}

const people = (journeyId: string) =>
  server.ask("GET", `/api/v1/journeys/${journeyId}/people`, { token: owner });

/** Somebody who comes by a link, with only a name. */
async function guest(secret: string, name: string) {
  const came = await server.ask("POST", "/api/v1/join", { body: { secret, name } });
  const cookie = cookieOf(came.headers);
  const ask = (method: string, path: string, body?: unknown) =>
    server.ask(method, path, { headers: { cookie }, body });
  const { body } = await people(String(came.body.journeyId));
  const all = body.items as { id: string; name: string }[];
  return { came, id: all.find((one) => one.name === name)?.id ?? "", cookie, ask };
}
type Guest = Awaited<ReturnType<typeof guest>>;

async function socketOf({ ask }: Guest, journeyId: string) {
  const { body } = await ask("POST", `/api/v1/journeys/${journeyId}/ticket`);
  const socket = await openRawSocket(server.socketUrl, "/collab", journeyId, String(body.token));
  await until("they are in", () => socket.frames.some(({ type }) => type === frameTypes.auth));
  return socket;
}

const change = (journeyId: string, id: string, body: object, token = owner) =>
  server.ask("PATCH", `/api/v1/journeys/${journeyId}/people/${id}`, { token, body });

describe("roles in the middle of a workshop", () => {
  test("a participant is made a facilitator and back: their window comes again with the new role at once", async () => {
    const journeyId = await server.journey();
    const ana = await guest(await linkTo(journeyId, { role: "participant" }), "Ana");
    const socket = await socketOf(ana, journeyId);
    expect((await change(journeyId, ana.id, { role: "editor" })).status).toBe(204);
    await until("their window is ended", () => socket.closed?.code === closeCodes.rightsChanged.code);
    const again = await ana.ask("POST", `/api/v1/journeys/${journeyId}/ticket`);
    expect(again.body.role).toBe("editor");
    await change(journeyId, ana.id, { role: "viewer" });
    expect((await ana.ask("GET", `/api/v1/journeys/${journeyId}/people`)).status).toBe(403);
  });

  test("whoever is shown out is gone at once, and no link lets the same person in again", async () => {
    const journeyId = await server.journey();
    const secret = await linkTo(journeyId, { role: "participant" });
    const ana = await guest(secret, "Ana");
    const socket = await socketOf(ana, journeyId);
    const gone = await server.ask("DELETE", `/api/v1/journeys/${journeyId}/people/${ana.id}`, {
      token: owner,
    });
    expect(gone.status).toBe(204);
    await until("their window is ended", () => socket.closed?.code === closeCodes.revoked.code);
    const other = await linkTo(journeyId, { role: "editor" });
    for (const by of [secret, other]) {
      const again = await ana.ask("POST", "/api/v1/join", { secret: by, name: "Ana" });
      expect([again.status, again.body.code]).toEqual([403, "link.removed"]);
    }
    expect((await ana.ask("POST", `/api/v1/journeys/${journeyId}/ticket`)).status).not.toBe(201);
    expect((await people(journeyId)).body.items).not.toContainEqual(expect.objectContaining({ id: ana.id }));
  });

  test("nobody changes a right of the workspace, their own, or one that is not there", async () => {
    const journeyId = await server.journey();
    const vera = await guest(await linkTo(journeyId, { role: "editor" }), "Vera");
    const self = await vera.ask("PATCH", `/api/v1/journeys/${journeyId}/people/${vera.id}`, {
      role: "viewer",
    });
    expect([self.status, self.body.code]).toEqual([403, "person.notYours"]);
    const nobody = await change(journeyId, "nobody", { role: "viewer" });
    expect([nobody.status, nobody.body.code]).toEqual([404, "guest.unknown"]);
    await server.services.accounts.sessions.make({ id: "the-owner", name: "Olli", kind: "owner" });
    const above = await vera.ask("DELETE", `/api/v1/journeys/${journeyId}/people/the-owner`);
    expect([above.status, above.body.code]).toEqual([403, "person.notYours"]);
    const more = await vera.ask("PATCH", `/api/v1/journeys/${journeyId}/people/${vera.id}`, {
      role: "owner",
    });
    expect(more.status).toBe(422);
  });

  test.each(["participant", "commenter", "viewer"])("a %s sees no list and changes nobody", async (role) => {
    const journeyId = await server.journey();
    const secret = await linkTo(journeyId, { role });
    const [ana, ben] = [await guest(secret, "Ana"), await guest(secret, "Ben")];
    const path = `/api/v1/journeys/${journeyId}/people`;
    expect((await ana.ask("GET", path)).status).toBe(403);
    expect((await ana.ask("PATCH", `${path}/${ben.id}`, { role: "viewer" })).status).toBe(403);
    expect((await ana.ask("DELETE", `${path}/${ben.id}`)).status).toBe(403);
  });
});

describe("the lobby", () => {
  test("who waits has no right at all, until somebody lets them in", async () => {
    const journeyId = await server.journey();
    const ana = await guest(await linkTo(journeyId, { role: "participant", lobby: true }), "Ana");
    expect(ana.came.body).toMatchObject({ journeyId, role: "participant", waits: true });
    const door = () => ana.ask("GET", `/api/v1/join/door/${journeyId}`);
    expect((await door()).body).toEqual({ state: "waits" });
    expect((await ana.ask("POST", `/api/v1/journeys/${journeyId}/ticket`)).status).toBe(404);
    expect((await ana.ask("GET", `/api/v1/journeys/${journeyId}`)).status).toBe(404);
    expect((await people(journeyId)).body.items).toContainEqual({
      id: ana.id,
      name: "Ana",
      role: "participant",
      waits: true,
      changeable: true,
    });
    expect((await change(journeyId, ana.id, { letIn: true })).status).toBe(204);
    expect((await door()).body).toEqual({ state: "in" });
    expect((await ana.ask("POST", `/api/v1/journeys/${journeyId}/ticket`)).status).toBe(201);
  });

  test("who is turned away there learns it, and a stranger learns nothing", async () => {
    const journeyId = await server.journey();
    const ana = await guest(await linkTo(journeyId, { role: "participant", lobby: true }), "Ana");
    await server.ask("DELETE", `/api/v1/journeys/${journeyId}/people/${ana.id}`, { token: owner });
    const door = `/api/v1/join/door/${journeyId}`;
    expect((await ana.ask("GET", door)).body.code).toBe("journey.unknown");
    expect((await server.ask("GET", door)).body.code).toBe("journey.unknown");
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importedFile, sendFile } from "../testing/evidence.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";
import type { Route } from "./route.ts";
import { routes } from "./routes/index.ts";

let server: TestServer;
let owner: string;
/** Ids of things that are there, and that are not the asker's. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.token("owner");
  const ask = (method: string, path: string, body?: unknown) =>
    server.ask(method, path, { token: owner, body });
  ids.id = await server.journey("Foreign");
  ids.futureId = String((await ask("POST", `/api/v1/journeys/${ids.id}/future`, { title: "Then" })).body.id);
  const link = (await ask("POST", `/api/v1/journeys/${ids.id}/links`, { role: "viewer" })).body;
  ids.linkId = String(link.id);
  const secret = String(link.url).split("#")[1];
  const joined = await server.ask("POST", "/api/v1/join", { body: { secret, name: "Guest" } });
  expect(joined.status).toBe(200);
  const { items: people } = (await ask("GET", `/api/v1/journeys/${ids.id}/people`)).body as {
    items: { id: string; name: string }[];
  };
  ids.personId = people.find(({ name }) => name === "Guest")?.id ?? "";
  const step = { title: "Write", minutes: 5, tool: "write" };
  const steps = [
    { ...step, id: "w1" },
    { ...step, id: "w2" },
  ];
  await ask("POST", `/api/v1/journeys/${ids.id}/workshop`, { title: "Foreign", steps });
  for (const [id, stepId] of [
    ["note", "w1"],
    ["draft", "w2"],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- One after the other, as steps are.
    await ask("PATCH", `/api/v1/journeys/${ids.id}/workshop`, { stepId });
    // oxlint-disable-next-line no-await-in-loop -- As above.
    await ask("POST", `/api/v1/journeys/${ids.id}/workshop/drafts`, { id, stepId, text: "mine" });
  }
  await ask("POST", `/api/v1/journeys/${ids.id}/workshop/reveal`, { stepId: "w1" });
  const { workshop } = (await ask("GET", `/api/v1/journeys/${ids.id}/workshop`)).body as {
    workshop: { notes: { id: string }[] };
  };
  ids.noteId = workshop.notes[0]?.id ?? "";
  ids.draftId = "draft";
  ids.workshopId = (
    (await ask("GET", `/api/v1/journeys/${ids.id}/workshop`)).body.workshop as { id: string }
  ).id;
  const comment = { id: "comment", thing: "journey", text: "mine" };
  expect((await ask("POST", `/api/v1/journeys/${ids.id}/comments`, comment)).status).toBe(204);
  ids.commentId = comment.id;
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const image = { bytes: png, name: "a.png", path: `/api/v1/journeys/${ids.id}/images` };
  ids.imageId = String((await sendFile(server, owner, image)).body.id);
  const note = { id: "canvasNote", text: "mine", at: { x: 0, y: 0 } };
  expect((await ask("POST", `/api/v1/journeys/${ids.id}/canvas-notes`, note)).status).toBe(204);
  ids.canvasNoteId = note.id;
  const task = { id: "task", thing: "journey", text: "mine" };
  expect((await ask("POST", `/api/v1/journeys/${ids.id}/tasks`, task)).status).toBe(204);
  ids.taskId = task.id;
  ids.versionId = String((await ask("POST", `/api/v1/journeys/${ids.id}/versions`, { name: "v" })).body.id);
  ids.trashed = await server.journey("In the trash");
  await ask("DELETE", `/api/v1/journeys/${ids.trashed}`);
  ids.invitationId = String((await ask("POST", "/api/v1/invitations", { role: "viewer" })).body.id);
  await importedFile(server, owner, { bytes: "text\nKukaan ei soittanut takaisin\n", name: "f.csv" });
  const { items } = (await ask("GET", "/api/v1/contacts")).body as {
    items: { id: string; sourceId: string }[];
  };
  ids.contact = items[0]?.id ?? "";
  ids.source = items[0]?.sourceId ?? "";
  const [taken] = await server.services.db.selectFrom("sourceImport").select("id").execute();
  ids.import = taken?.id ?? "";
  const rule = { journeyId: ids.id, touchpointId: "t", words: "soittanut" };
  ids.rule = String((await ask("POST", "/api/v1/routing-rules", rule)).body.id);
  const saved = await ask("POST", "/api/v1/saved-searches", { name: "Mine", search: { q: "takaisin" } });
  expect([saved.status, saved.text]).toEqual([201, expect.any(String)]);
  ids.savedSearch = String(saved.body.id);
  const quote = { contactId: ids.contact, text: "Kukaan ei soittanut takaisin" };
  const quoted = await ask("POST", "/api/v1/quotes", quote);
  expect([quoted.status, quoted.text]).toEqual([201, expect.any(String)]);
  ids.quote = String(quoted.body.id);
});
afterAll(() => server.stop());

const withParameters = routes.filter(({ path }) => path.includes("/:"));
const inJourney = withParameters.filter(({ access }) => "inJourney" in access);
const elsewhere = withParameters.filter(({ access }) => !("inJourney" in access));
const named = (list: readonly Route[]) =>
  list.map((route) => [`${route.method} ${route.path}`, route] as const);

/** The thing that a parameter of a route without a journey names, by the route's own noun. */
const things: Record<string, string> = {
  "/api/v1/trash/:id": "trashed",
  "/api/v1/sources/:id": "source",
  "/api/v1/contacts/:id": "contact",
  "/api/v1/quotes/:id": "quote",
  "/api/v1/imports/:id": "import",
  "/api/v1/saved-searches/:id": "savedSearch",
  "/api/v1/recordings/:id": "recording",
  "/api/v1/routing-rules/:id": "rule",
  "/api/v1/members/:memberId": "memberId",
  "/api/v1/invitations/:invitationId": "invitationId",
  "/api/v1/me/sessions/:sessionId": "sessionId",
  "/api/v1/join/door/:id": "id",
};

/** Bodies that are well formed, so that the answer tells of rights and not of commas. */
const bodies: Record<string, unknown> = {
  "PATCH /api/v1/journeys/:id": { title: "Mine" },
  "POST /api/v1/journeys/:id/future": { title: "Mine" },
  "POST /api/v1/journeys/:id/commands": { id: "1", name: "addStage", args: {} },
  "POST /api/v1/journeys/:id/canvas-notes": { id: "1", text: "Mine", at: { x: 0, y: 0 } },
  "PATCH /api/v1/journeys/:id/canvas-notes/:canvasNoteId": { text: "Mine" },
  "POST /api/v1/journeys/:id/links": { role: "viewer" },
  "POST /api/v1/journeys/:id/versions": { name: "Mine" },
  "PATCH /api/v1/journeys/:id/versions/:versionId": { name: "Mine" },
  "PATCH /api/v1/journeys/:id/workshop/notes/:noteId": { isHuman: true },
  "PATCH /api/v1/journeys/:id/comments/:commentId": { text: "Mine" },
  "PATCH /api/v1/journeys/:id/tasks/:taskId": { done: true },
  "PATCH /api/v1/journeys/:id/people/:personId": { role: "editor" },
  "PATCH /api/v1/themes": { theme: "price", name: "Mine" },
  "PATCH /api/v1/members/:memberId": { role: "owner" },
};

const send = (route: Route, path: string, token: string) => {
  const body = bodies[`${route.method} ${route.path}`];
  return server.ask(route.method, path, { token, body });
};

describe("a thing of a journey that one was not let into", () => {
  test.each(named(inJourney))("%s is not there, whichever of its ids is foreign", async (_, route) => {
    const mine = await server.journey("Mine");
    const token = await server.token("owner", mine);
    const all = route.path.replace(/:(\w+)/g, (_whole, name: string) => ids[name] ?? "nothing");
    const answer = await send(route, all, token);
    expect([answer.status, answer.body.code]).toEqual([404, "journey.unknown"]);
    for (const [, name = ""] of route.path.replace(":id", "").matchAll(/:(\w+)/g)) {
      expect(ids[name], `a foreign ${name} for this table`).toBeTruthy();
      const one = route.path.replace(":id", mine).replace(`:${name}`, ids[name] ?? "");
      const crossed = await send(route, one, token);
      expect(crossed.status).toBe(404);
      expect(String(crossed.body.code)).toMatch(/\.unknown$/);
    }
  });

  test("was not touched by any of it", async () => {
    const { body } = await server.ask("GET", `/api/v1/journeys/${ids.id}`, { token: owner });
    expect(body.title).toBe("Foreign");
    const links = await server.ask("GET", `/api/v1/journeys/${ids.id}/links`, { token: owner });
    expect(links.body.items).toMatchObject([{ state: "live" }]);
  });
});

describe("a thing of the workspace", () => {
  test.each(named(elsewhere))(
    "%s tells an owner of one journey neither that it is there nor that it is not",
    async (_, route) => {
      const noun = Object.keys(things).find((one) => route.path.startsWith(one));
      expect(noun, "a row for this route in `things`").toBeDefined();
      const there = ids[things[noun ?? ""] ?? ""] ?? "somebody-elses";
      const token = await server.token("owner", await server.journey("Mine"));
      const path = (id: string) => route.path.replace(/:\w+/, id);
      const [known, unknown] = [
        await send(route, path(there), token),
        await send(route, path("notthere"), token),
      ];
      expect([403, 404]).toContain(known.status);
      expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    },
  );
});

describe("whoever came by a link", () => {
  async function guest(role: string, journeyId: string) {
    const made = await server.ask("POST", `/api/v1/journeys/${journeyId}/links`, {
      token: owner,
      body: { role },
    });
    const secret = String(made.body.url).split("#")[1];
    const joined = await server.ask("POST", "/api/v1/join", { body: { secret, name: "G" } });
    const cookie = joined.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    return (method: string, path: string, body?: unknown) =>
      server.ask(method, path, { headers: { cookie }, body });
  }

  test.each(["editor", "participant", "commenter", "viewer"])(
    "as a %s reads nothing of the library, only the quotes on the map they were let into",
    async (role) => {
      const mine = await server.journey("With a quote");
      const ask = await guest(role, mine);
      const quote = ids.quote ?? "";
      for (const path of [
        "/api/v1/contacts",
        `/api/v1/contacts/${ids.contact}`,
        "/api/v1/sources",
        `/api/v1/sources/${ids.source}`,
        "/api/v1/quotes?q=soittanut",
        "/api/v1/themes",
        `/api/v1/journeys/${mine}/export?format=json&words=true`,
      ])
        expect([path, (await ask("GET", path)).status]).toEqual([path, 403]);
      const seen = async () =>
        ((await ask("GET", `/api/v1/quotes?ids=${quote}`)).body.items as unknown[]).length;
      expect(await seen()).toBe(0);
      const pin = await server.services.rooms.withDocument(mine, (doc) => {
        const [touchpointId] = doc.getMap("touchpoints").keys();
        return { quoteId: quote, touchpointId, v: -1 };
      });
      const pinned = { id: "p", name: "pinQuote", args: pin };
      const run = await server.ask("POST", `/api/v1/journeys/${mine}/commands`, {
        token: owner,
        body: pinned,
      });
      expect(run.body.results).toMatchObject([{ ok: true }]);
      expect(await seen()).toBe(1);
    },
  );

  test.each(["participant", "commenter", "viewer"])(
    "as a %s changes no byte of the map by a command either: no command is open to them",
    async (role) => {
      const mine = await server.journey();
      const ask = await guest(role, mine);
      const answer = await ask("POST", `/api/v1/journeys/${mine}/commands`, {
        id: "1",
        name: "addStage",
        args: { title: "mine" },
      });
      expect([answer.status, answer.body.code]).toEqual([403, "rights.missing"]);
    },
  );
});

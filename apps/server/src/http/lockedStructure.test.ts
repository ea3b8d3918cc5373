// What a participant may do by the command lane is a table of its own (workshop.test.ts); by sockets: faults/readers.test.ts.
import { COMMAND_NAMES, exportJourney } from "@polku/journey";
import { isAtLeast, type Role } from "@polku/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { startTestServer, type TestServer } from "../testing/testServer.ts";
import { routes } from "./routes/index.ts";

let server: TestServer;
let journeyId: string;
/** Arguments that would do harm if the command were carried out: ids of what is on the map. */
let harm: Record<string, unknown>;
const tokens = new Map<Role, string>();
const below: Role[] = ["participant", "commenter", "viewer"];

beforeAll(async () => {
  server = await startTestServer();
  journeyId = await server.journey("Locked");
  const editor = await server.token("editor", journeyId);
  const made = async (name: string, args: object): Promise<string> => {
    const { body } = await server.ask("POST", `/api/v1/journeys/${journeyId}/commands`, {
      token: editor,
      body: [{ id: crypto.randomUUID(), name, args }],
    });
    const [result] = body.results as { value?: { id: string } }[];
    return result?.value?.id ?? "";
  };
  const stageId = await made("addStage", { title: "Help" });
  const touchpointId = await made("addTouchpoint", { stageId, title: "I call" });
  harm = {
    ids: [touchpointId],
    touchpointIds: [touchpointId],
    stageId,
    touchpointId,
    set: { title: "Mine", locked: false },
    title: "Mine",
    t: 0.5,
    v: -2,
  };
  for (const role of below) tokens.set(role, await server.token(role, journeyId));
});
afterAll(() => server.stop());

const bytes = () =>
  server.services.rooms.readDocument(journeyId, (doc) =>
    Buffer.from(Y.encodeStateAsUpdate(doc)).toString("hex"),
  );

describe("whoever is below an editor leaves every byte of the map as it was", () => {
  test.each(below.flatMap((role) => COMMAND_NAMES.map((name) => [role, name] as const)))(
    "a %s: the command %s",
    async (role, name) => {
      const before = await bytes();
      const answer = await server.ask("POST", `/api/v1/journeys/${journeyId}/commands`, {
        token: tokens.get(role) ?? "",
        body: [{ id: crypto.randomUUID(), name, args: harm }],
      });
      expect(answer.status).toBe(403);
      expect(await bytes()).toBe(before);
    },
  );

  /** The routes that an editor or an owner alone may call, and that do something. */
  const deeds = routes.filter(
    ({ method, access }) =>
      method !== "GET" &&
      "inJourney" in access &&
      [
        "journey.edit",
        "journey.history",
        "journey.archive",
        "journey.delete",
        "journey.share",
        "workshop.lead",
      ].includes(access.to),
  );
  test.each(
    below.flatMap((role) => deeds.map((route) => [role, `${route.method} ${route.path}`, route] as const)),
  )("a %s: %s", async (role, _, route) => {
    const before = await bytes();
    const path = route.path.replace(":id", journeyId).replaceAll(/:\w+/g, "x");
    const answer = await server.ask(route.method, path, { token: tokens.get(role) ?? "", body: {} });
    expect(answer.status).toBe(403);
    expect(await bytes()).toBe(before);
  });

  test("an editor does change it by such a command, so the table can fail", async () => {
    const before = await bytes();
    const answer = await server.ask("POST", `/api/v1/journeys/${journeyId}/commands`, {
      token: await server.token("editor", journeyId),
      body: [{ id: crypto.randomUUID(), name: "addStage", args: { title: "More" } }],
    });
    expect(answer.status).toBe(200);
    expect(await bytes()).not.toBe(before);
    expect(below.some((role) => isAtLeast(role, "editor"))).toBe(false);
  });
});

describe("a participant's own notes on the free canvas", () => {
  const notes = () => `/api/v1/journeys/${journeyId}/canvas-notes`;
  const at = { x: 40, y: -200 };
  /** What the map holds beside shapes, and the shapes by id. */
  async function held() {
    const file = await server.services.rooms.readDocument(journeyId, (doc) => exportJourney(doc));
    const { shapes, ...structure } = file;
    return { structure, shapes: new Map(shapes.map((shape) => [String(shape.id), shape])) };
  }
  const as = (token: string, method: string, path: string, body?: unknown) =>
    server.ask(method, path, { token, body });

  test("are put, written, moved and taken away by their author, and nothing else of the map changes by it", async () => {
    const token = await server.token("participant", journeyId);
    const before = await held();
    const note = { id: "mine", text: "Why do they ask twice?", at, colour: "blue" };
    for (let sent = 0; sent < 2; sent += 1)
      // oxlint-disable-next-line no-await-in-loop -- The second is sent after the first, as who retries does.
      expect((await as(token, "POST", notes(), note)).status).toBe(204);
    expect((await held()).shapes.get("mine")).toMatchObject({
      kind: "note",
      text: note.text,
      colour: "blue",
    });
    const change = { text: "Twice!", at: { x: 1, y: 2, touchpointId: String(harm.touchpointId) } };
    expect((await as(token, "PATCH", `${notes()}/mine`, change)).status).toBe(204);
    expect((await held()).shapes.get("mine")).toMatchObject({
      text: "Twice!",
      at: [1, 2, harm.touchpointId],
    });
    expect((await held()).structure).toEqual(before.structure);
    expect((await as(token, "DELETE", `${notes()}/mine`)).status).toBe(204);
    expect(await held()).toEqual(before);
    expect((await as(token, "DELETE", `${notes()}/mine`)).body.code).toBe("canvasNote.unknown");
    expect((await as(token, "POST", notes(), note)).body.code).toBe("canvasNote.unknown");
  });

  test("are out of reach of every other participant, and what is no note or an editor's is out of reach of all", async () => {
    const [author, other, editor] = [
      await server.token("participant", journeyId),
      await server.token("participant", journeyId),
      await server.token("editor", journeyId),
    ];
    expect((await as(author, "POST", notes(), { id: "theirs", text: "a", at })).status).toBe(204);
    const made = await as(editor, "POST", `/api/v1/journeys/${journeyId}/commands`, [
      { id: crypto.randomUUID(), name: "addShape", args: { kind: "note", at, text: "An editor's" } },
      { id: crypto.randomUUID(), name: "addShape", args: { kind: "frame", at } },
    ]);
    const shapes = (made.body.results as { value: { id: string } }[]).map(({ value }) => value.id);
    const before = await bytes();
    for (const id of ["theirs", ...shapes, String(harm.touchpointId), String(harm.stageId)])
      for (const [method, body] of [
        ["PATCH", { text: "Mine" }],
        ["PATCH", { at: { x: 0, y: 0 } }],
        ["PATCH", { colour: "rose" }],
        ["DELETE", undefined],
      ] as const) {
        // oxlint-disable-next-line no-await-in-loop -- One after the other: each is to change nothing.
        const answer = await as(other, method, `${notes()}/${id}`, body);
        expect([id, method, answer.body.code]).toEqual([id, method, "canvasNote.unknown"]);
      }
    const taken = await as(other, "POST", notes(), { id: shapes[0], text: "Mine", at });
    expect(taken.body.code).toBe("canvasNote.unknown");
    expect(await bytes()).toBe(before);
  });

  test("are all of the map that their author can move: one after the other is tried, and only where the own note lies has changed", async () => {
    const [author, other, editor] = [
      await server.token("participant", journeyId),
      await server.token("participant", journeyId),
      await server.token("editor", journeyId),
    ];
    const command = async (name: string, args: object): Promise<string> => {
      const body = [{ id: crypto.randomUUID(), name, args }];
      const answer = await as(editor, "POST", `/api/v1/journeys/${journeyId}/commands`, body);
      const [result] = answer.body.results as { value: { id: string } }[];
      return result?.value.id ?? "";
    };
    const shape = (kind: string) => command("addShape", { kind, at });
    const put = async (token: string, id: string, place: object = at) => {
      expect((await as(token, "POST", notes(), { id, text: id, at: place })).status).toBe(204);
      return id;
    };
    const heldStage = await command("addStage", { title: "Held" });
    const heldCard = await command("addTouchpoint", { stageId: heldStage });
    const onHeldCard = await put(author, "onHeld", { ...at, touchpointId: heldCard });
    await command("setLock", { on: "stages", id: heldStage, locked: true });
    const held1 = await put(author, "heldOne");
    await command("setLock", { on: "shapes", id: held1, locked: true });
    const tried: [what: string, id: string, answer: string | null][] = [
      ["a note of their own", await put(author, "moves"), null],
      ["their own that an editor holds", held1, "canvasNote.locked"],
      ["their own on a held stage", onHeldCard, "canvasNote.locked"],
      ["another participant's", await put(other, "others"), "canvasNote.unknown"],
      ["an editor's note", await shape("note"), "canvasNote.unknown"],
      ["a frame", await shape("frame"), "canvasNote.unknown"],
      ["a text", await shape("text"), "canvasNote.unknown"],
      ["a touchpoint", String(harm.touchpointId), "canvasNote.unknown"],
      ["a stage", String(harm.stageId), "canvasNote.unknown"],
    ];
    for (const [what, id, answer] of tried) {
      // oxlint-disable-next-line no-await-in-loop -- One after the other: each is to change nothing but itself.
      const before = await held();
      // oxlint-disable-next-line no-await-in-loop -- As above.
      const { body } = await as(author, "PATCH", `${notes()}/${id}`, { at: { x: 500, y: 600 } });
      // oxlint-disable-next-line no-await-in-loop -- As above.
      const after = await held();
      expect([what, body.code ?? null]).toEqual([what, answer]);
      const moved = answer === null ? { ...before.shapes.get(id), at: [500, 600] } : before.shapes.get(id);
      expect([what, after]).toEqual([
        what,
        {
          structure: before.structure,
          shapes: moved ? new Map([...before.shapes, [id, moved]]) : before.shapes,
        },
      ]);
    }
    await command("setLock", { on: "stages", id: heldStage, locked: false });
  });

  test.each(["commenter", "viewer"] as const)("are not for a %s", async (role) => {
    const before = await bytes();
    const answer = await as(tokens.get(role) ?? "", "POST", notes(), { id: "no", text: "a", at });
    expect([answer.status, await bytes()]).toEqual([403, before]);
  });

  test("hold to the locks, to the journey's touchpoints and to their number", async () => {
    const token = await server.token("participant", journeyId);
    const owner = await server.token("editor", journeyId);
    const lock = (locked: boolean) =>
      as(owner, "POST", `/api/v1/journeys/${journeyId}/commands`, [
        { id: crypto.randomUUID(), name: "setLock", args: { on: "meta", locked } },
      ]);
    await lock(true);
    expect((await as(token, "POST", notes(), { id: "l", text: "a", at })).body.code).toBe(
      "canvasNote.locked",
    );
    await lock(false);
    const nowhere = { id: "l", text: "a", at: { ...at, touchpointId: "gone" } };
    expect((await as(token, "POST", notes(), nowhere)).body.code).toBe("request.invalid");
    expect((await as(token, "POST", notes(), { id: "l", text: "a".repeat(2_001), at })).status).toBe(422);
  });
});

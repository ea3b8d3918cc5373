// What a participant may do by the command lane is a table of its own (workshop.test.ts); by sockets: faults/readers.test.ts.
import { COMMAND_NAMES } from "@polku/journey";
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

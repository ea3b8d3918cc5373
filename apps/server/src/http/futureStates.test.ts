import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

let server: TestServer;
let owner: string;
beforeAll(async () => {
  server = await startTestServer();
  owner = await server.token("owner");
});
afterAll(() => server.stop());

const ask = (method: string, path: string, body?: unknown, token = owner) =>
  server.ask(method, path, { token, body });

type File = { meta: { state: string }; touchpoints: { id: string }[]; pins: unknown[] };
const fileOf = async (id: string) => (await ask("GET", `/api/v1/journeys/${id}`)).body.journey as File;

async function pair() {
  const id = await server.journey("Home delivery");
  const [first] = (await fileOf(id)).touchpoints;
  const touchpointId = first?.id ?? "";
  const pin = { id: "p", name: "pinQuote", args: { quoteId: "q1", touchpointId, v: -1 } };
  expect((await ask("POST", `/api/v1/journeys/${id}/commands`, pin)).status).toBe(200);
  const made = await ask("POST", `/api/v1/journeys/${id}/future`, { title: "Home delivery, later" });
  expect(made.status).toBe(201);
  return { id, futureId: String(made.body.id), touchpointId };
}

describe("the future state of a journey", () => {
  test("is a new journey with everything in it, linked to its original, without its quotes", async () => {
    const { id, futureId } = await pair();
    const [now, then] = [await fileOf(id), await fileOf(futureId)];
    expect(then.meta.state).toBe("future");
    expect(then.touchpoints.map((one) => one.id)).toEqual(now.touchpoints.map((one) => one.id));
    expect([now.pins.length, then.pins.length]).toEqual([1, 0]);
    const { items } = (await ask("GET", "/api/v1/journeys")).body as {
      items: { id: string; futureOf: string | null }[];
    };
    expect(items.find((one) => one.id === futureId)?.futureOf).toBe(id);
    expect(items.find((one) => one.id === id)?.futureOf).toBeNull();
  });

  test("differs in what somebody changes in it or in its original, and in nothing at first", async () => {
    const { id, futureId, touchpointId } = await pair();
    const differences = async () => (await ask("GET", `/api/v1/journeys/${id}/future/${futureId}`)).body;
    expect(await differences()).toMatchObject({
      current: { id, title: "Home delivery" },
      future: { id: futureId, title: "Home delivery, later" },
      changes: [],
      total: 0,
    });
    await ask("POST", `/api/v1/journeys/${futureId}/commands`, {
      id: "1",
      name: "setTouchpoint",
      args: { touchpointId, set: { waitMinutes: 5 } },
    });
    await ask("POST", `/api/v1/journeys/${id}/commands`, {
      id: "1",
      name: "addStage",
      args: { title: "Returning it" },
    });
    expect(((await differences()).changes as { kind: string }[]).map((one) => one.kind)).toEqual(
      expect.arrayContaining(["touchpoint", "stage"]),
    );
    expect((await differences()).changes).toContainEqual(
      expect.objectContaining({ kind: "touchpoint", deed: "changed", fields: ["waitMinutes"] }),
    );
    expect((await differences()).changes).toContainEqual(
      expect.objectContaining({ kind: "stage", deed: "deleted", title: "Returning it" }),
    );
  });

  test("is made only by those who may make journeys", async () => {
    const id = await server.journey();
    const editor = await server.token("editor", id);
    const refused = await ask("POST", `/api/v1/journeys/${id}/future`, { title: "Mine" }, editor);
    expect([refused.status, refused.body.code]).toEqual([403, "rights.missing"]);
  });

  test("is shown beside its original only to whoever may see both, and to others not even that there is one", async () => {
    const { id, futureId } = await pair();
    for (const seen of [id, futureId]) {
      // oxlint-disable-next-line no-await-in-loop -- One after the other keeps their answers apart.
      const token = await server.token("viewer", seen);
      // oxlint-disable-next-line no-await-in-loop -- As above.
      const answer = await ask("GET", `/api/v1/journeys/${id}/future/${futureId}`, undefined, token);
      expect([answer.status, answer.body.code]).toEqual([404, "journey.unknown"]);
      // oxlint-disable-next-line no-await-in-loop -- As above.
      const { items } = (await ask("GET", "/api/v1/journeys", undefined, token)).body as {
        items: { id: string; futureOf: string | null }[];
      };
      expect(items).toMatchObject([{ id: seen, futureOf: null }]);
    }
  });

  test("of one journey is not that of another", async () => {
    const [one, other] = [await pair(), await pair()];
    const crossed = await ask("GET", `/api/v1/journeys/${one.id}/future/${other.futureId}`);
    expect([crossed.status, crossed.body.code]).toEqual([404, "journey.unknown"]);
  });
});

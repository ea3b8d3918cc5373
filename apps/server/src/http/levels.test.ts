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

type Entry = {
  id: string;
  level: number;
  below: ({ journeyId: string } & ({ touchpointId: string } | { stageId: string }))[];
};
async function listed(id: string, token = owner): Promise<Entry | undefined> {
  const { items } = (await ask("GET", "/api/v1/journeys", undefined, token)).body as { items: Entry[] };
  return items.find((one) => one.id === id);
}

async function pair() {
  const [above, below] = [await server.journey("The whole life"), await server.journey("A repair")];
  const file = (await ask("GET", `/api/v1/journeys/${above}`)).body.journey as {
    touchpoints: { id: string }[];
  };
  const touchpointId = file.touchpoints[0]?.id ?? "";
  const led = await ask("POST", `/api/v1/journeys/${above}/commands`, [
    { id: "1", name: "setTouchpoint", args: { touchpointId, set: { leadsTo: below } } },
    { id: "2", name: "setJourney", args: { set: { level: 0 } } },
  ]);
  expect(led.body.results).toMatchObject([{ ok: true }, { ok: true }]);
  return { above, below, touchpointId };
}

describe("a journey that leads to another", () => {
  test("tells so in the list, with its level; a second behind the document, at most", async () => {
    const { above, below, touchpointId } = await pair();
    await expect
      .poll(() => listed(above), { timeout: 40_000, interval: 50 })
      .toMatchObject({ level: 0, below: [{ touchpointId, journeyId: below }] });
    expect(await listed(below)).toMatchObject({ level: 1, below: [] });
  });

  test("tells so of a stage as well, to those who may see both", async () => {
    const { above, below } = await pair();
    const file = (await ask("GET", `/api/v1/journeys/${above}`)).body.journey as { stages: { id: string }[] };
    const stageId = file.stages[0]?.id ?? "";
    const args = { stageId, set: { leadsTo: below } };
    await ask("POST", `/api/v1/journeys/${above}/commands`, { id: "3", name: "setStage", args });
    await expect
      .poll(async () => (await listed(above))?.below, { timeout: 40_000, interval: 50 })
      .toContainEqual({ stageId, journeyId: below });
    expect((await listed(above, await server.token("editor", above)))?.below).toEqual([]);
  });

  test("does not name the other to whoever was let into the one alone, in no answer of the list", async () => {
    const { above, below, touchpointId } = await pair();
    await expect
      .poll(async () => (await listed(above))?.below, { timeout: 40_000, interval: 50 })
      .toEqual([{ touchpointId, journeyId: below }]);
    const guest = await server.token("editor", above);
    expect(await listed(above, guest)).toMatchObject({ level: 0, below: [] });
    expect(await listed(below, guest)).toBeUndefined();
    const renamed = await ask("PATCH", `/api/v1/journeys/${above}`, { title: "Mine" }, guest);
    expect(renamed.body).toMatchObject({ title: "Mine", below: [] });
    const refused = await ask("GET", `/api/v1/journeys/${below}`, undefined, guest);
    expect([refused.status, refused.body.code]).toEqual([404, "journey.unknown"]);
  });

  test("keeps its level and where it leads in the list when it is made of a file, at once", async () => {
    const { above, below, touchpointId } = await pair();
    const file = (await ask("GET", `/api/v1/journeys/${above}`)).body.journey;
    const form = new FormData();
    form.append("file", new Blob([JSON.stringify(file)]), "journey.json");
    const made = await fetch(`${server.url}/api/v1/journeys/import`, {
      method: "POST",
      headers: { authorization: `Bearer ${owner}` },
      body: form,
    });
    const { id } = (await made.json()) as { id: string };
    expect(await listed(id)).toMatchObject({ level: 0, below: [{ touchpointId, journeyId: below }] });
  });

  test("is painted with a mark at the touchpoint, and without the other's name", async () => {
    const { above } = await pair();
    const plain = await server.journey("The whole life");
    const [led, unled] = await Promise.all(
      [above, plain].map(async (id) => (await ask("GET", `/api/v1/journeys/${id}/export?format=svg`)).text),
    );
    expect(led).toContain("m10.586 5.414-5.172 5.172");
    expect(led).not.toContain("A repair");
    expect(unled).not.toContain("m10.586 5.414-5.172 5.172");
  });
});

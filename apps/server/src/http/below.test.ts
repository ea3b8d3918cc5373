import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { joinByHocuspocus, until } from "../testing/clients.ts";
import { foundContacts, importedFile } from "../testing/evidence.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

let server: TestServer;
let owner: string;
/** Quotes of three people, by their first word. */
const quotes: string[] = [];

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.token("owner");
  const bytes = "Palaute\nKukaan ei soittanut\nJonotin tunnin\nSain avun heti\n";
  const { sourceId } = await importedFile(server, owner, { bytes, name: "Kysely.csv" });
  for (const { id, text } of await foundContacts(server, owner, { source: String(sourceId) })) {
    // oxlint-disable-next-line no-await-in-loop -- One after the other, as a person does it.
    const made = await ask("POST", "/api/v1/quotes", { contactId: id, text, valence: -2 });
    quotes.push(String(made.body.id));
  }
  expect(quotes).toHaveLength(3);
});
afterAll(() => server.stop());

const ask = (method: string, path: string, body?: unknown, token = owner) =>
  server.ask(method, path, { token, body });

let counted = 0;
async function command(journeyId: string, name: string, args: unknown): Promise<string> {
  const id = `c${(counted += 1)}`;
  const { body } = await ask("POST", `/api/v1/journeys/${journeyId}/commands`, { id, name, args });
  const [result] = body.results as { ok: boolean; value: { id: string } }[];
  expect(result).toMatchObject({ ok: true });
  return result?.value.id ?? "";
}

async function placesOf(journeyId: string) {
  const { journey } = (await ask("GET", `/api/v1/journeys/${journeyId}`)).body as {
    journey: { stages: { id: string }[]; touchpoints: { id: string }[] };
  };
  return { stageId: journey.stages[0]?.id ?? "", touchpointId: journey.touchpoints[0]?.id ?? "" };
}

/** Three journeys, each a level below the one before: a stage leads down, then a touchpoint does. */
async function threeLevels() {
  const [top, middle, bottom] = [
    await server.journey("The whole life"),
    await server.journey("A repair"),
    await server.journey("A call"),
  ];
  await command(top, "setStage", {
    stageId: (await placesOf(top)).stageId,
    set: { leadsTo: middle },
  });
  const { touchpointId } = await placesOf(middle);
  await command(middle, "setTouchpoint", { touchpointId, set: { leadsTo: bottom } });
  return { top, middle, bottom, touchpointId };
}

const pin = async (journeyId: string, quote: number, v: number) =>
  command(journeyId, "pinQuote", {
    quoteId: quotes[quote],
    touchpointId: (await placesOf(journeyId)).touchpointId,
    v,
    vBy: "human",
  });

type Below = {
  items: {
    journeyId: string;
    journeys: number;
    grounding: { n: number; level: string };
    evidence: { mean: number };
  }[];
};
const below = async (id: string, token = owner) =>
  ((await ask("GET", `/api/v1/journeys/${id}/below`, undefined, token)).body as Below).items;

describe("what a journey rests on, told above it", () => {
  test("J33 counts the people of all levels below, each once, and follows them out of the library", async () => {
    const { top, middle, bottom } = await threeLevels();
    await pin(middle, 0, -1);
    await pin(bottom, 0, -1);
    const last = await pin(bottom, 1, 1);
    expect(await below(top)).toMatchObject([
      { journeyId: middle, journeys: 2, grounding: { n: 2, level: "anecdotal" }, evidence: { mean: 0 } },
    ]);
    await command(bottom, "unpinQuote", { pinId: last });
    expect(await below(top)).toMatchObject([{ grounding: { n: 1 }, evidence: { mean: -1 } }]);
    await ask("DELETE", `/api/v1/journeys/${bottom}`);
    expect(await below(top)).toMatchObject([{ journeys: 1, grounding: { n: 1 } }]);
    expect(await below(middle)).toEqual([]);
  });

  test("J33 is told to nobody who may not see the journey, and nobody there is counted for them", async () => {
    const { top, middle, bottom } = await threeLevels();
    await pin(middle, 0, -1);
    await pin(bottom, 1, 1);
    expect(await below(top, await server.token("viewer", top))).toEqual([]);
    const inMiddle = await server.token("editor", middle);
    expect(await below(middle, inMiddle)).toEqual([]);
    const refused = await ask("GET", `/api/v1/journeys/${bottom}/below`, undefined, inMiddle);
    expect([refused.status, refused.body.code]).toEqual([404, "journey.unknown"]);
    expect(await below(top)).toMatchObject([{ journeyId: middle, grounding: { n: 2 } }]);
  });

  test("when one person changes a pin two levels below, whoever looks at the top is told, and sees the number move", async () => {
    const { top, middle, bottom } = await threeLevels();
    const first = await pin(bottom, 0, -2);
    const client = joinByHocuspocus(server.socketUrl, top, owner);
    onTestFinished(() => client.leave());
    let told = 0;
    client.provider.on("stateless", ({ payload }: { payload: string }) => {
      if (payload === '{"t":"below"}') told += 1;
    });
    await until("the map is open", () => client.provider.isSynced);
    // What was done before it was opened is told a second later.
    await expect
      .poll(async () => (await ask("GET", "/api/v1/journeys")).text, { timeout: 40_000, interval: 50 })
      .toContain(`"journeyId":"${bottom}"`);
    expect(await below(top)).toMatchObject([{ journeyId: middle, evidence: { mean: -2 } }]);
    const before = told;
    await command(bottom, "setPin", { pinId: first, set: { v: 1 } });
    await until("the map above hears of it", () => told > before);
    expect(await below(top)).toMatchObject([{ journeyId: middle, evidence: { mean: 1 } }]);
  });

  test("J33 erased words count for nobody, from the same answer on", async () => {
    const { bytes, name } = { bytes: "Palaute\nTämä pyyhitään\n", name: "Pois.csv" };
    const { sourceId } = await importedFile(server, owner, { bytes, name });
    const [contact] = await foundContacts(server, owner, { source: String(sourceId) });
    const quote = await ask("POST", "/api/v1/quotes", { contactId: contact?.id, text: "Tämä", valence: 1 });
    const { top, bottom } = await threeLevels();
    const { touchpointId } = await placesOf(bottom);
    await command(bottom, "pinQuote", { quoteId: quote.body.id, touchpointId, v: 1, vBy: "human" });
    expect(await below(top)).toMatchObject([{ grounding: { n: 1, level: "anecdotal" } }]);
    expect((await ask("DELETE", `/api/v1/sources/${String(sourceId)}`)).status).toBe(200);
    expect(await below(top)).toMatchObject([{ grounding: { n: 0, level: "assumption" } }]);
  });
});

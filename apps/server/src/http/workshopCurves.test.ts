import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { until } from "../testing/clients.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";
import { openWorkshopPerson, type WorkshopPerson } from "../testing/workshopPerson.ts";

let server: TestServer;
let owner: string;
beforeAll(async () => {
  server = await startTestServer();
  owner = await server.token("owner");
});
afterAll(() => server.stop());

const steps = [
  { id: "believe", title: "Believe", minutes: 10, tool: "draw" },
  { id: "rate", title: "Rate", minutes: 10, tool: "draw", hear: 2 },
  { id: "react", title: "React", minutes: 5, tool: "write", asksFeeling: true },
];

/** A journey with a call on it and some quotes, a facilitator and two participants in its workshop. */
async function room(quotes: readonly string[] = ["q1", "q2", "q3"]) {
  const journeyId = await server.journey();
  const run = async (name: string, args: object): Promise<string> => {
    const { body } = await server.ask("POST", `/api/v1/journeys/${journeyId}/commands`, {
      token: owner,
      body: [{ id: crypto.randomUUID(), name, args }],
    });
    return (body.results as { value: { id: string } }[])[0]?.value.id ?? "";
  };
  const stageId = await run("addStage", { title: "Help" });
  const call = await run("addTouchpoint", { stageId, title: "I call" });
  for (const quoteId of quotes) await run("pinQuote", { quoteId, touchpointId: call });
  const vera = await openWorkshopPerson(server, journeyId, "editor");
  const ana = await openWorkshopPerson(server, journeyId, "participant");
  const ben = await openWorkshopPerson(server, journeyId, "participant");
  expect((await vera.ask("POST", "/workshop", { title: "Curves", steps })).status).toBe(204);
  return { journeyId, call, vera, ana, ben };
}

const draw = (who: WorkshopPerson, touchpointId: string, v: number, stepId = "believe") =>
  who.ask("POST", "/workshop/curve", { stepId, points: [{ touchpointId, v }] });
const hear = (who: WorkshopPerson, quoteId: string, stepId = "rate") =>
  who.ask("POST", "/workshop/heard", { stepId, quoteId });
const go = (who: WorkshopPerson, stepId: string) => who.ask("PATCH", "/workshop", { stepId });
const reveal = (who: WorkshopPerson, stepId: string) => who.ask("POST", "/workshop/reveal", { stepId });

describe("the curve one believes in", () => {
  test("is its drawer's alone before the reveal: a byte of it is found nowhere, and the map has none of it ever", async () => {
    const { journeyId, vera, ana, ben } = await room();
    const bytes = () =>
      server.services.rooms.readDocument(journeyId, (doc) =>
        Buffer.from(Y.encodeStateAsUpdate(doc)).toString("hex"),
      );
    const before = await bytes();
    expect((await draw(ana, "secretmoment", -1.625)).status).toBe(204);
    expect((await ana.view()).own.points).toEqual([
      { stepId: "believe", touchpointId: "secretmoment", v: -1.625 },
    ]);
    await until("the number is told", () => vera.pulses().at(-1)?.counts.drawers === 1);
    for (const other of [vera, ben]) {
      expect((await other.view()).own.points).toEqual([]);
      await other.ask("GET", "/versions");
      await other.ask("GET", "/export?format=json");
      expect(other.heard()).not.toMatch(/secretmoment|1\.625/);
    }
    await reveal(vera, "believe");
    expect(await bytes()).toBe(before);
  });

  test("is revealed as the team's: mean and spread, and nothing of who drew what; the strokes are gone", async () => {
    const { call, vera, ana, ben } = await room();
    await draw(ana, call, 2);
    await draw(ana, call, 1);
    await draw(ben, call, -1);
    expect((await reveal(vera, "believe")).status).toBe(204);
    const { workshop, own } = await ana.view();
    expect(workshop?.curves).toEqual([
      {
        stepId: "believe",
        drawers: 2,
        points: [{ touchpointId: call, n: 2, mean: 0, sd: Math.SQRT2, low: -1, high: 1 }],
      },
    ]);
    expect(workshop?.revealed).toEqual(["believe"]);
    expect(own.points).toEqual([]);
    expect(await server.services.db.selectFrom("workshopStroke").selectAll().execute()).toEqual([]);
    for (const answer of [await draw(ana, call, 0), await reveal(vera, "believe")])
      expect(answer.status).toBe(409);
  });

  test.each([
    ["beyond the scale", [{ touchpointId: "x", v: 3 }]],
    [
      "twice at one moment",
      [
        { touchpointId: "x", v: 1 },
        { touchpointId: "x", v: 2 },
      ],
    ],
  ])("a point %s is refused", async (_, points) => {
    const { ana } = await room();
    const answer = await ana.ask("POST", "/workshop/curve", { stepId: "believe", points });
    expect([answer.status, answer.body.code]).toEqual([422, "request.invalid"]);
  });
});

describe("listen before you rate", () => {
  test("drawing opens for each after as many quotes as the facilitator set; heard twice is heard once", async () => {
    const { call, vera, ana, ben } = await room();
    await go(vera, "rate");
    const early = await draw(ana, call, 1, "rate");
    expect([early.status, early.body.code]).toEqual([409, "workshop.notHeard"]);
    await hear(ana, "q1");
    await hear(ana, "q1");
    expect((await draw(ana, call, 1, "rate")).status).toBe(409);
    expect((await hear(ana, "q3")).status).toBe(204);
    expect((await draw(ana, call, 1, "rate")).status).toBe(204);
    expect((await draw(ben, call, 1, "rate")).status).toBe(409);
    await until("the facilitator sees how many are ready", () => vera.pulses().at(-1)?.counts.ready === 1);
    // Who heard what is nobody's business.
    expect((await vera.view()).own.heard).toEqual([]);
    expect((await ana.view()).own.heard).toHaveLength(2);
  });

  test("a quote that is not on the map is not heard, and a map with fewer quotes asks for those it has", async () => {
    const { call, vera, ana } = await room(["only"]);
    expect((await hear(ana, "only")).body.code).toBe("workshop.notDrawing");
    await go(vera, "rate");
    expect((await hear(ana, "elsewhere")).body.code).toBe("quote.unknown");
    await hear(ana, "only");
    expect((await draw(ana, call, -1, "rate")).status).toBe(204);
  });
});

test("the team's reaction says how it felt: private, revealed with the words, and never on the map", async () => {
  const { journeyId, vera, ana, ben } = await room();
  await go(vera, "react");
  const note = { id: crypto.randomUUID(), stepId: "react", text: "Hävetti", v: -2 };
  expect((await ana.ask("POST", "/workshop/drafts", note)).status).toBe(204);
  expect((await ana.view()).own.drafts).toMatchObject([{ text: "Hävetti", v: -2 }]);
  expect(ben.heard()).not.toContain("Hävetti");
  await reveal(vera, "react");
  expect((await ben.view()).workshop?.notes).toMatchObject([{ text: "Hävetti", v: -2, by: null }]);
  const points = await server.services.rooms.readDocument(journeyId, (doc) => doc.getMap("points").size);
  expect(points).toBe(0);
});

test("what was drawn and not revealed goes with the workshop", async () => {
  const { call, vera, ana } = await room();
  await draw(ana, call, 1);
  await vera.ask("DELETE", "/workshop");
  for (const table of ["workshopStroke", "workshopHeard"] as const) {
    const rows = await server.services.db.selectFrom(table).select("workshopId").execute();
    const open = await server.services.db
      .selectFrom("workshop")
      .select("id")
      .where("endedAt", "is", null)
      .execute();
    expect(rows.every(({ workshopId }) => open.some(({ id }) => id === workshopId))).toBe(true);
  }
});

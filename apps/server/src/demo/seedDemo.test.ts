import { CONVENTIONS, evidence, grounding, readJourney, touchpointLinks } from "@polku/journey";
import { afterEach, describe, expect, test } from "vitest";
import { factsOfPinnedQuotes } from "../commands/quoteFacts.ts";
import { makeTestFolder } from "../testing/testFolder.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";
import { seedDemo } from "./seedDemo.ts";

const NOW = Date.UTC(2025, 5, 1);
const servers: TestServer[] = [];
const folders: { remove: () => void }[] = [];

async function start(given: Parameters<typeof startTestServer>[0]): Promise<TestServer> {
  const server = await startTestServer(given);
  servers.push(server);
  return server;
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  for (const { remove } of folders.splice(0)) remove();
});

const viewOf = (server: TestServer, id: string) => server.services.rooms.readDocument(id, readJourney);

describe("a fresh data folder", () => {
  test("holds the sample journey in both languages, all of it, marked as a sample", async () => {
    const server = await start({ demo: true });
    const list = await server.services.journeys.list();
    expect(list.map(({ id, lang }) => `${id} ${lang}`).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      "demo-en en",
      "demo-fi fi",
    ]);
    for (const { id, lang, title } of list) {
      const view = await viewOf(server, id);
      expect(view.meta).toMatchObject({ sample: true, lang, title });
      expect(view.meta.notice).toMatch(lang === "fi" ? /keksitty/ : /invented/);
      expect(view.path.stages).toHaveLength(6);
      expect(view.path.touchpointIds).toHaveLength(14);
      expect(view.touchpoints.size).toBe(22);
      expect(view.subJourneys.get("j-feedback")?.parentTouchpointId).toBe("t13");
      expect([view.personas.length, view.promises.length, view.loops.length, view.insights.length]).toEqual([
        2, 4, 2, 6,
      ]);
      expect([...view.touchpoints.values()].flatMap(({ pins }) => pins)).toHaveLength(60);
      expect(view.cells.size).toBeGreaterThan(100);
      expect(view.touchpoints.get("t01")).toMatchObject({
        expectation: {
          desired: 1,
          adequate: null,
          formedBy: lang === "fi" ? "aiempi kokemus" : "what happened before",
        },
        effort: { customer: 4, company: 1 },
        contactKind: "self_service",
      });
      for (const { expectation } of view.touchpoints.values())
        expect(expectation.formedBy ?? "").not.toContain("-");
      expect(view.touchpoints.get("t02")?.points).toEqual([]);
      expect(view.touchpoints.get("t05")).toMatchObject({ waitMinutes: 24, contactKind: "bot" });
      expect(view.touchpoints.get("t08")?.waitMinutes).toBe(6940);
      expect(view.touchpoints.get("f03")).toMatchObject({ channel: "word_of_mouth", official: false });
    }
  });

  test("rests on one library: every pinned quote is there, employees do not count, the parent counts its sub-journey's people", async () => {
    const server = await start({ demo: true });
    const view = await viewOf(server, "demo-fi");
    const facts = await factsOfPinnedQuotes(server.services.evidence, view);
    expect(facts.size).toBe(60);
    const said = (id: string) => touchpointLinks(view, facts, id);
    expect(said("t06").filter(({ kind }) => kind === "staff_view").length).toBeGreaterThan(0);
    expect(grounding(said("t06"), NOW).n).toBeLessThan(said("t06").length);
    expect(grounding(said("t07"), NOW).level).toBe("assumption");
    expect(evidence(said("t13"), CONVENTIONS).n).toBeGreaterThanOrEqual(8);
    expect(await server.services.evidence.listSources()).toHaveLength(11);
    const survey = (await server.services.evidence.listSources()).find(({ kind }) => kind === "survey_nps");
    expect(survey).toMatchObject({ invited: 1830, responded: 214, sample: 1 });
  });

  test("gives each reader the words in their language, at their places in the contact", async () => {
    const server = await start({ demo: true });
    const owner = await server.token("owner");
    const view = await viewOf(server, "demo-en");
    const pin = view.touchpoints.get("t06")?.pins.find(({ id }) => id === "pin.q18");
    const read = async (language: string, path: string) =>
      (await server.ask("GET", path, { token: owner, headers: { "accept-language": language } })).body;
    for (const [language, words] of [
      ["en", "So I have to explain everything from the beginning?"],
      ["fi", "Eli mun pitää selittää kaikki alusta?"],
    ] as const) {
      const { items } = (await read(language, `/api/v1/quotes?ids=${pin?.quoteId}`)) as {
        items: { text: string; start: number; end: number; itemId: string; themes: string[] }[];
      };
      const quote = items[0];
      expect(quote?.text).toBe(words);
      expect(quote?.themes).toHaveLength(2);
      const contact = (await read(language, `/api/v1/contacts/${quote?.itemId}`)) as {
        text: string;
        thread: unknown[];
      };
      expect(contact.text.slice(quote?.start, quote?.end)).toBe(words);
      expect(contact.thread.length).toBeGreaterThan(10);
    }
  });

  test("takes the themes a person gives a quote, in both languages", async () => {
    const server = await start({ demo: true });
    const owner = await server.token("owner");
    const [quote] = await server.services.evidence.listQuotes({ limit: 1 });
    const headers = { "accept-language": "en" };
    const change = { token: owner, headers, body: { themes: ["kiire"] } };
    expect((await server.ask("PATCH", `/api/v1/quotes/${quote?.id}`, change)).body.themes).toEqual(["kiire"]);
    const { body } = await server.ask("GET", `/api/v1/quotes?ids=${quote?.id}`, { token: owner });
    expect(body.items).toMatchObject([{ themes: ["kiire"] }]);
  });

  test("can be searched in both languages", async () => {
    const server = await start({ demo: true });
    const owner = await server.token("owner");
    for (const [language, q] of [
      ["en", "promised"],
      ["fi", "luvattiin"],
    ] as const) {
      const { body } = await server.ask("GET", `/api/v1/contacts?q=${q}`, {
        token: owner,
        headers: { "accept-language": language },
      });
      expect((body.items as unknown[]).length).toBeGreaterThan(0);
    }
  });
});

describe("after the first start", () => {
  test("another start adds nothing, nor does one that was broken off halfway double anything", async () => {
    const made = makeTestFolder();
    folders.push(made);
    const first = await startTestServer({ demo: true, folder: made.folder });
    await first.services.db.deleteFrom("journey").where("id", "=", "demo-fi").execute();
    await first.close();
    const second = await start({ demo: true, folder: made.folder });
    expect(await second.services.journeys.list()).toHaveLength(2);
    expect((await viewOf(second, "demo-fi")).touchpoints.size).toBe(22);
    await seedDemo(second.services);
    expect(await second.services.evidence.listSources()).toHaveLength(11);
    expect(await second.services.evidence.listQuotes({ limit: 100 })).toHaveLength(60);
  });

  test("a folder where somebody has begun is left alone, and POLKU_DEMO=0 leaves all alone", async () => {
    const made = makeTestFolder();
    folders.push(made);
    const first = await startTestServer({ folder: made.folder });
    expect(await first.services.journeys.list()).toEqual([]);
    await first.journey("Ours");
    await first.close();
    const second = await start({ demo: true, folder: made.folder });
    expect((await second.services.journeys.list()).map(({ title }) => title)).toEqual(["Ours"]);
  });
});

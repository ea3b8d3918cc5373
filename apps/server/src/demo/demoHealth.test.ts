import {
  biasWarnings,
  countsAsEvidence,
  coverage,
  curveGap,
  type EvidenceHealth,
  type EvidenceLink,
  evidence,
  evidenceHealth,
  grounding,
  type HealthFilter,
  type HealthQuote,
  type JourneyView,
  outerLoop,
  people,
  readJourney,
  skew,
  sourceClass,
  split,
  teamPoints,
  touchpointLinks,
} from "@polku/journey";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { factsOfPinnedQuotes } from "../commands/quoteFacts.ts";
import { startTestServer, type TestServer } from "../testing/testServer.ts";

const now = Date.parse("2026-11-22T00:00:00Z");
let server: TestServer;
let view: JourneyView;
let quotes: ReadonlyMap<string, HealthQuote>;

beforeAll(async () => {
  server = await startTestServer({ demo: true });
  view = await server.services.rooms.readDocument("demo-en", readJourney);
  const facts = await factsOfPinnedQuotes(server.services.evidence, view);
  const rows = await server.services.evidence.quotesById([...facts.keys()]);
  const more = new Map(rows.map(({ id, personaId, manner }) => [id, { personaId, manner }]));
  const whole = (id: string) => more.get(id) ?? { personaId: null, manner: "stated" };
  quotes = new Map([...facts].map(([id, one]) => [id, { ...one, ...whole(id) }]));
});
afterAll(() => server.stop());

async function health(filter: HealthFilter = {}): Promise<EvidenceHealth> {
  const sources = await server.services.evidence.listSources();
  const used = [...new Set([...quotes.values()].map(({ sourceId }) => sourceId))];
  const library = await server.services.evidence.librarySums({ sources: used, until: now, language: "en" });
  return evidenceHealth({ view, quotes, surveys: sources, library, filter, now });
}

/** All links of the map, each once, straight from the pins. */
function everyLink(some: ReadonlyMap<string, HealthQuote>): EvidenceLink[] {
  const all = [...view.touchpoints.keys()].flatMap((id) => touchpointLinks(view, some, id));
  return [...new Map(all.map((link) => [link.id, link])).values()];
}

describe("the health page's numbers are the formulas' on the sample journey", () => {
  test("every touchpoint: level, people, mean, gap, split, asked and listened", async () => {
    const { places } = await health();
    expect(places.map(({ id }) => id).toSorted()).toEqual([...view.touchpoints.keys()].toSorted());
    for (const place of places) {
      const links = touchpointLinks(view, quotes, place.id);
      const of = (origin: string) =>
        new Set(people(links).filter((one) => one.links.some(({ kind }) => sourceClass(kind) === origin)))
          .size;
      expect(place.grounding).toEqual(grounding(links, now));
      expect(place.evidence).toEqual(evidence(links));
      expect(place.gap).toEqual(curveGap(teamPoints(view.touchpoints.get(place.id)), links));
      expect(place.split).toEqual(split(links));
      expect([place.asked, place.listened]).toEqual([of("asked"), of("listened")]);
    }
  });

  test("coverage, shares, skew, warnings and loops of the whole", async () => {
    const found = await health();
    const main = view.path.touchpointIds.map((id) => ({
      id,
      links: touchpointLinks(view, quotes, id),
      mot: view.touchpoints.get(id)?.mot === true,
    }));
    expect(found.coverage).toEqual(coverage(main, now));
    expect(found.asked.listenedShare).toBe(found.coverage.listenedShare);
    const links = everyLink(quotes);
    const used = [...new Set([...quotes.values()].map(({ sourceId }) => sourceId))];
    const sums = await server.services.evidence.librarySums({ sources: used, until: now, language: "en" });
    const library = sums.valences.flatMap(({ v, n }) => Array.from<number>({ length: n }).fill(v));
    const attached = people(links).flatMap(({ mean }) => mean ?? []);
    expect(found.skew).toMatchObject(skew(attached, library));
    expect(found.skew.attached.n).toBe(attached.length);
    expect(found.skew.library.n).toBe(library.length);
    expect(library.length).toBeGreaterThan(20);
    const surveys = (await server.services.evidence.listSources()).filter(
      ({ id, kind }) => kind.startsWith("survey") && links.some(({ sourceId }) => sourceId === id),
    );
    expect(found.warnings).toEqual(biasWarnings({ links, library, surveys, read: sums.read }, now));
    expect(found.outerLoop).toEqual(outerLoop(view.insights.map(({ status }) => status)));
    expect(found.people).toBe(people(links).length);
  });

  test("voices: every person's quotes are with a persona, with none, or an employee's, and none is lost", async () => {
    const { voices } = await health();
    const heard = [...voices.personas, voices.unnamed, voices.employees].flatMap(({ quoteIds }) => quoteIds);
    const pinned = new Set(
      [...view.touchpoints.values()].flatMap(({ pins }) => pins.map((pin) => pin.quoteId)),
    );
    expect(new Set(heard)).toEqual(new Set([...pinned].filter((id) => quotes.has(id))));
    expect(voices.employees.quotes).toBeGreaterThan(0);
  });

  test("wishes: a quote stands there once when no insight refers to it, the oldest first", async () => {
    const { wishes } = await health();
    const named = new Set(view.insights.flatMap(({ quoteIds }) => quoteIds));
    const own = new Set(
      everyLink(quotes)
        .filter(countsAsEvidence)
        .flatMap(({ id }) => {
          const pins = [...view.touchpoints.values()].flatMap((one) => one.pins);
          return pins.find((pin) => pin.id === id)?.quoteId ?? [];
        })
        .filter((id) => !named.has(id)),
    );
    expect(new Set(wishes.map(({ quoteId }) => quoteId))).toEqual(own);
    expect(wishes).toHaveLength(own.size);
    const moments = wishes.flatMap(({ at }) => (at === null ? [] : [Date.parse(at)]));
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
  });

  test("a filter counts only what it lets through, and what nothing is left of rests on nothing", async () => {
    const [sourceId] = [...quotes.values()].map((one) => one.sourceId);
    const part = new Map([...quotes].filter(([, one]) => one.sourceId === sourceId));
    const found = await health({ sourceId });
    for (const { id, grounding: level } of found.places)
      expect(level).toEqual(grounding(touchpointLinks(view, part, id), now));
    const nothing = await health({ to: 0 });
    expect(nothing.people).toBe(0);
    expect(nothing.coverage.listenedShare).toBeNull();
    expect(nothing.warnings).toEqual([]);
    expect(nothing.skew.attached).toEqual({ n: 0, mean: null });
  });
});

import { describe, expect, test } from "vitest";
import {
  applyCommand,
  pinnedPathOf,
  pinsSeal,
  readJourney,
  rollUp,
  type JourneyDoc,
  type PinnedPath,
  type QuoteFacts,
} from "../src/index.ts";
import { freshJourney, run, stageOf, touchpointOf } from "./people.ts";

const NOW = Date.UTC(2026, 10, 22);

/** What a person said, in a survey of theirs. */
const quote = (id: string, respondentKey: string): QuoteFacts => ({
  id,
  kind: "survey_open",
  sourceId: "survey",
  itemId: id,
  respondentKey,
  at: "2026-10-01T00:00:00Z",
  withdrawn: false,
  speaker: "customer",
});

const quotes = new Map(
  [
    quote("calm", "ana"),
    quote("again", "ana"),
    quote("angry", "ben"),
    quote("glad", "cea"),
    { ...quote("staff", "dan"), speaker: "agent" },
  ].map((one) => [one.id, one]),
);

type Pin = readonly [quoteId: string, v: number];

/** A journey with pins at its first touchpoint and a way down from each of some places. */
function journey(pins: readonly Pin[], leads: { touchpoint?: string; stage?: string } = {}) {
  const { doc, context } = freshJourney();
  const touchpointId = touchpointOf(context);
  for (const [quoteId, v] of pins) run(context, "pinQuote", { quoteId, touchpointId, v, vBy: "human" });
  if (leads.touchpoint) run(context, "setTouchpoint", { touchpointId, set: { leadsTo: leads.touchpoint } });
  if (leads.stage) run(context, "setStage", { stageId: stageOf(context, 1), set: { leadsTo: leads.stage } });
  return { doc, context, touchpointId };
}

const pathOf = (doc: JourneyDoc): PinnedPath => pinnedPathOf(readJourney(doc));

const rolled = (paths: Record<string, PinnedPath>, journeyId = "below") =>
  rollUp(new Map(Object.entries(paths)), quotes, { journeyId, aboveId: "above", now: NOW });

describe("what a journey rests on, told from above", () => {
  test("J33 counts each person once, however often and wherever below they speak; staff are nobody", () => {
    const below = pathOf(
      journey(
        [
          ["calm", 1],
          ["staff", -2],
        ],
        { touchpoint: "further", stage: "further" },
      ).doc,
    );
    const further = pathOf(
      journey([
        ["again", -1],
        ["angry", -2],
      ]).doc,
    );
    const found = rolled({ below, further });
    expect(found).toMatchObject({ journeys: 2, grounding: { n: 2, level: "anecdotal" } });
    // Ana said +1 and −1, Ben −2: the mean of people is −1, that of words would be −2/3.
    expect(found?.evidence).toMatchObject({ n: 2, nv: 2, mean: -1 });
    expect(found?.touchpoints[0]).toMatchObject({ n: 2, mean: -1 });
    expect(found?.touchpoints.slice(1).every(({ n, mean }) => n === 0 && mean === null)).toBe(true);
  });

  test("J15 J33 the people of a sub-journey count, and so do those of the journeys that it leads on to", () => {
    const { doc, context, touchpointId } = journey([["calm", 1]]);
    const subJourneyId = run(context, "openFeedback", { touchpointId });
    const stageId = readJourney(doc).subJourneys.get(subJourneyId)?.path.stages[0]?.id ?? "";
    const inside = run(context, "addTouchpoint", { stageId });
    run(context, "pinQuote", { quoteId: "angry", touchpointId: inside, v: -2, vBy: "human" });
    run(context, "setStage", { stageId, set: { leadsTo: "further" } });
    const found = rolled({ below: pathOf(doc), further: pathOf(journey([["glad", 2]]).doc) });
    expect(found?.evidence).toMatchObject({ n: 3, mean: 1 / 3 });
    expect(found?.touchpoints[0]?.n).toBe(3);
  });

  test("J33 rings end, nobody is counted as their own below, and what is not seen is not counted", () => {
    const below = pathOf(journey([["calm", 1]], { touchpoint: "above", stage: "further" }).doc);
    const further = pathOf(journey([["angry", -2]], { touchpoint: "below" }).doc);
    const above = pathOf(journey([["glad", 2]], { touchpoint: "below" }).doc);
    expect(rolled({ above, below, further })).toMatchObject({ journeys: 2, evidence: { n: 2 } });
    expect(rolled({ above, below })).toMatchObject({ journeys: 1, evidence: { n: 1, mean: 1 } });
    expect(rolled({ above, further })).toBeNull();
    expect(rolled({ above }, "above")).toBeNull();
  });

  test("the seal differs whenever the numbers may, and not while somebody types", () => {
    const { doc, context, touchpointId } = journey([["calm", 1]]);
    const seals = [pinsSeal(doc)];
    const pinId = readJourney(doc).touchpoints.get(touchpointId)?.pins[0]?.id ?? "";
    const deeds: [string, unknown][] = [
      ["setPin", { pinId, set: { v: -1 } }],
      ["pinQuote", { quoteId: "glad", touchpointId, v: 2 }],
      ["setStage", { stageId: stageOf(context, 1), set: { leadsTo: "repair" } }],
      ["deleteTouchpoint", { touchpointId }],
      ["unpinQuote", { pinId }],
    ];
    for (const [name, args] of deeds) {
      expect([name, applyCommand(context, name, args).ok]).toEqual([name, true]);
      seals.push(pinsSeal(doc));
    }
    expect(new Set(seals).size).toBe(deeds.length + 1);
    const stageId = stageOf(context);
    run(context, "editText", { on: "stages", id: stageId, key: "title", text: "While somebody types" });
    run(context, "addTouchpoint", { stageId, title: "Another" });
    expect(pinsSeal(doc)).toBe(seals.at(-1));
  });
});

import { expect, test } from "vitest";
import type { Quote } from "../../../api/quotes.ts";
import { pinArgs } from "./pinArgs.ts";

const quote: Quote = {
  id: "q1",
  text: "Kukaan ei soittanut",
  start: 0,
  end: 19,
  speaker: "customer",
  valence: -2,
  vBy: "rating",
  themes: [],
  manner: "stated",
  moment: null,
  personaId: null,
  itemId: "c1",
  sourceId: "s1",
  sourceTitle: "Survey",
  kind: "survey_nps",
  sample: true,
  respondentKey: null,
  at: null,
  channel: null,
  withdrawn: false,
  clip: null,
  by: "p1",
};

test("a pin takes the quote's feeling and whose word it is", () => {
  expect(pinArgs(quote, "t1")).toEqual({ quoteId: "q1", touchpointId: "t1", v: -2, vBy: "rating", t: null });
});

test.each([
  ["before", 0.1],
  ["during", 0.5],
  ["after", 0.9],
] as const)("a quote from %s the meeting stands at %s of the touchpoint", (moment, t) => {
  expect(pinArgs({ ...quote, moment }, "t1").t).toBe(t);
});

test("a feeling nobody knows stays unknown", () => {
  expect(pinArgs({ ...quote, valence: null, vBy: null }, "t1").v).toBeNull();
});

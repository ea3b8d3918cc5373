import { expect, test } from "vitest";
import type { Quote } from "../api/quotes.ts";
import { saidAndDid } from "./saidAndDid.ts";

const quote = (id: string, more: Partial<Quote>): Quote => ({
  id,
  kind: "usability_test",
  sourceId: "s",
  itemId: `contact of ${id}`,
  respondentKey: null,
  at: null,
  withdrawn: false,
  clip: null,
  text: `words of ${id}`,
  start: 0,
  end: 8,
  manner: "stated",
  moment: null,
  personaId: null,
  sample: false,
  channel: null,
  by: "p",
  speaker: "customer",
  valence: -1,
  vBy: "human",
  themes: [],
  sourceTitle: "Test",
  ...more,
});
const pairs = (quotes: readonly Quote[]) =>
  saidAndDid(quotes).map(({ said, did }) => [said.map(({ id }) => id), did.map(({ id }) => id)]);

test("what a person said stands beside what they did, also from two contacts; another person's deeds do not", () => {
  const quotes = [
    quote("easy", { respondentKey: "aino" }),
    quote("searched for minutes", { respondentKey: "aino", manner: "observed", speaker: "other" }),
    quote("gave up", { respondentKey: "eero", manner: "observed" }),
    quote("fine", { respondentKey: "liisa" }),
  ];
  expect(pairs(quotes)).toEqual([[["easy"], ["searched for minutes"]]]);
});

test("somebody without a key is the contact they wrote, and two contacts without a key are two people", () => {
  const one = [quote("a", { itemId: "c1" }), quote("b", { itemId: "c1", manner: "observed" })];
  expect(pairs(one)).toEqual([[["a"], ["b"]]]);
  expect(pairs([quote("a", { itemId: "c1" }), quote("b", { itemId: "c2", manner: "observed" })])).toEqual([]);
});

test("an agent's words, what was sensed and what was withdrawn are nothing that a customer said or did", () => {
  const did = quote("did", { respondentKey: "aino", manner: "observed" });
  for (const more of [{ speaker: "agent" }, { manner: "felt" }, { withdrawn: true }] as const)
    expect(pairs([did, quote("said", { respondentKey: "aino", ...more })])).toEqual([]);
});

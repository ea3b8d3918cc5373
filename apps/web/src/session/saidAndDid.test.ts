import { expect, test } from "vitest";
import type { Quote } from "../api/quotes.ts";
import { quoteOf } from "../testing/quote.ts";
import { joinedPairs, saidAndDid } from "./saidAndDid.ts";

const pairs = (quotes: readonly Quote[]) =>
  saidAndDid(quotes).map(({ said, did }) => [said.map(({ id }) => id), did.map(({ id }) => id)]);

test("what a person said stands beside what they did, also from two contacts; another person's deeds do not", () => {
  const quotes = [
    quoteOf("easy", { respondentKey: "aino" }),
    quoteOf("searched for minutes", { respondentKey: "aino", manner: "observed", speaker: "other" }),
    quoteOf("gave up", { respondentKey: "eero", manner: "observed" }),
    quoteOf("fine", { respondentKey: "liisa" }),
  ];
  expect(pairs(quotes)).toEqual([[["easy"], ["searched for minutes"]]]);
});

test("somebody without a key is the contact they wrote, and two contacts without a key are two people", () => {
  const one = [quoteOf("a", { itemId: "c1" }), quoteOf("b", { itemId: "c1", manner: "observed" })];
  expect(pairs(one)).toEqual([[["a"], ["b"]]]);
  expect(pairs([quoteOf("a", { itemId: "c1" }), quoteOf("b", { itemId: "c2", manner: "observed" })])).toEqual(
    [],
  );
});

test("an agent's words, what was sensed and what was withdrawn are nothing that a customer said or did", () => {
  const did = quoteOf("did", { respondentKey: "aino", manner: "observed" });
  for (const more of [{ speaker: "agent" }, { manner: "felt" }, { withdrawn: true }] as const)
    expect(pairs([did, quoteOf("said", { respondentKey: "aino", ...more })])).toEqual([]);
});

test("pairs that people joined are shown where one of the two is pinned, each once, whoever's they are; none that is found already", () => {
  const said = quoteOf("said", { respondentKey: "aino", joined: ["did", "own", "gone"] });
  const did = quoteOf("did", { respondentKey: "olli", manner: "observed", joined: ["said"] });
  const own = quoteOf("own", { respondentKey: "aino", manner: "observed", joined: ["said"] });
  const known = new Map([said, did, own].map((quote) => [quote.id, quote]));
  const idsOf = (here: readonly Quote[]) =>
    joinedPairs(here, known, saidAndDid(here)).map((pair) => [pair.said.id, pair.did.id]);
  expect(idsOf([said])).toEqual([
    ["said", "did"],
    ["said", "own"],
  ]);
  expect(idsOf([did, said, own])).toEqual([["said", "did"]]);
  known.set("did", { ...did, manner: "felt" });
  expect(idsOf([said, own])).toEqual([]);
});

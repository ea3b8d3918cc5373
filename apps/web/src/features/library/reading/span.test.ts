import { describe, expect, test } from "vitest";
import { beside, sentencesOf, stretched, wholeWords, wordsOf, type Span } from "./span.ts";

const text = "Kukaan ei soittanut. Odotin tunnin!\n\nSitten luovutin";
const words = (spans: readonly (Span | null)[], of = text): string[] =>
  spans.map((span) => (span ? of.slice(span.start, span.end) : "nothing"));

describe("choosing words of a contact", () => {
  test("sentences end at full stops and at empty lines, without the space around them", () => {
    expect(words(sentencesOf(text, "fi"))).toEqual([
      "Kukaan ei soittanut.",
      "Odotin tunnin!",
      "Sitten luovutin",
    ]);
  });

  test("a line break ends a sentence even where no full stop stands", () => {
    const lines = "first answer\n\nsecond answer";
    expect(words(sentencesOf(lines, "en"), lines)).toEqual(["first answer", "second answer"]);
  });

  test("a stretch that begins and ends inside words becomes whole words", () => {
    expect(words([wholeWords(text, { start: 8, end: 12 })])).toEqual(["ei soittanut."]);
  });

  test("a stretch of nothing but space is no choice", () => {
    expect(wholeWords(text, { start: 20, end: 21 })).toBeNull();
  });

  test("moving goes from stretch to stretch and stays at the ends", () => {
    const sentences = sentencesOf(text, "fi");
    const first = beside(sentences, null, 1);
    const second = beside(sentences, first, 1);
    expect(words([first, second, beside(sentences, second, -1), beside(sentences, first, -1)])).toEqual([
      "Kukaan ei soittanut.",
      "Odotin tunnin!",
      "Kukaan ei soittanut.",
      "Kukaan ei soittanut.",
    ]);
  });

  test("stretching by words grows and shrinks the end, never to nothing", () => {
    const all = wordsOf(text);
    const one = beside(all, null, 1);
    const two = stretched(all, one, 1);
    expect(words([two, stretched(all, two, -1), stretched(all, one, -1)])).toEqual([
      "Kukaan ei",
      "Kukaan",
      "Kukaan",
    ]);
  });
});

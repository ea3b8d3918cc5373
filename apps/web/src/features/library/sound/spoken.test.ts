import { expect, test } from "vitest";
import { secondAt, wordsIn } from "./spoken.ts";

const thread = [
  { speaker: "agent" as const, text: "Miten voin auttaa?", from: 0, startS: 0, endS: 4 },
  {
    speaker: "customer" as const,
    text: "Netti meni poikki. Odotin tunnin.",
    from: 20,
    startS: 4,
    endS: 20,
    cues: [[0, 4, 8] as [number, number, number], [19, 16, 20] as [number, number, number]],
  },
];

test("a stretch is said in the lines of which it covers at least half", () => {
  expect(wordsIn(thread, { from: 3, to: 9 })).toEqual({ start: 20, end: 39 });
  expect(wordsIn(thread, { from: 0, to: 30 })).toEqual({ start: 0, end: 53 });
});

test("a stretch inside one line is said in that line, one in a pause in none", () => {
  expect(wordsIn(thread, { from: 5, to: 6 })).toEqual({ start: 20, end: 39 });
  expect(wordsIn(thread, { from: 10, to: 12 })).toBeNull();
  expect(wordsIn(null, { from: 0, to: 5 })).toBeNull();
});

test("words are spoken where their line has them", () => {
  expect(secondAt(thread, 20)).toEqual({ at: 4 });
  expect(secondAt(thread, 39)).toEqual({ at: 16 });
});

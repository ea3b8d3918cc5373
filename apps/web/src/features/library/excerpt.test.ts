import { expect, test } from "vitest";
import { excerptOf } from "./excerpt.ts";

const long = Array.from({ length: 200 }, (_, n) => `word${n}`).join(" ");
const at = long.indexOf("word150");

test("a short text is shown whole", () => {
  expect(excerptOf("Kukaan ei soittanut.", [])).toEqual({ start: 0, end: 20 });
});

test("a long text without hits shows its beginning", () => {
  expect(excerptOf(long, [])).toEqual({ start: 0, end: 280 });
});

test("a hit far inside is shown with the words around it, and no word is cut at the beginning", () => {
  const { start, end } = excerptOf(long, [[at, at + 7]]);
  expect(start).toBeLessThan(at);
  expect(end).toBeGreaterThan(at + 7);
  expect(long.slice(start - 1, start)).toBe(" ");
});

import { GRID } from "@polku/drawing";
import { expect, test } from "vitest";
import { frozenTop } from "./frozen.ts";

test("frozen lanes go with the map until they reach the stages' heads, and stay there", () => {
  expect(frozenTop([0, 40, 1], 300, 900)).toBe(40);
  expect(frozenTop([0, -500, 1], 300, 900)).toBe(0);
});

test("frozen lanes that would fill the window go along, and so do all when none is frozen", () => {
  expect(frozenTop([0, -500, 1], 300, 400)).toBe(-500);
  expect(frozenTop([0, -500, 0.5], 300, 400)).toBe(2);
  expect(frozenTop([0, -500, 1], GRID.bandHeight, 900)).toBe(-500);
});

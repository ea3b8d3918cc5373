import { GRID } from "@polku/drawing";
import { expect, test } from "vitest";
import { frozenTop, hasRoomBelow } from "./frozen.ts";

test("frozen lanes go with the map until they reach the stages' heads, and stay there", () => {
  expect(frozenTop([0, 40, 1], 300, 900)).toBe(40);
  expect(frozenTop([0, -500, 1], 300, 900)).toBe(0);
});

test("frozen lanes that would fill the window go along, and so do all when none is frozen", () => {
  expect(frozenTop([0, -500, 1], 300, 400)).toBe(-500);
  expect(frozenTop([0, -500, 0.5], 300, 400)).toBe(2);
  expect(frozenTop([0, -500, 1], GRID.bandHeight, 900)).toBe(-500);
});

test("edges stand with frozen cards while they stand lower than they lie, and until their sub-journey goes under", () => {
  const branch = { depth: 1, box: { y: 700 } };
  const seen = (by: number) => hasRoomBelow(branch, 220, by);
  expect([seen(0), seen(1), seen(412), seen(413), seen(2_000)]).toEqual([false, true, true, false, false]);
  expect(hasRoomBelow({ ...branch, depth: 2 }, 220, 10)).toBe(false);
});

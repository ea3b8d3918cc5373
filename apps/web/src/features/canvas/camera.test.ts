import { expect, test } from "vitest";
import { detailAt, visibleSpan } from "./camera.ts";

const columns = Array.from({ length: 1_000 }, (_, i) => ({
  touchpointId: `t${i}`,
  stageId: "s",
  x: i * 200,
  width: 200,
}));

test("a window draws the columns in it and a little beside, whatever the map's length", () => {
  const [from, to] = visibleSpan(columns, 100_000, 101_400);
  expect(from).toBeLessThanOrEqual(498);
  expect(from).toBeGreaterThan(490);
  expect(to).toBeGreaterThanOrEqual(508);
  expect(to).toBeLessThan(516);
});

test("panning inside a unit changes nothing, so nothing is drawn anew", () => {
  expect(visibleSpan(columns, 100_000, 101_400)).toEqual(visibleSpan(columns, 100_020, 101_420));
});

test("both ends of the map are reached", () => {
  expect(visibleSpan(columns, -5_000, -100)).toEqual([0, 4]);
  expect(visibleSpan(columns, 199_900, 300_000)[1]).toBe(1_000);
  expect(visibleSpan([], 0, 100)).toEqual([0, 0]);
});

test("three levels of detail", () => {
  expect([0.1, 0.4, 1].map(detailAt)).toEqual(["far", "middle", "near"]);
});

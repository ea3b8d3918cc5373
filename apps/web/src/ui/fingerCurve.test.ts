import { expect, test } from "vitest";
import { pathThrough, placeAt } from "./fingerCurve.ts";

const box = { left: 10, top: 100, width: 300, height: 160 };

test.each([
  ["at the top of the first", 10, 100, 0, 2],
  ["in the middle of the second", 160, 180, 1, 0],
  ["a step below the middle", 160, 216, 1, -1],
  ["far outside", 9_000, 9_000, 2, -2],
  ["before the box", -50, -50, 0, 2],
])("a finger %s of three moments tells which, and how it felt", (_, clientX, clientY, i, v) => {
  expect(placeAt(box, { clientX, clientY }, 3)).toEqual({ i, v });
});

test("the line goes through every drawn point and through none that is not", () => {
  expect(pathThrough([])).toBe("");
  expect(pathThrough([{ x: 0.25, v: 1 }])).toBe("M100,44");
  expect(
    pathThrough([
      { x: 0.25, v: 1 },
      { x: 0.75, v: -1 },
    ]),
  ).toBe("M100,44C200,44 200,116 300,116");
});

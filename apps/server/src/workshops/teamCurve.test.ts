import { expect, test } from "vitest";
import { teamCurve } from "./teamCurve.ts";

const stroke = (drawerId: string, touchpointId: string, v: number) => ({ drawerId, touchpointId, v });

test("the team's curve is the mean and the spread of each moment, and how many drew", () => {
  const drawn = [
    stroke("a", "call", 1),
    stroke("b", "call", -2),
    stroke("c", "call", 1),
    stroke("a", "wait", -0.5),
  ];
  expect(teamCurve("s", drawn)).toEqual({
    stepId: "s",
    drawers: 3,
    points: [
      { touchpointId: "call", n: 3, mean: 0, sd: Math.sqrt(3), low: -2, high: 1 },
      { touchpointId: "wait", n: 1, mean: -0.5, sd: null, low: -0.5, high: -0.5 },
    ],
  });
});

test("it is the same in whatever order the curves came, and nobody's id is in it", () => {
  const drawn = [stroke("zz-person", "b", 1), stroke("yy-person", "a", 2), stroke("zz-person", "a", -1)];
  expect(teamCurve("s", drawn.toReversed())).toEqual(teamCurve("s", drawn));
  expect(JSON.stringify(teamCurve("s", drawn))).not.toContain("person");
});

test("where nobody drew there is nothing", () => {
  expect(teamCurve("s", [])).toEqual({ stepId: "s", drawers: 0, points: [] });
});

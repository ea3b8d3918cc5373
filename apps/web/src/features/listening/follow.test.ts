import { expect, test } from "vitest";
import { stepTo } from "./follow.ts";

test("who is far away leaps, who is near catches up, who is there goes on", () => {
  expect(stepTo(2, 3)).toEqual({ leapTo: 3, rate: 1 });
  expect(stepTo(3, 2)).toEqual({ leapTo: 2, rate: 1 });
  expect(stepTo(2, 2.1)).toEqual({ rate: 1.06 });
  expect(stepTo(2.1, 2)).toEqual({ rate: 0.94 });
  expect(stepTo(2.01, 2)).toEqual({ rate: 1 });
});

test("two windows that follow the same clock are within half a second of each other at once, and close in a few seconds", () => {
  let [ana, ben] = [0, 0.24];
  for (let tick = 1; tick <= 40; tick += 1) {
    const room = tick * 0.25;
    const next = (own: number): number => {
      const { leapTo, rate } = stepTo(own, room - 0.25);
      return (leapTo ?? own) + 0.25 * rate;
    };
    [ana, ben] = [next(ana), next(ben)];
    expect(Math.abs(ana - ben)).toBeLessThan(0.5);
  }
  expect(Math.abs(ana - ben)).toBeLessThan(0.06);
});

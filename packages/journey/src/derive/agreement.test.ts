import { expect, test } from "vitest";
import { agreement } from "./agreement.ts";

const pairs = (...of: [number, number][]) => of.map(([first, second]) => ({ first, second }));

test("nothing rated twice is no agreement and no disagreement", () => {
  expect(agreement([])).toEqual({ n: 0, same: null, kappa: null });
});

test("who always agree have kappa 1; who both say the same of everything have none", () => {
  expect(agreement(pairs([-2, -2], [1, 1], [2, 2]))).toEqual({ n: 3, same: 1, kappa: 1 });
  expect(agreement(pairs([1, 1], [1, 1]))).toEqual({ n: 2, same: 1, kappa: null });
});

test("a worked example: kappa is what is left above chance, a step apart weighing less than four", () => {
  // Observed: (0 + 1 + 0 + 16) / 4 = 4.25. Expected, every first with every second: (4 + 3 + 12 + 12) / 4 = 7.75.
  const { same, kappa } = agreement(pairs([-2, -2], [-1, -2], [2, 2], [2, -2]));
  expect(same).toBe(0.5);
  expect(kappa).toBeCloseTo(1 - 4.25 / 7.75, 10);
  const near = agreement(pairs([-2, -1], [-1, -2], [2, 1], [1, 2])).kappa ?? 0;
  const far = agreement(pairs([-2, 2], [-1, 1], [2, -2], [1, -1])).kappa ?? 0;
  expect(near).toBeGreaterThan(0.5);
  expect(far).toBe(-1);
});

test("a valence between two steps counts as the nearer one", () => {
  expect(agreement(pairs([0.4, 0], [-0.5, -1])).same).toBe(1);
});

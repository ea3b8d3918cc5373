import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makePace } from "./pace.ts";

describe("a pace", () => {
  test("lets a burst through, then as many as time allows", () => {
    let now = 0;
    const pace = makePace({ now: () => now }, 10, 3);
    expect([pace.take(), pace.take(), pace.take(), pace.take()]).toEqual([true, true, true, false]);
    expect(pace.wait()).toBe(100);
    now = 100;
    expect([pace.wait(), pace.take(), pace.take()]).toEqual([0, true, false]);
    now = 60_000;
    expect([1, 2, 3, 4].map(() => pace.take())).toEqual([true, true, true, false]);
  });

  test("never lets more through than burst and time together, also when the clock jumps back", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -500, max: 500 }), { maxLength: 200 }), (steps) => {
        let now = 10_000;
        let forward = 0;
        const pace = makePace({ now: () => now }, 20, 5);
        let passed = 0;
        for (const step of steps) {
          now += step;
          forward += Math.max(0, step);
          if (pace.take()) passed += 1;
        }
        expect(passed).toBeLessThanOrEqual(5 + (forward / 1_000) * 20);
      }),
    );
  });
});

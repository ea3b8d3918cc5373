import { describe, expect, test } from "vitest";
import { freshTimer, leftOf, turnTimer } from "./timer.ts";

const step = { minutes: 10 };
const min = 60_000;

describe("the timer of a step", () => {
  test("stands at the step's whole time, runs, is paused with what is left, and goes on from there", () => {
    const fresh = freshTimer(step);
    expect(fresh).toEqual({ state: "standing", leftMs: 10 * min });
    const running = turnTimer(fresh, "start", step, 1_000);
    expect(running).toEqual({ state: "running", endsAt: 1_000 + 10 * min });
    const paused = turnTimer(running, "pause", step, 1_000 + 4 * min);
    expect(paused).toEqual({ state: "standing", leftMs: 6 * min });
    expect(turnTimer(paused, "start", step, 99 * min)).toEqual({ state: "running", endsAt: 105 * min });
  });

  test("a minute is added to what is left, running or not, and also when the time is over", () => {
    const running = { state: "running", endsAt: 5 * min } as const;
    expect(turnTimer(running, "addMinute", step, 3 * min)).toEqual({ state: "running", endsAt: 6 * min });
    expect(turnTimer(running, "addMinute", step, 9 * min)).toEqual({ state: "running", endsAt: 10 * min });
    expect(turnTimer({ state: "standing", leftMs: 0 }, "addMinute", step, 0)).toEqual({
      state: "standing",
      leftMs: min,
    });
  });

  test("one that has run out has nothing left, and starts anew with the whole time", () => {
    const over = { state: "running", endsAt: 5 } as const;
    expect(leftOf(over, 900)).toBe(0);
    expect(turnTimer(over, "start", step, 1_000)).toEqual({ state: "running", endsAt: 1_000 + 10 * min });
    expect(turnTimer(over, "stop", step, 1_000)).toEqual(freshTimer(step));
  });
});

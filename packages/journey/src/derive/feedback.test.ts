import { describe, expect, test } from "vitest";
import {
  arrivingMood,
  balance,
  changes,
  closedLoop,
  dialogue,
  empathyIndex,
  expectationZone,
  lift,
  outerLoop,
  parseMoment,
  perceivedValence,
  ratingToValence,
  responseRate,
  skew,
  speedIndex,
  urgency,
} from "./index.ts";

describe("conversations", () => {
  test("an automatic reply and the system's notes answer nobody", () => {
    const found = dialogue([
      { role: "customer", at: "2026-11-02T08:00:00Z" },
      { role: "human", at: "2026-11-02T08:00:01Z", agent: "a", auto: true },
      { role: "system", at: "2026-11-02T08:00:02Z" },
    ]);
    expect(found).toMatchObject({ turns: 1, human: 0, hoursToHuman: null, unanswered: true });
  });

  test("messages out of order are put in order, and one speaker's together are one turn", () => {
    const found = dialogue([
      { role: "customer", at: "2026-11-02T10:00:00+02:00" },
      { role: "human", at: "2026-11-02T08:30:00Z", agent: "a" },
      { role: "customer", at: "2026-11-02T09:00:00Z" },
      { role: "customer", at: "2026-11-02T08:01:00Z" },
      { role: "human", at: "2026-11-02T08:31:00Z", agent: "a" },
    ]);
    expect(found).toMatchObject({ turns: 3, customer: 2, human: 1, isDialogue: true, hoursToHuman: 0.5 });
  });
});

describe("the loop", () => {
  const now = Date.UTC(2026, 10, 22);
  test("open for exactly the promised time is still pending", () => {
    const at = "2026-11-20T00:00:00Z";
    expect(closedLoop([{ at, closedAt: null, contactable: true }], now)).toMatchObject({
      pending: 1,
      rate: null,
    });
    expect(closedLoop([{ at, closedAt: null, contactable: true }], now + 1)).toMatchObject({
      decided: 1,
      rate: 0,
    });
  });

  test("what was decided counts as closed only when customers were told", () => {
    expect(outerLoop(["open", "decided", "shipped", "told_customers"])).toEqual({
      decided: 3,
      told: 1,
      rate: 1 / 3,
    });
    expect(outerLoop(["open"]).rate).toBeNull();
  });

  test("a case without times is passed over, not counted as slow", () => {
    expect(
      speedIndex([
        { hoursToFirst: null, hoursToResolve: null },
        { hoursToFirst: 0.5, hoursToResolve: null },
      ]),
    ).toBe(100);
  });

  test("recovery is clamped, and one part alone is no index", () => {
    expect(empathyIndex({ human: 1, dialogue: 0.75, closed: 0.8, recovery: 2.5 })).toBeCloseTo(88.75, 9);
    expect(empathyIndex({ human: null, dialogue: null, closed: null, recovery: 4 })).toBeNull();
    expect(balance(null, 50)).toBeNull();
    expect(balance(49.9, 49.9)).toMatchObject({ quadrant: "slow_and_faceless" });
  });
});

describe("ratings and rates", () => {
  test("every scale ends at its ends, and outside says nothing", () => {
    const ends = (scale: string, xs: (number | string | null)[]) => xs.map((x) => ratingToValence(scale, x));
    expect(ends("csat7", [1, 4, 7, 0, 8])).toEqual([-2, 0, 2, null, null]);
    expect(ends("ces7_effort", [1, 7, 0])).toEqual([2, -2, null]);
    expect(ends("percent", [0, 50, 100, -1, 101])).toEqual([-2, 0, 2, null, null]);
    expect(ends("thumb", [0, 1, 2, 0.5])).toEqual([-1, 1, null, null]);
    expect(ends("smiley4", [1, 2, 3, 4, 0, 5])).toEqual([-2, -1, 1, 2, null, null]);
    expect(ends("zendesk", ["good", "bad", 1, 0, "offered"])).toEqual([1, -1, 1, -1, null]);
    expect(ends("nps", [0, 6, 10, -1, null, Number.NaN])).toEqual([-2, -0.5, 2, null, null, null]);
    expect(ends("fathoms", [3])).toEqual([null]);
  });

  test("300 of 1,000 is not thin, and more answers than questions is no rate", () => {
    expect(responseRate(1000, 300)).toEqual({ rate: 0.3, warn: null });
    expect(responseRate(10, 11)).toEqual({ rate: null, warn: "invalid" });
    expect(responseRate(10, -1)).toEqual({ rate: null, warn: "invalid" });
    expect(responseRate(10, null)).toEqual({ rate: null, warn: "response_rate_unknown" });
  });

  test("nothing attached has no skew, and a library of one mind none either", () => {
    expect(skew([], [1, 2])).toEqual({ delta: null, z: null, warn: null });
    const same = Array.from({ length: 20 }, () => 1);
    expect(skew([1, 1, 1, 1, 1], same)).toEqual({ delta: 0, z: null, warn: null });
  });
});

describe("expectation and mood", () => {
  test("adequate is one below desired unless said, and exactly adequate is tolerated", () => {
    expect(expectationZone(0, 1)).toEqual({ gap5: -1, zone: "tolerated" });
    expect(expectationZone(-0.1, 1)?.zone).toBe("below_tolerance");
    expect(expectationZone(1, 1)?.zone).toBe("confirmed");
    expect(expectationZone(null, 1)).toBeNull();
    expect(expectationZone(1, null)).toBeNull();
  });

  test("perceived is what three people said, else what was drawn, and marked as assumed", () => {
    expect(perceivedValence({ mean: -1, nv: 3 }, 2)).toEqual({ v: -1, assumed: false });
    expect(perceivedValence({ mean: -1, nv: 2 }, 2)).toEqual({ v: 2, assumed: true });
    expect(perceivedValence({ mean: null, nv: 0 }, null)).toEqual({ v: null, assumed: true });
  });

  test("urgency at its edges", () => {
    expect([urgency(-1, 4), urgency(1, 4), urgency(-1, 3), urgency(-0.9, 5), urgency(null, 5)]).toEqual([
      "fix_first",
      "highlight",
      "normal",
      "normal",
      "normal",
    ]);
  });

  test("a touchpoint lifts by its last moment minus its first, and changes from the last one drawn", () => {
    const down = [
      { t: 0.9, v: -2 },
      { t: 0.1, v: 1 },
    ];
    expect(lift(down)).toBe(-3);
    expect(lift([])).toBeNull();
    expect(changes([[{ t: 0.5, v: 1 }], [], down])).toEqual([null, null, -1.5]);
    expect(arrivingMood(down)).toBe(-2);
    expect(arrivingMood([])).toBeNull();
  });
});

test("a time without a zone is read as UTC on every machine, and what is no moment is none", () => {
  expect(parseMoment("2026-11-22T02:00:00+02:00")).toBe(Date.UTC(2026, 10, 22));
  expect(parseMoment("2026-11-22 00:00")).toBe(Date.UTC(2026, 10, 22));
  expect(parseMoment("2025-03-13T09:14+02:00")).toBe(Date.UTC(2025, 2, 13, 7, 14));
  expect(parseMoment("2026-02-30")).toBeNull();
  expect(parseMoment("soon")).toBeNull();
  expect(parseMoment(null)).toBeNull();
});

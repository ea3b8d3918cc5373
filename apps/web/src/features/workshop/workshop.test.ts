import type { WorkshopPulse } from "@polku/protocol";
import { describe, expect, test } from "vitest";
import type { KnownWorkshop } from "../../api/workshop.ts";
import { en } from "../../i18n/en.ts";
import { fi } from "../../i18n/fi.ts";
import { whereApart } from "../../session/whereApart.ts";
import { clockFace, secondsLeft } from "./StepTimer.tsx";
import { TEMPLATE_NAMES, TEMPLATES } from "./templates.ts";
import { withPulse } from "./useWorkshop.ts";

const known: KnownWorkshop = {
  now: 1_000,
  ahead: 0,
  workshop: {
    id: "w",
    title: "T",
    startedAt: "2026-11-24T10:00:00.000Z",
    contents: 4,
    steps: [],
    stepId: "a",
    timer: { state: "standing", leftMs: 60_000 },
    brought: null,
    counts: { writers: 0, drafts: 0, voters: 0, drawers: 0, ready: 0 },
    notes: [],
    tallies: [],
    curves: [],
    revealed: [],
  },
  own: { drafts: [{ id: "d", stepId: "a", text: "oma", v: null }], dots: [], points: [], heard: [] },
  mayLead: false,
  mayWrite: true,
  mayVote: true,
};
const pulse: WorkshopPulse = {
  t: "workshop",
  now: 5_000,
  id: "w",
  contents: 4,
  stepId: "a",
  timer: { state: "running", endsAt: 65_000 },
  brought: { x: 1, y: 2, width: 3, hold: false, at: 4 },
  counts: { writers: 2, drafts: 3, voters: 0, drawers: 1, ready: 0 },
};

describe("what a pulse tells", () => {
  test("timer, numbers and the server's clock are taken over; one's own words stay", () => {
    const next = withPulse(known, pulse, 3_000);
    expect(next).toMatchObject({
      ahead: 2_000,
      workshop: { timer: pulse.timer, brought: pulse.brought, counts: pulse.counts },
    });
    expect(next?.own).toBe(known.own);
  });

  test("other contents, or another workshop, must be asked for", () => {
    expect(withPulse(known, { ...pulse, contents: 5 }, 0)).toBeNull();
    expect(withPulse(known, { ...pulse, id: "other" }, 0)).toBeNull();
    expect(withPulse({ ...known, workshop: null }, pulse, 0)).toBeNull();
  });

  test("the end is the end", () => {
    expect(withPulse(known, { ...pulse, id: null }, 0)?.workshop).toBeNull();
  });
});

describe("the time that is left", () => {
  test("is the server's, however wrong this window's clock is, and never below nothing", () => {
    expect(secondsLeft(pulse.timer, 2_000, 3_000)).toBe(60);
    expect(secondsLeft(pulse.timer, -500_000, 505_000)).toBe(60);
    expect(secondsLeft(pulse.timer, 0, 99_000)).toBe(0);
    expect(secondsLeft({ state: "standing", leftMs: 61_001 }, 0, 0)).toBe(62);
  });

  test.each([
    [0, "0:00"],
    [59, "0:59"],
    [754, "12:34"],
    [3_600, "60:00"],
  ])("%i s reads %s", (seconds, face) => expect(clockFace(seconds)).toBe(face));
});

describe("where the team's curve and the customers' part", () => {
  const point = (touchpointId: string, mean: number) => ({
    touchpointId,
    n: 3,
    mean,
    sd: 1,
    low: -2,
    high: 2,
  });

  test("is told from a whole step on, the worst first; where nobody has said anything it is not told", () => {
    const curve = {
      stepId: "a",
      drawers: 3,
      points: [point("call", 1), point("wait", 0.5), point("bill", 2), point("home", -1)],
    };
    const heard = new Map([
      ["call", -0.5],
      ["wait", 0],
      ["home", -2],
    ]);
    expect(whereApart(curve, heard)).toEqual([
      { id: "call", team: 1, customers: -0.5 },
      { id: "home", team: -1, customers: -2 },
    ]);
  });
});

test.each(TEMPLATE_NAMES)("every step of the agenda “%s” has its words in both languages", (name) => {
  for (const words of [en.workshop.templates[name], fi.workshop.templates[name]]) {
    expect(Object.keys(words.steps)).toEqual(Object.keys(TEMPLATES[name]));
    for (const step of Object.values<string[]>(words.steps)) {
      expect(step).toHaveLength(2);
      expect(step[0]?.length).toBeLessThanOrEqual(160);
    }
  }
});

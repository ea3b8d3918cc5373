import { describe, expect, test } from "vitest";
import {
  applyCommand,
  compareJourneys,
  exportJourney,
  futureStateOf,
  hopesBefore,
  restoreJourney,
  viewOfFile,
} from "../src/index.ts";
import { contextOf, freshJourney, run, twoPeople, view } from "./people.ts";

function hoping(desired = 1) {
  const { doc, context } = freshJourney();
  const [touchpointId = "", other = ""] = view(context).path.touchpointIds;
  run(context, "setTouchpoint", {
    touchpointId,
    set: { expectation: { desired, adequate: -1, formedBy: "an advertisement" } },
  });
  return { doc, context, touchpointId, other };
}

describe("what was hoped for before", () => {
  test("J30 is kept with its day and reason when it changes, and what is hoped for now is set with it", () => {
    const { context, touchpointId } = hoping();
    run(context, "changeExpectation", {
      touchpointId,
      desired: 2,
      until: "2026-05-01",
      why: "A rival answers at night",
    });
    expect(view(context).touchpoints.get(touchpointId)?.expectation).toEqual({
      desired: 2,
      adequate: null,
      formedBy: null,
    });
    expect(view(context).pastExpectations).toMatchObject([
      {
        touchpointId,
        desired: 1,
        adequate: -1,
        formedBy: "an advertisement",
        until: "2026-05-01",
        why: "A rival answers at night",
      },
    ]);
  });

  test("J30 is refused where nothing was hoped for, and for a day that is none; a correction leaves no trace", () => {
    const { context, touchpointId, other } = hoping();
    const change = (args: object) => applyCommand(context, "changeExpectation", { desired: 0, ...args });
    expect(change({ touchpointId: other, until: "2026-05-01" })).toMatchObject({ code: "not_allowed_here" });
    expect(change({ touchpointId, until: "last spring" })).toMatchObject({ field: "until" });
    expect(change({ touchpointId: "gone", until: "2026-05-01" })).toMatchObject({ code: "not_found" });
    run(context, "setTouchpoint", { touchpointId, set: { expectation: { desired: 0 } } });
    expect(view(context).pastExpectations).toEqual([]);
  });

  test("J30 two who change it at once both leave what they found", () => {
    const { ana, ben, meet } = twoPeople();
    const [touchpointId = ""] = view(ana).path.touchpointIds;
    run(ana, "setTouchpoint", { touchpointId, set: { expectation: { desired: 1 } } });
    meet();
    run(ana, "changeExpectation", { touchpointId, desired: 2, until: "2026-05-01", why: "Ana heard" });
    run(ben, "changeExpectation", { touchpointId, desired: 0, until: "2026-06-01", why: "Ben heard" });
    meet();
    expect(view(ana)).toEqual(view(ben));
    expect(view(ana).pastExpectations.map(({ why }) => why)).toEqual(["Ana heard", "Ben heard"]);
  });

  test("J30 goes with its touchpoint, comes back with it, is merged, undone by restoring, and stays out of a future state", () => {
    const { doc, context, touchpointId, other } = hoping();
    run(context, "changeExpectation", { touchpointId, desired: 2, until: "2026-05-01" });
    const kept = exportJourney(doc);
    run(context, "deleteTouchpoint", { touchpointId });
    expect(view(context).pastExpectations).toEqual([]);
    run(context, "restoreDeleted", { map: "touchpoints", id: touchpointId });
    run(context, "mergeTouchpoints", { touchpointId: other, withId: touchpointId });
    expect(view(context).pastExpectations).toMatchObject([{ touchpointId: other, desired: 1 }]);
    const restored = restoreJourney(contextOf(doc, "ben"), kept);
    expect(restored.ok).toBe(true);
    expect(view(context).pastExpectations).toMatchObject([{ touchpointId, desired: 1 }]);
    const then = viewOfFile(futureStateOf(exportJourney(doc), "Then"));
    expect(then.ok && then.value.pastExpectations).toEqual([]);
  });

  test("J30 is told as a change of its touchpoint, and held by a lock on its stage", () => {
    const { context, touchpointId } = hoping();
    const before = view(context);
    const pastId = run(context, "changeExpectation", { touchpointId, desired: 2, until: "2026-05-01" });
    expect(compareJourneys(before, view(context))).toContainEqual(
      expect.objectContaining({ kind: "expectation", deed: "added", was: 1 }),
    );
    const stageId = view(context).path.stages[0]?.id;
    run(context, "setLock", { on: "stages", id: stageId, locked: true });
    const set = { why: "Mine" };
    expect(applyCommand(context, "setPastExpectation", { pastId, set })).toMatchObject({ code: "locked" });
    expect(applyCommand(context, "deletePastExpectation", { pastId })).toMatchObject({ code: "locked" });
  });
});

describe("the expectation line of before", () => {
  const past = (touchpointId: string, desired: number, until: string | null) => ({
    id: `${touchpointId}${until}`,
    touchpointId,
    desired,
    adequate: null,
    formedBy: null,
    until,
    why: null,
  });
  const now = new Map(
    (["a", "b"] as const).map((id) => [id, { expectation: { desired: 2, adequate: null, formedBy: null } }]),
  );
  const lines = (list: ReturnType<typeof past>[]) =>
    hopesBefore(now, list).map(({ until, hopes }) => [
      until,
      [...hopes.values()].map(({ desired }) => desired),
    ]);

  test("is that of now where nothing had changed yet, the newest line first", () => {
    expect(lines([])).toEqual([]);
    expect(
      lines([past("a", 1, "2026-05-01"), past("a", 0, "2025-03-01T10:00:00Z"), past("b", -1, "2025-09-09")]),
    ).toEqual([
      ["2026-05-01", [1, 2]],
      ["2025-09-09", [1, -1]],
      ["2025-03-01", [0, -1]],
    ]);
  });

  test("begins with what nobody can date", () => {
    expect(lines([past("a", -2, null), past("a", 1, "2026-05-01")])).toEqual([
      ["2026-05-01", [1, 2]],
      ["", [-2, 2]],
    ]);
  });
});

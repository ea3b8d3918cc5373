import { expect, test } from "vitest";
import { applyCommand, readJourney } from "../index.ts";
import { freshJourney } from "../../test/people.ts";
import { replyMeasures } from "./replyMeasures.ts";

/** A complaint with its steps: give, hear, resolve, told, and how each is met and when it begins. */
function complaint() {
  const { context } = freshJourney();
  const run = (name: string, args: unknown): string => {
    const result = applyCommand(context, name, args);
    if (!result.ok) throw new Error(`${name}: ${result.code} ${result.field}`);
    return result.value.id;
  };
  const view = () => readJourney(context.doc);
  const [touchpointId = ""] = view().path.touchpointIds;
  const id = run("openFeedback", { touchpointId, kind: "complaint" });
  const stage = (phase: string) =>
    view()
      .subJourneys.get(id)
      ?.path.stages.find((one) => one.phase === phase);
  const step = (phase: string): string => stage(phase)?.touchpointIds[0] ?? "";
  const set = (phase: string, attributes: Record<string, unknown>) =>
    run("setTouchpoint", { touchpointId: step(phase), set: attributes });
  const measures = () => {
    const sub = view().subJourneys.get(id);
    if (!sub) throw new Error("The complaint is there.");
    return replyMeasures(view(), sub);
  };
  return { run, stage, step, set, measures, parent: touchpointId };
}

test("without times nothing is said of speed, and nothing is late", () => {
  const { measures } = complaint();
  expect(measures()).toMatchObject({
    hoursToHuman: null,
    hoursToTold: null,
    speed: null,
    late: false,
    quadrant: null,
  });
});

test("the clock starts where the customer tells, and stops at the first person, at the resolution and at the telling", () => {
  const { run, stage, set, measures } = complaint();
  set("trigger", { startsAt: "2026-03-01T00:00:00Z" });
  set("give", { startsAt: "2026-03-02T10:00:00Z" });
  set("hear", { startsAt: "2026-03-02T16:00:00Z", contactKind: "human" });
  set("resolve", { startsAt: "2026-03-05T10:00:00Z" });
  const told = run("addTouchpoint", { stageId: stage("told")?.id });
  run("setTouchpoint", { touchpointId: told, set: { startsAt: "2026-03-06T10:00:00Z" } });
  // 6 h to a person (1 h is at once, 72 h is never) and 72 h to the resolution (24 h and 336 h): method A8.
  const found = measures();
  expect(found).toMatchObject({ hoursToHuman: 6, hoursToResolve: 72, hoursToTold: 96, late: true });
  expect(found.speed).toBeCloseTo(50 * (1 - Math.log(6) / Math.log(72) + 1 - Math.log(3) / Math.log(14)), 6);
});

test("told in time is not late; the boundary is the hours promised", () => {
  const { run, stage, set, measures } = complaint();
  set("give", { startsAt: "2026-03-02T10:00:00Z" });
  const told = run("addTouchpoint", { stageId: stage("told")?.id });
  run("setTouchpoint", { touchpointId: told, set: { startsAt: "2026-03-04T10:00:00Z" } });
  expect(measures()).toMatchObject({ hoursToTold: 48, late: false });
  run("setTouchpoint", { touchpointId: told, set: { startsAt: "2026-03-04T10:00:01Z" } });
  expect(measures().late).toBe(true);
});

test("a neighbour and silence answer nobody; machines are counted apart from people", () => {
  const { set, measures } = complaint();
  expect(measures()).toMatchObject({ personal: 2, assisted: 0, canned: 0, isDialogue: true });
  set("hear", { contactKind: "bot" });
  set("resolve", { contactKind: "assisted" });
  expect(measures()).toMatchObject({ personal: 0, assisted: 1, canned: 1, isDialogue: false });
  expect(measures().parts).toMatchObject({ human: 0.5, dialogue: 0, closed: 0 });
  set("resolve", { official: false });
  expect(measures()).toMatchObject({ personal: 0, assisted: 0, canned: 1 });
  set("hear", { contactKind: "none" });
  expect(measures()).toMatchObject({ canned: 0, isDialogue: null, parts: { human: null } });
});

test("recovery is how much better the customer leaves than they came", () => {
  const { run, step, parent, measures } = complaint();
  expect(measures().parts.recovery).toBeNull();
  run("addEmotionPoint", { touchpointId: parent, t: 0.9, v: -1.5 });
  run("addEmotionPoint", { touchpointId: step("resolve"), t: 0.5, v: 1 });
  expect(measures().parts.recovery).toBe(2.5);
});

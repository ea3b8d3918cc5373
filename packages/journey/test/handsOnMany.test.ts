import { describe, expect, test } from "vitest";
import {
  applyCommand,
  cellKey,
  createUndo,
  exportJourney,
  findWords,
  laneIndexAbove,
  laneIndexBeside,
  lanesAsTheyLie,
  readTrash,
  watchJourney,
} from "../src/index.ts";
import { findEntity } from "../src/schema.ts";
import {
  cellOf,
  freshJourney,
  laneOf,
  run,
  stageOf,
  touchpointOf,
  twoPeople,
  view,
  write,
} from "./people.ts";

describe("columns", () => {
  test("[J20] a column that is split keeps the words of the one who types in it, and the shape of its curve", () => {
    const { ana, ben, meet } = twoPeople();
    const touchpointId = touchpointOf(ana);
    write(ana, "pain", touchpointId, "waits");
    run(ana, "addEmotionPoint", { touchpointId, t: 0.25, v: -1 });
    run(ana, "addEmotionPoint", { touchpointId, t: 0.75, v: 2 });
    meet();
    const right = run(ana, "splitTouchpoint", { touchpointId });
    write(ben, "pain", touchpointId, "waits and waits");
    meet();
    for (const one of [ana, ben]) {
      expect(view(one).path.touchpointIds.slice(0, 2)).toEqual([touchpointId, right]);
      expect(cellOf(one, "pain", touchpointId)).toEqual(["waits and waits"]);
      expect(view(one).touchpoints.get(touchpointId)?.points).toMatchObject([{ t: 0.5, v: -1 }]);
      expect(view(one).touchpoints.get(right)?.points).toMatchObject([{ t: 0.5, v: 2 }]);
    }
  });

  test("[J20] merging keeps every block, pin, sub-journey and point, and one sentence counts once", () => {
    const { ana, ben, meet } = twoPeople();
    const [left, right] = [touchpointOf(ana), touchpointOf(ana, 1)];
    write(ana, "pain", left, "one");
    write(ana, "pain", right, "two");
    run(ana, "addEmotionPoint", { touchpointId: right, t: 0.5, v: 1 });
    run(ana, "pinQuote", { quoteId: "q1", touchpointId: left });
    const doubled = run(ana, "pinQuote", { quoteId: "q1", touchpointId: right });
    const pinId = run(ana, "pinQuote", { quoteId: "q2", touchpointId: right, t: 0.5 });
    const sub = run(ana, "openFeedback", { touchpointId: right });
    meet();
    run(ana, "mergeTouchpoints", { touchpointId: left, withId: right });
    write(ben, "pain", right, "two, still typing");
    meet();
    const merged = view(ben).touchpoints.get(left);
    expect(cellOf(ben, "pain", left)?.toSorted()).toEqual(["one", "two, still typing"]);
    expect(merged?.points).toMatchObject([{ t: 0.75, v: 1 }]);
    expect(merged?.pins.map(({ id }) => id)).toContain(pinId);
    expect(merged?.pins.map(({ id }) => id)).not.toContain(doubled);
    expect(merged?.subJourneyIds).toEqual([sub]);
    expect(view(ben).touchpoints.has(right)).toBe(false);
  });

  test("[J11] words that move to another touchpoint leave their old place in a view that is watched", () => {
    const { context } = freshJourney();
    const [left, right] = [touchpointOf(context), touchpointOf(context, 1)];
    const block = write(context, "pain", right, "two");
    const watch = watchJourney(context.doc);
    // As a merge arrives whose other half, that the touchpoint is gone, was undone by somebody meanwhile.
    const words = context.doc.getMap("cells").get(block) as { set(key: string, value: string): void };
    words.set("touchpointId", left);
    expect(watch.view().cells).toEqual(view(context).cells);
    expect(watch.view().cells.has(cellKey(laneOf(context, "pain"), right))).toBe(false);
    watch.close();
  });

  test("[J20] a touchpoint cannot be merged into one of its own sub-journey", () => {
    const { context } = freshJourney();
    const sub = run(context, "openFeedback", { touchpointId: touchpointOf(context) });
    const inner = view(context).subJourneys.get(sub)?.path.touchpointIds[0];
    const args = { touchpointId: inner, withId: touchpointOf(context) };
    expect(applyCommand(context, "mergeTouchpoints", args)).toMatchObject({ code: "not_allowed_here" });
  });
});

describe("many at once", () => {
  test("[J3] an attribute is set on many at once, in one step, and one deleted meanwhile is passed over", () => {
    const { ana, ben, meet } = twoPeople();
    const [left, right] = [touchpointOf(ana), touchpointOf(ana, 1)];
    const undo = createUndo(ana.doc, ana.origin);
    run(ben, "deleteTouchpoint", { touchpointId: right });
    run(ben, "setTouchpoint", { touchpointId: left, set: { mot: true } });
    meet();
    run(ana, "setTouchpoints", {
      touchpointIds: [left, right],
      set: { channel: "chat", effort: { customer: 2 } },
    });
    meet();
    const facts = { channel: "chat", mot: true, effort: { customer: 2, company: null } };
    expect(view(ben).touchpoints.get(left)).toMatchObject(facts);
    undo.undo();
    meet();
    expect(view(ben).touchpoints.get(left)).toMatchObject({ channel: "other", mot: true });
  });

  test("many touchpoints move to one place in the order they are named, as one step of undo", () => {
    const { context } = freshJourney();
    const undo = createUndo(context.doc, "ana", 0);
    const [a = "", b = "", c = ""] = view(context).path.touchpointIds;
    run(context, "moveTouchpoints", { touchpointIds: [c, a], stageId: stageOf(context, 1), index: 0 });
    expect(view(context).path.touchpointIds).toEqual([c, a, b]);
    undo.undo();
    expect(view(context).path.touchpointIds).toEqual([a, b, c]);
  });

  test("what somebody else has deleted in the same instant does not stop the deletion of the others", () => {
    const { context } = freshJourney();
    run(context, "deleteTouchpoint", { touchpointId: touchpointOf(context) });
    const gone = touchpointOf(context);
    run(context, "deleteThings", { touchpointIds: ["nobody", gone], laneIds: [laneOf(context, "pain")] });
    expect(view(context).touchpoints.has(gone)).toBe(false);
    expect(laneOf(context, "pain")).toBe("");
  });

  test("[J19] what was deleted is listed with who and when, and comes back with everything in it", () => {
    const { context } = freshJourney();
    const touchpointId = touchpointOf(context);
    write(context, "pain", touchpointId, "waits");
    const before = exportJourney(context.doc);
    run(context, "deleteStage", { stageId: stageOf(context) });
    const [item] = readTrash(context.doc);
    expect(item).toMatchObject({ map: "stages", title: "Before", by: "ana" });
    run(context, "restoreDeleted", { map: "stages", id: item?.id });
    expect(exportJourney(context.doc)).toEqual(before);
    expect(readTrash(context.doc)).toEqual([]);
  });

  test("[J19] a touchpoint whose stage is gone comes back in the first stage", () => {
    const { context } = freshJourney();
    const touchpointId = touchpointOf(context, 1);
    run(context, "deleteTouchpoint", { touchpointId });
    run(context, "deleteStage", { stageId: stageOf(context, 1) });
    run(context, "restoreDeleted", { map: "touchpoints", id: touchpointId });
    expect(view(context).path.stages[0]?.touchpointIds).toContain(touchpointId);
  });
});

describe("words, views, lanes, undo", () => {
  test("[J26] freezing puts a lane above the others and moves nothing; who reorders meanwhile loses nothing either", () => {
    const { ana, ben, meet } = twoPeople();
    const before = view(ana).lanes.map(({ id }) => id);
    const pain = laneOf(ana, "pain");
    const undo = createUndo(ana.doc, ana.origin);
    run(ana, "setLane", { laneId: pain, set: { frozen: true } });
    run(ben, "moveLane", { laneId: pain, index: 0 });
    run(ben, "setLane", { laneId: laneOf(ben, "emotion"), set: { collapsed: true } });
    meet();
    for (const one of [ana, ben]) {
      expect(lanesAsTheyLie(view(one).lanes)[0]).toMatchObject({ id: pain, frozen: true });
      expect(view(one).lanes[0]?.id).toBe(pain);
      expect(view(one).lanes.find(({ kind }) => kind === "emotion")).toMatchObject({ collapsed: true });
    }
    undo.undo();
    meet();
    expect(view(ben).lanes[0]).toMatchObject({ id: pain, frozen: false });
    expect(
      view(ben)
        .lanes.map(({ id }) => id)
        .toSorted(),
    ).toEqual(before.toSorted());
  });

  test("[J26] a lane goes past what is seen beside it: hidden lanes are passed over, and frozen ones keep to themselves", () => {
    const { context } = freshJourney();
    const [a, b, c, d] = view(context).lanes.map(({ id }) => id);
    if (!a || !b || !c || !d) throw new Error("The blank journey has at least four lanes.");
    const lanes = () => view(context).lanes;
    run(context, "setLane", { laneId: b, set: { hidden: true } });
    expect(laneIndexBeside(lanes(), c, -1)).toBe(0);
    expect(laneIndexBeside(lanes(), a, 1)).toBe(2);
    run(context, "moveLane", { laneId: a, index: 2 });
    expect(
      lanes()
        .slice(0, 4)
        .map(({ id }) => id),
    ).toEqual([b, c, a, d]);
    run(context, "setLane", { laneId: d, set: { frozen: true } });
    expect(laneIndexBeside(lanes(), d, -1)).toBeNull();
    expect(laneIndexBeside(lanes(), c, -1)).toBeNull();
    expect(laneIndexAbove(lanes(), d, b)).toBe(0);
    expect(laneIndexAbove(lanes(), d, null)).toBe(lanes().length - 1);
  });

  test("words are found in titles, notes and cells and replaced at once, whatever their case; what is locked stays", () => {
    const { context } = freshJourney();
    write(context, "pain", touchpointOf(context), "The call. The CALL (again).");
    run(context, "editText", {
      on: "touchpoints",
      id: touchpointOf(context, 1),
      key: "title",
      text: "A call",
    });
    run(context, "setLock", { on: "stages", id: stageOf(context, 1), locked: true });
    expect(findWords(view(context), "call")).toHaveLength(3);
    expect(findWords(view(context), "call", true)).toHaveLength(2);
    expect(findWords(view(context), "(again).")).toHaveLength(1);
    run(context, "replaceWords", { words: "call", with: "visit" });
    expect(cellOf(context, "pain", touchpointOf(context))).toEqual(["The visit. The visit (again)."]);
    expect(view(context).touchpoints.get(touchpointOf(context, 1))?.title).toBe("A call");
  });

  test("replacing words keeps what somebody else types beside them", () => {
    const { ana, ben, meet } = twoPeople();
    write(ana, "pain", touchpointOf(ana), "a call");
    meet();
    run(ana, "replaceWords", { words: "call", with: "visit" });
    write(ben, "pain", touchpointOf(ben), "a long call");
    meet();
    expect(cellOf(ana, "pain", touchpointOf(ana))).toEqual(["a long visit"]);
  });

  test("a template adds the lanes that are missing, in their order, and shows hidden ones", () => {
    const { context } = freshJourney();
    run(context, "setLane", { laneId: laneOf(context, "backstage"), set: { hidden: true } });
    const before = view(context).lanes.map(({ id }) => id);
    run(context, "addLaneTemplate", { template: "blueprint" });
    const { lanes } = view(context);
    const kinds = lanes.map(({ kind }) => kind);
    for (const kind of ["physical_evidence", "line_of_interaction", "frontstage", "support_process"] as const)
      expect(kinds.filter((one) => one === kind)).toHaveLength(1);
    expect(kinds.indexOf("line_of_interaction")).toBeLessThan(kinds.indexOf("frontstage"));
    expect(lanes.map(({ id }) => id).filter((id) => before.includes(id))).toEqual(before);
    expect(lanes.find(({ kind }) => kind === "backstage")?.hidden).toBe(false);
  });

  test("a saved view keeps its filter and where the window looked, whatever a foreign client wrote there; the lane of the cards does not collapse", () => {
    const { context } = freshJourney();
    const sight = { x: 900, y: -40, width: 1_600 };
    run(context, "saveView", { title: "Phone", filter: { channel: ["phone"] }, sight });
    const broken = run(context, "saveView", { title: "Broken" });
    findEntity(context.doc, "savedViews", broken)?.set("sight", { x: 3, y: "far", width: 0 });
    expect(view(context).savedViews).toMatchObject([
      { title: "Phone", filter: { channel: ["phone"] }, sight },
      { title: "Broken", sight: null },
    ]);
    expect(applyCommand(context, "saveView", { title: "Dot", sight: { ...sight, width: 0 } })).toMatchObject({
      code: "out_of_range",
      field: "sight.width",
    });
    const collapse = (kind: string) =>
      applyCommand(context, "setLane", { laneId: laneOf(context, kind), set: { collapsed: true } });
    expect(collapse("touchpoint")).toMatchObject({ code: "not_allowed_here" });
    expect(collapse("pain")).toMatchObject({ ok: true });
  });

  test("[J21] a step of undo is called after its change, there and back", () => {
    const { context } = freshJourney();
    const undo = createUndo<string>(context.doc, "ana", 0);
    undo.name("adding a stage");
    run(context, "addStage", {});
    undo.name("a refused change");
    expect(applyCommand(context, "deleteStage", { stageId: "nobody" }).ok).toBe(false);
    expect(undo.undoName()).toBe("adding a stage");
    undo.undo();
    expect([undo.undoName(), undo.redoName()]).toEqual([null, "adding a stage"]);
    undo.redo();
    expect([undo.undoName(), undo.redoName()]).toEqual(["adding a stage", null]);
  });
});

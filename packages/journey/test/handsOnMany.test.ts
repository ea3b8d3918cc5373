import { describe, expect, test } from "vitest";
import {
  applyCommand,
  cellKey,
  clipFor,
  clipOf,
  createJourneyDoc,
  createUndo,
  exportJourney,
  FEELING_STEPS,
  findWords,
  importJourney,
  laneIndexAbove,
  laneIndexBeside,
  lanesAsTheyLie,
  ownFeelingWord,
  planTable,
  readJourneyFile,
  readTrash,
  TABLE_LIMIT,
  watchJourney,
  type CommandContext,
} from "../src/index.ts";
import { findEntity } from "../src/schema.ts";
import { contextOf, freshJourney, run, twoPeople, view } from "./people.ts";

const first = (context: CommandContext) => view(context).path.touchpointIds[0] ?? "";
const second = (context: CommandContext) => view(context).path.touchpointIds[1] ?? "";
const stage = (context: CommandContext, i = 0) => view(context).path.stages[i]?.id ?? "";
const lane = (context: CommandContext, kind: string) =>
  view(context).lanes.find((one) => one.kind === kind)?.id ?? "";
const cell = (context: CommandContext, kind: string, touchpointId: string) =>
  view(context)
    .cells.get(cellKey(lane(context, kind), touchpointId))
    ?.blocks.map(({ text }) => text);
const write = (context: CommandContext, kind: string, touchpointId: string, text: string) =>
  run(context, "editCell", { laneId: lane(context, kind), touchpointId, text });

describe("locks", () => {
  test("[J18] a locked stage refuses every change of what is in it, and pins go on", () => {
    const { context } = freshJourney();
    const touchpointId = first(context);
    const pointId = run(context, "addEmotionPoint", { touchpointId, t: 0.5, v: 1 });
    run(context, "setLock", { on: "stages", id: stage(context), locked: true });
    const before = exportJourney(context.doc);
    for (const [name, args] of [
      ["deleteTouchpoint", { touchpointId }],
      ["moveTouchpoint", { touchpointId, stageId: stage(context, 1), index: 0 }],
      ["moveTouchpoint", { touchpointId: second(context), stageId: stage(context), index: 0 }],
      ["moveTouchpoints", { touchpointIds: [touchpointId], stageId: stage(context, 1), index: 0 }],
      ["editText", { on: "touchpoints", id: touchpointId, key: "title", text: "x" }],
      ["editCell", { laneId: lane(context, "pain"), touchpointId, text: "x" }],
      ["bendEmotion", { pointId, t: 0.5, v: -1 }],
      ["deleteStage", { stageId: stage(context) }],
      ["deleteThings", { cells: [{ laneId: lane(context, "pain"), touchpointId }] }],
      ["pasteTable", { laneId: null, touchpointId, rows: [["x"]] }],
    ] as const)
      expect(applyCommand(context, name, args), name).toEqual({ ok: false, code: "locked", field: "stage" });
    expect(exportJourney(context.doc)).toEqual(before);
    run(context, "pinQuote", { quoteId: "q", touchpointId });
    run(context, "setLock", { on: "stages", id: stage(context), locked: false });
    run(context, "deleteTouchpoint", { touchpointId });
  });

  test("[J18] a lock on a stage holds the feedback journeys inside it", () => {
    const { context } = freshJourney();
    const subJourneyId = run(context, "openFeedback", { touchpointId: first(context) });
    const inner = view(context).subJourneys.get(subJourneyId)?.path.touchpointIds[0];
    run(context, "setLock", { on: "stages", id: stage(context), locked: true });
    expect(applyCommand(context, "deleteTouchpoint", { touchpointId: inner })).toMatchObject({
      code: "locked",
    });
  });

  test("[J18] a locked lane holds its cells, the lane of the curve its points, and a locked map everything", () => {
    const { context } = freshJourney();
    const touchpointId = first(context);
    run(context, "setLock", { on: "lanes", id: lane(context, "pain"), locked: true });
    run(context, "setLock", { on: "lanes", id: lane(context, "emotion"), locked: true });
    const pain = { laneId: lane(context, "pain"), touchpointId, text: "x" };
    expect(applyCommand(context, "editCell", pain)).toMatchObject({ code: "locked", field: "lane" });
    expect(applyCommand(context, "addEmotionPoint", { touchpointId, t: 0, v: 0 })).toMatchObject({
      code: "locked",
    });
    write(context, "system", touchpointId, "CRM");
    run(context, "setLock", { on: "meta", locked: true });
    expect(applyCommand(context, "addStage", {})).toMatchObject({ code: "locked", field: "map" });
    run(context, "setLock", { on: "meta", locked: false });
    run(context, "addStage", {});
  });
});

describe("columns", () => {
  test("[J20] a column that is split keeps the words of the one who types in it, and the shape of its curve", () => {
    const { ana, ben, meet } = twoPeople();
    const touchpointId = first(ana);
    write(ana, "pain", touchpointId, "waits");
    run(ana, "addEmotionPoint", { touchpointId, t: 0.25, v: -1 });
    run(ana, "addEmotionPoint", { touchpointId, t: 0.75, v: 2 });
    meet();
    const right = run(ana, "splitTouchpoint", { touchpointId });
    write(ben, "pain", touchpointId, "waits and waits");
    meet();
    for (const one of [ana, ben]) {
      expect(view(one).path.touchpointIds.slice(0, 2)).toEqual([touchpointId, right]);
      expect(cell(one, "pain", touchpointId)).toEqual(["waits and waits"]);
      expect(view(one).touchpoints.get(touchpointId)?.points).toMatchObject([{ t: 0.5, v: -1 }]);
      expect(view(one).touchpoints.get(right)?.points).toMatchObject([{ t: 0.5, v: 2 }]);
    }
  });

  test("[J20] merging keeps every block, pin, sub-journey and point, and one sentence counts once", () => {
    const { ana, ben, meet } = twoPeople();
    const [left, right] = [first(ana), second(ana)];
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
    expect(cell(ben, "pain", left)?.toSorted()).toEqual(["one", "two, still typing"]);
    expect(merged?.points).toMatchObject([{ t: 0.75, v: 1 }]);
    expect(merged?.pins.map(({ id }) => id)).toContain(pinId);
    expect(merged?.pins.map(({ id }) => id)).not.toContain(doubled);
    expect(merged?.subJourneyIds).toEqual([sub]);
    expect(view(ben).touchpoints.has(right)).toBe(false);
  });

  test("[J11] words that move to another touchpoint leave their old place in a view that is watched", () => {
    const { context } = freshJourney();
    const [left, right] = [first(context), second(context)];
    const block = write(context, "pain", right, "two");
    const watch = watchJourney(context.doc);
    // As a merge arrives whose other half, that the touchpoint is gone, was undone by somebody meanwhile.
    const words = context.doc.getMap("cells").get(block) as { set(key: string, value: string): void };
    words.set("touchpointId", left);
    expect(watch.view().cells).toEqual(view(context).cells);
    expect(watch.view().cells.has(cellKey(lane(context, "pain"), right))).toBe(false);
    watch.close();
  });

  test("[J20] a touchpoint cannot be merged into one of its own sub-journey", () => {
    const { context } = freshJourney();
    const sub = run(context, "openFeedback", { touchpointId: first(context) });
    const inner = view(context).subJourneys.get(sub)?.path.touchpointIds[0];
    const args = { touchpointId: inner, withId: first(context) };
    expect(applyCommand(context, "mergeTouchpoints", args)).toMatchObject({ code: "not_allowed_here" });
  });
});

describe("many at once", () => {
  test("[J3] an attribute is set on many at once, in one step, and one deleted meanwhile is passed over", () => {
    const { ana, ben, meet } = twoPeople();
    const [left, right] = [first(ana), second(ana)];
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
    run(context, "moveTouchpoints", { touchpointIds: [c, a], stageId: stage(context, 1), index: 0 });
    expect(view(context).path.touchpointIds).toEqual([c, a, b]);
    undo.undo();
    expect(view(context).path.touchpointIds).toEqual([a, b, c]);
  });

  test("what somebody else has deleted in the same instant does not stop the deletion of the others", () => {
    const { context } = freshJourney();
    run(context, "deleteTouchpoint", { touchpointId: first(context) });
    const gone = first(context);
    run(context, "deleteThings", { touchpointIds: ["nobody", gone], laneIds: [lane(context, "pain")] });
    expect(view(context).touchpoints.has(gone)).toBe(false);
    expect(lane(context, "pain")).toBe("");
  });

  test("[J19] what was deleted is listed with who and when, and comes back with everything in it", () => {
    const { context } = freshJourney();
    const touchpointId = first(context);
    write(context, "pain", touchpointId, "waits");
    const before = exportJourney(context.doc);
    run(context, "deleteStage", { stageId: stage(context) });
    const [item] = readTrash(context.doc);
    expect(item).toMatchObject({ map: "stages", title: "Before", by: "ana" });
    run(context, "restoreDeleted", { map: "stages", id: item?.id });
    expect(exportJourney(context.doc)).toEqual(before);
    expect(readTrash(context.doc)).toEqual([]);
  });

  test("[J19] a touchpoint whose stage is gone comes back in the first stage", () => {
    const { context } = freshJourney();
    const touchpointId = second(context);
    run(context, "deleteTouchpoint", { touchpointId });
    run(context, "deleteStage", { stageId: stage(context, 1) });
    run(context, "restoreDeleted", { map: "touchpoints", id: touchpointId });
    expect(view(context).path.stages[0]?.touchpointIds).toContain(touchpointId);
  });
});

describe("the clipboard", () => {
  test("a touchpoint is pasted with its cells, curve and sub-journeys, and without the pins of another journey", () => {
    const { context } = freshJourney();
    const touchpointId = first(context);
    write(context, "pain", touchpointId, "waits");
    run(context, "addEmotionPoint", { touchpointId, t: 0.5, v: -2 });
    run(context, "pinQuote", { quoteId: "q1", touchpointId });
    run(context, "openFeedback", { touchpointId });
    const clip = clipOf(view(context), "here", { stageIds: [], touchpointIds: [touchpointId] });
    const paste = (into: string) =>
      run(context, "pasteClip", { clip: clipFor(clip, into), stageId: stage(context), index: 1 });
    const [same, other] = [paste("here"), paste("elsewhere")].map((id) => view(context).touchpoints.get(id));
    expect(cell(context, "pain", same?.id ?? "")).toEqual(["waits"]);
    expect(same).toMatchObject({ points: [{ v: -2 }], pins: [{ quoteId: "q1" }] });
    expect(same?.subJourneyIds).toHaveLength(1);
    expect(other).toMatchObject({ points: [{ v: -2 }], pins: [] });
  });

  test("a lane that another journey has not is added once", () => {
    const { context } = freshJourney();
    const laneId = run(context, "addLane", { kind: "custom", title: "Smells" });
    for (const touchpointId of view(context).path.touchpointIds)
      run(context, "editCell", { laneId, touchpointId, text: "coffee" });
    const clip = clipOf(view(context), "here", {
      stageIds: [],
      touchpointIds: view(context).path.touchpointIds,
    });
    const { context: other } = freshJourney("ben");
    run(other, "pasteClip", { clip: clipFor(clip, "there"), stageId: stage(other) });
    expect(view(other).lanes.filter(({ title }) => title === "Smells")).toHaveLength(1);
  });

  test("a journey pasted into itself again and again ends at a depth that is named", () => {
    const { context } = freshJourney();
    let parent = first(context);
    let refusal: unknown;
    for (let i = 0; i < 10 && refusal === undefined; i += 1) {
      run(context, "openFeedback", { touchpointId: parent });
      const clip = clipOf(view(context), "j", { stageIds: [], touchpointIds: [first(context)] });
      const result = applyCommand(context, "pasteClip", { clip, stageId: stage(context, 1) });
      if (!result.ok) refusal = result;
      const inner = [...view(context).subJourneys.values()].find(
        ({ parentTouchpointId }) => parentTouchpointId === parent,
      );
      parent = inner?.path.touchpointIds[0] ?? "";
    }
    expect(refusal).toMatchObject({ code: "too_deep", allowed: [6] });
  });

  test("a table goes into lanes and touchpoints from the cell on and adds what is missing", () => {
    const { context } = freshJourney();
    const rows = [
      ["a", "b", "c", "d"],
      ["e", "", "f", "g"],
    ];
    const place = { laneId: lane(context, "system"), touchpointId: second(context) };
    expect(planTable(view(context), place, rows)).toEqual({
      rows: 2,
      columns: 4,
      cells: 7,
      newLanes: 1,
      newTouchpoints: 2,
    });
    run(context, "pasteTable", { ...place, rows });
    const ids = view(context).path.touchpointIds;
    expect(ids.map((id) => cell(context, "system", id)?.[0])).toEqual([undefined, "a", "b", "c", "d"]);
    expect(ids.map((id) => cell(context, "custom", id)?.[0])).toEqual([undefined, "e", undefined, "f", "g"]);
  });

  test("a table of 10,000 rows is refused, and the limit is named", () => {
    const { context } = freshJourney();
    const rows = Array.from({ length: 10_000 }, () => ["x"]);
    const args = { laneId: null, touchpointId: first(context), rows };
    expect(applyCommand(context, "pasteTable", args)).toEqual({
      ok: false,
      code: "too_long",
      field: "rows",
      allowed: [TABLE_LIMIT.rows],
    });
  });
});

describe("words, views, lanes, undo", () => {
  test("[J26] freezing puts a lane above the others and moves nothing; who reorders meanwhile loses nothing either", () => {
    const { ana, ben, meet } = twoPeople();
    const before = view(ana).lanes.map(({ id }) => id);
    const pain = lane(ana, "pain");
    const undo = createUndo(ana.doc, ana.origin);
    run(ana, "setLane", { laneId: pain, set: { frozen: true } });
    run(ben, "moveLane", { laneId: pain, index: 0 });
    run(ben, "setLane", { laneId: lane(ben, "emotion"), set: { collapsed: true } });
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
    write(context, "pain", first(context), "The call. The CALL (again).");
    run(context, "editText", { on: "touchpoints", id: second(context), key: "title", text: "A call" });
    run(context, "setLock", { on: "stages", id: stage(context, 1), locked: true });
    expect(findWords(view(context), "call")).toHaveLength(3);
    expect(findWords(view(context), "call", true)).toHaveLength(2);
    expect(findWords(view(context), "(again).")).toHaveLength(1);
    run(context, "replaceWords", { words: "call", with: "visit" });
    expect(cell(context, "pain", first(context))).toEqual(["The visit. The visit (again)."]);
    expect(view(context).touchpoints.get(second(context))?.title).toBe("A call");
  });

  test("replacing words keeps what somebody else types beside them", () => {
    const { ana, ben, meet } = twoPeople();
    write(ana, "pain", first(ana), "a call");
    meet();
    run(ana, "replaceWords", { words: "call", with: "visit" });
    write(ben, "pain", first(ben), "a long call");
    meet();
    expect(cell(ana, "pain", first(ana))).toEqual(["a long visit"]);
  });

  test("a template adds the lanes that are missing, in their order, and shows hidden ones", () => {
    const { context } = freshJourney();
    run(context, "setLane", { laneId: lane(context, "backstage"), set: { hidden: true } });
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
      applyCommand(context, "setLane", { laneId: lane(context, kind), set: { collapsed: true } });
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

describe("the words of the feeling scale", () => {
  test("[J27] two people name two steps and type in one word at once, and one takes back only what is theirs", () => {
    const { ana, ben, meet } = twoPeople();
    const name = (who: CommandContext, key: string, text: string) =>
      run(who, "editText", { on: "meta", key, text });
    const undo = createUndo(ben.doc, "ben", 0);
    name(ana, "feelingWorst", "lost");
    name(ben, "feelingBest", "  carried\n along ");
    meet();
    name(ana, "feelingWorst", "utterly lost");
    name(ben, "feelingWorst", "lost at sea");
    meet();
    for (const who of [ana, ben]) {
      const { meta } = view(who);
      expect(FEELING_STEPS.map((step) => ownFeelingWord(meta, step))).toEqual([
        "utterly lost at sea",
        null,
        null,
        null,
        "carried along",
      ]);
    }
    undo.undo();
    undo.undo();
    meet();
    expect(view(ana).meta).toMatchObject({ feelingWorst: "utterly lost", feelingBest: "" });
  });

  test("[J18] [J27] a locked map keeps its words, and a file carries them", () => {
    const { context } = freshJourney();
    run(context, "editText", { on: "meta", key: "feelingMiddle", text: "so so" });
    run(context, "setLock", { on: "meta", locked: true });
    expect(
      applyCommand(context, "editText", { on: "meta", key: "feelingMiddle", text: "fine" }),
    ).toMatchObject({ code: "locked", field: "map" });
    const other = contextOf(createJourneyDoc());
    const file = readJourneyFile(exportJourney(context.doc));
    if (!file.ok) throw new Error(file.code);
    importJourney(other, file.value);
    expect(ownFeelingWord(view(other).meta, 0)).toBe("so so");
  });
});

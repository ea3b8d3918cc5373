import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import {
  applyCommand,
  COMMAND_NAMES,
  createJourneyDoc,
  createUndo,
  exportJourney,
  feedbackLoop,
  grounding,
  importJourney,
  readJourney,
  readJourneyFile,
  smallestEdit,
  touchpointLinks,
  watchJourney,
} from "../src/index.ts";
import { contextOf, freshJourney, laneOf, run, touchpointOf, twoPeople, view } from "./people.ts";

describe("reading", () => {
  test("[J1] every root is there and every entity carries its id", () => {
    const { doc } = freshJourney();
    const stages = doc.getMap("stages");
    expect(stages.size).toBe(3);
    for (const [id, stage] of stages) expect((stage as Y.Map<unknown>).get("id")).toBe(id);
  });

  test("[J2] titles, notes and cells are Y.Text from the moment their entity is made", () => {
    const { doc, context } = freshJourney();
    const id = touchpointOf(context);
    const touchpoint = doc.getMap("touchpoints").get(id) as Y.Map<unknown>;
    expect(touchpoint.get("title")).toBeInstanceOf(Y.Text);
    expect(touchpoint.get("note")).toBeInstanceOf(Y.Text);
  });

  test("[J3] a document full of nonsense reads as an empty or a repaired journey", () => {
    const doc = createJourneyDoc();
    doc.getMap("stages").set("s", "no entity");
    doc.getMap("stages").set("__proto__", new Y.Map());
    doc.getMap("meta").set("schemaVersion", "seven");
    const touchpoint = new Y.Map<unknown>();
    doc.getMap("touchpoints").set("t", touchpoint);
    for (const [key, value] of Object.entries({
      at: 7,
      channel: "carrier pigeon",
      arc: 99,
      expectation: [],
      effort: { customer: -5 },
    }))
      touchpoint.set(key, value);
    const point = new Y.Map<unknown>();
    doc.getMap("emotionPoints").set("e", point);
    point.set("touchpointId", "t");
    point.set("point", [9, 7]);
    expect(() => readJourney(doc)).not.toThrow();
    expect(readJourney(doc).meta.title).toBe("");
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  test("[J3] out of range values are clamped and unknown ones take their default", () => {
    const { doc, context } = freshJourney();
    const id = touchpointOf(context);
    const touchpoint = doc.getMap("touchpoints").get(id) as Y.Map<unknown>;
    touchpoint.set("channel", "carrier pigeon");
    touchpoint.set("arc", 99);
    touchpoint.set("expectation", { desired: 7 });
    const read = view(context).touchpoints.get(id);
    expect(read).toMatchObject({ channel: "other", arc: 5, expectation: { desired: 2 } });
  });

  test("[J4] a foreign client's stageId and order apart are read, and one move of ours makes them one key", () => {
    const { doc, context } = freshJourney();
    const stageId = view(context).path.stages[1]?.id ?? "";
    const foreign = new Y.Map<unknown>();
    doc.getMap("touchpoints").set("foreign", foreign);
    foreign.set("id", "foreign");
    foreign.set("title", new Y.Text("Soitto"));
    foreign.set("stageId", stageId);
    foreign.set("order", "a1");
    expect(view(context).path.stages[1]?.touchpointIds).toContain("foreign");
    run(context, "moveTouchpoint", { touchpointId: "foreign", stageId, index: 0 });
    expect(view(context).path.stages[1]?.touchpointIds[0]).toBe("foreign");
    expect(foreign.get("order")).toBeUndefined();
  });

  test("[J4] two concurrent moves end in one of the two places", () => {
    const { ana, ben, meet } = twoPeople();
    const [first, second, third] = view(ana).path.stages;
    const touchpointId = touchpointOf(ana);
    run(ana, "moveTouchpoint", { touchpointId, stageId: second?.id, index: 1 });
    run(ben, "moveTouchpoint", { touchpointId, stageId: third?.id, index: 0 });
    meet();
    const holding = view(ana).path.stages.filter((stage) => stage.touchpointIds.includes(touchpointId));
    expect(holding).toHaveLength(1);
    expect(holding[0]?.id).not.toBe(first?.id);
    expect(view(ben).path).toEqual(view(ana).path);
  });

  test("[J5] two people who insert at one place at once get one order everywhere, and later inserts still fit between", () => {
    const { ana, ben, meet } = twoPeople();
    const stageId = view(ana).path.stages[0]?.id;
    run(ana, "addTouchpoint", { stageId, index: 1, title: "A" });
    run(ben, "addTouchpoint", { stageId, index: 1, title: "B" });
    meet();
    expect(view(ana).path.touchpointIds).toEqual(view(ben).path.touchpointIds);
    const between = run(ana, "addTouchpoint", { stageId, index: 2, title: "between" });
    expect(view(ana).path.stages[0]?.touchpointIds).toContain(between);
  });

  test("[J6] a touchpoint whose stage never existed stands in the first stage", () => {
    const { doc, context } = freshJourney();
    const lost = new Y.Map<unknown>();
    doc.getMap("touchpoints").set("lost", lost);
    lost.set("at", ["nowhere", "a0"]);
    expect(view(context).path.stages[0]?.touchpointIds).toContain("lost");
  });

  test("[J6] [J7] a deleted stage takes its touchpoints along and undo brings both back, with an edit made meanwhile", () => {
    const { ana, ben, meet } = twoPeople();
    const stage = view(ana).path.stages[0];
    const touchpointId = stage?.touchpointIds[0] ?? "";
    const undo = createUndo(ana.doc, ana.origin, 0);
    run(ana, "deleteStage", { stageId: stage?.id });
    run(ben, "editText", { on: "touchpoints", id: touchpointId, key: "title", text: "Written meanwhile" });
    meet();
    expect(view(ana).touchpoints.has(touchpointId)).toBe(false);
    undo.undo();
    expect(view(ana).touchpoints.get(touchpointId)?.title).toBe("Written meanwhile");
  });
});

describe("two people at once", () => {
  test("a touchpoint moved by one and edited by the other keeps both", () => {
    const { ana, ben, meet } = twoPeople();
    const touchpointId = touchpointOf(ana);
    const target = view(ana).path.stages[2]?.id;
    run(ana, "moveTouchpoint", { touchpointId, stageId: target, index: 0 });
    run(ben, "editText", { on: "touchpoints", id: touchpointId, key: "title", text: "First call" });
    run(ben, "setTouchpoint", { touchpointId, set: { channel: "phone" } });
    meet();
    expect(view(ana).path.stages[2]?.touchpointIds[0]).toBe(touchpointId);
    expect(view(ana).touchpoints.get(touchpointId)).toMatchObject({ title: "First call", channel: "phone" });
  });

  test("letters typed into one text from both sides are all there", () => {
    const { ana, ben, meet } = twoPeople();
    const touchpointId = touchpointOf(ana);
    const laneId = laneOf(ana, "customer_action");
    run(ana, "editCell", { laneId, touchpointId, text: "middle" });
    meet();
    run(ana, "editCell", { laneId, touchpointId, text: "begin middle" });
    run(ben, "editCell", { laneId, touchpointId, text: "middle end" });
    meet();
    expect(
      view(ana)
        .cells.get(`${laneId}/${touchpointId}`)
        ?.blocks.map((block) => block.text),
    ).toEqual(["begin middle end"]);
  });

  test("[J10] two people who begin in an empty cell at the same instant keep every letter", () => {
    const { ana, ben, meet } = twoPeople();
    const touchpointId = touchpointOf(ana);
    const laneId = laneOf(ana, "pain");
    run(ana, "editCell", { laneId, touchpointId, text: "from Ana" });
    run(ben, "editCell", { laneId, touchpointId, text: "from Ben" });
    meet();
    const texts = view(ana)
      .cells.get(`${laneId}/${touchpointId}`)
      ?.blocks.map((block) => block.text);
    expect(texts?.toSorted()).toEqual(["from Ana", "from Ben"]);
  });

  test("[J8] undo takes back only one's own, and leaves a value that another wrote later", () => {
    const { ana, ben, meet } = twoPeople();
    const touchpointId = touchpointOf(ana);
    const undo = createUndo(ana.doc, ana.origin, 0);
    run(ana, "setTouchpoint", { touchpointId, set: { channel: "phone" } });
    run(ana, "setTouchpoint", { touchpointId, set: { mot: true } });
    meet();
    run(ben, "setTouchpoint", { touchpointId, set: { channel: "email" } });
    meet();
    undo.undo();
    undo.undo();
    expect(view(ana).touchpoints.get(touchpointId)).toMatchObject({ mot: false, channel: "email" });
  });
});

describe("commands", () => {
  test("[J12] an unknown channel is refused with the channels there are, and changes nothing", () => {
    const { context } = freshJourney();
    const touchpointId = touchpointOf(context);
    const before = Y.encodeStateVector(context.doc);
    const result = applyCommand(context, "setTouchpoint", {
      touchpointId,
      set: { mot: true, channel: "carrier pigeon" },
    });
    expect(result).toMatchObject({ ok: false, code: "unknown_value", field: "set.channel" });
    expect(Y.encodeStateVector(context.doc)).toEqual(before);
  });

  test("[J12] a valence of 7 is refused with the range it must lie in", () => {
    const { context } = freshJourney();
    const args = { touchpointId: touchpointOf(context), t: 0.5, v: 7 };
    expect(applyCommand(context, "addEmotionPoint", args)).toEqual({
      ok: false,
      code: "out_of_range",
      field: "v",
      allowed: [-2, 2],
    });
  });

  test("[J12] every command refuses foreign arguments without throwing", () => {
    const { context } = freshJourney();
    const before = Y.encodeStateVector(context.doc);
    for (const name of COMMAND_NAMES)
      for (const args of [
        null,
        7,
        [],
        { touchpointId: "gone", stageId: "gone", laneId: "gone" },
        JSON.parse('{"__proto__":{"x":1}}'),
      ])
        expect(applyCommand(context, name, args), `${name} ${JSON.stringify(args)}`).toMatchObject({
          ok: false,
        });
    expect(Y.encodeStateVector(context.doc)).toEqual(before);
  });

  test("an edit of a text is the smallest one and never cuts an emoji in two", () => {
    expect(smallestEdit("aXc", "aYc")).toEqual({ at: 1, remove: 1, insert: "Y" });
    expect(smallestEdit("same", "same")).toBeNull();
    expect(smallestEdit("😀", "😁")).toEqual({ at: 0, remove: 2, insert: "😁" });
    expect(smallestEdit("", "ä")).toEqual({ at: 0, remove: 0, insert: "ä" });
  });

  test("[J9] pinning the same quote to the same touchpoint again changes nothing", () => {
    const { context } = freshJourney();
    const touchpointId = touchpointOf(context);
    const first = run(context, "pinQuote", { quoteId: "q1", touchpointId, v: -1 });
    const again = run(context, "pinQuote", { quoteId: "q1", touchpointId, v: 2 });
    expect(again).toBe(first);
    expect(view(context).touchpoints.get(touchpointId)?.pins).toMatchObject([
      { quoteId: "q1", v: -1, by: ["ana"] },
    ]);
  });
});

describe("views", () => {
  test("[J13] a remote edit of one touchpoint leaves every other part of the view the same object", () => {
    const { ana, ben, meet } = twoPeople();
    const watch = watchJourney(ana.doc);
    const before = watch.view();
    const [touched, untouched] = before.path.touchpointIds;
    run(ben, "editText", { on: "touchpoints", id: touched, key: "title", text: "Changed" });
    meet();
    const after = watch.view();
    expect(after.touchpoints.get(touched ?? "")).not.toBe(before.touchpoints.get(touched ?? ""));
    expect(after.touchpoints.get(untouched ?? "")).toBe(before.touchpoints.get(untouched ?? ""));
    expect(after.path).toBe(before.path);
    expect(after.lanes).toBe(before.lanes);
    expect(after.cells).toBe(before.cells);
    watch.close();
  });

  test("[J13] a transaction that changes nothing calls nobody", () => {
    const { context } = freshJourney();
    const watch = watchJourney(context.doc);
    let calls = 0;
    watch.subscribe(() => (calls += 1));
    run(context, "setTouchpoint", { touchpointId: touchpointOf(context), set: { mot: false } });
    run(context, "setTouchpoint", { touchpointId: touchpointOf(context), set: { mot: false } });
    expect(calls).toBe(0);
    watch.close();
  });
});

describe("the feedback journey", () => {
  test("[J14] opens from the template as a broken loop; a step that tells mends it, and taking it away breaks it again", () => {
    const { context } = freshJourney();
    const [parent, next] = view(context).path.touchpointIds;
    const subJourneyId = run(context, "openFeedback", { touchpointId: parent, lang: "fi" });
    const loop = () => {
      const sub = view(context).subJourneys.get(subJourneyId);
      return sub && feedbackLoop(view(context), sub);
    };
    expect(
      view(context)
        .subJourneys.get(subJourneyId)
        ?.path.stages.map((stage) => stage.title),
    ).toContain("Kertoo");
    expect(loop()).toEqual({ state: "broken", toldTouchpointId: null, returnsTo: null });
    const told = view(context)
      .subJourneys.get(subJourneyId)
      ?.path.stages.find((stage) => stage.phase === "told");
    const step = run(context, "addTouchpoint", { stageId: told?.id, title: "Soitto" });
    expect(loop()).toEqual({ state: "closed", toldTouchpointId: step, returnsTo: next });
    run(context, "setTouchpoint", { touchpointId: step, set: { contactKind: "none" } });
    expect(loop()?.state).toBe("broken");
  });

  test("[J15] the people behind a sub-journey count as its parent's own, employees and bots as nobody", () => {
    const { context } = freshJourney();
    const parent = touchpointOf(context);
    const subJourneyId = run(context, "openFeedback", { touchpointId: parent });
    const inner = view(context).subJourneys.get(subJourneyId)?.path.touchpointIds[0];
    run(context, "pinQuote", { quoteId: "q1", touchpointId: inner, v: -2 });
    const quote = {
      id: "q1",
      kind: "email",
      sourceId: "s",
      itemId: "i",
      respondentKey: "p",
      at: null,
      withdrawn: false,
      speaker: "customer",
    };
    const quotes = new Map([["q1", quote]]);
    expect(touchpointLinks(view(context), quotes, parent)).toMatchObject([
      { v: -2, kind: "email", respondentKey: "p" },
    ]);
    expect(touchpointLinks(view(context), new Map(), parent)).toEqual([]);
    const agents = new Map([["q1", { ...quote, speaker: "agent" }]]);
    expect(grounding(touchpointLinks(view(context), agents, parent), Date.UTC(2026, 10, 22)).n).toBe(0);
  });

  test("a ring of sub-journeys made by a foreign client does not go round for ever", () => {
    const { doc, context } = freshJourney();
    const parent = touchpointOf(context);
    const subJourneyId = run(context, "openFeedback", { touchpointId: parent });
    const inner = view(context).subJourneys.get(subJourneyId)?.path.touchpointIds[0] ?? "";
    (doc.getMap("touchpoints").get(parent) as Y.Map<unknown>).set("at", [
      view(context).subJourneys.get(subJourneyId)?.path.stages[0]?.id,
      "a5",
    ]);
    expect(view(context).touchpoints.has(inner)).toBe(false);
    expect(view(context).path.touchpointIds).toHaveLength(2);
  });
});

describe("files", () => {
  test("[J16] an exported journey imports again to an equal view, with unknown keys kept and deleted things left out", () => {
    const { doc, context } = freshJourney();
    const touchpointId = touchpointOf(context);
    run(context, "editText", {
      on: "touchpoints",
      id: touchpointId,
      key: "title",
      text: "Ensimmäinen yhteydenotto öljylämmittäjälle",
    });
    run(context, "openFeedback", { touchpointId, lang: "fi" });
    run(context, "addEmotionPoint", { touchpointId, t: 0.3, v: -1.5 });
    run(context, "editCell", { laneId: laneOf(context, "pain"), touchpointId, text: "Odotus" });
    run(context, "pinQuote", { quoteId: "q1", touchpointId, v: -1 });
    run(context, "deleteStage", { stageId: view(context).path.stages[2]?.id });
    (doc.getMap("touchpoints").get(touchpointId) as Y.Map<unknown>).set("unheardOf", { a: [1, "two"] });
    const file = readJourneyFile(JSON.parse(JSON.stringify(exportJourney(doc))));
    if (!file.ok) throw new Error(file.code);
    const copy = createJourneyDoc();
    expect(importJourney(contextOf(copy), file.value).ok).toBe(true);
    expect(readJourney(copy)).toEqual(readJourney(doc));
    expect(exportJourney(copy)).toEqual(exportJourney(doc));
    expect(importJourney(contextOf(copy), file.value)).toMatchObject({ ok: false, code: "not_allowed_here" });
  });

  test("a file that is no journey is refused with the part that is wrong", () => {
    expect(readJourneyFile([])).toMatchObject({ ok: false, field: "file" });
    expect(readJourneyFile({ format: "other" })).toMatchObject({ ok: false, field: "format" });
    expect(
      readJourneyFile({ format: "polku-journey", formatVersion: 1, meta: {}, stages: [{ id: "../x" }] }),
    ).toMatchObject({
      ok: false,
      field: "stages[0].id",
    });
  });
});

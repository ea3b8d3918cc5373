import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import {
  type Change,
  compareJourneys,
  createUndo,
  exportJourney,
  readJourney,
  restoreJourney,
  viewOfFile,
} from "../src/index.ts";
import type { CommandContext } from "../src/index.ts";
import {
  contextOf,
  copyOf,
  freshJourney,
  RandomPerson,
  run,
  seededRandom,
  touchpointOf,
  twoPeople,
  view,
} from "./people.ts";

/** What was done to a fresh journey, each as "kind deed". */
function done(work: (context: CommandContext) => void): Change[] {
  const { context } = freshJourney();
  const before = view(context);
  work(context);
  return compareJourneys(before, view(context));
}

const said = (changes: Change[]) => changes.map(({ kind, deed }) => `${kind} ${deed}`);

describe("what changed between two states", () => {
  test("of one journey is nothing when nobody did anything", () => {
    expect(done(() => {})).toEqual([]);
  });

  test("tells a touchpoint that was added, renamed, moved and given an attribute", () => {
    const changes = done((context) => {
      const [first, second] = [touchpointOf(context), touchpointOf(context, 1)];
      const stages = view(context).path.stages;
      run(context, "editText", { on: "touchpoints", id: first, key: "title", text: "The call" });
      run(context, "moveTouchpoint", { touchpointId: second, stageId: stages[2]?.id, index: 0 });
      run(context, "setTouchpoint", { touchpointId: first, set: { channel: "phone" } });
      run(context, "addTouchpoint", { stageId: stages[0]?.id, title: "Waiting" });
    });
    expect(said(changes).toSorted()).toEqual([
      "touchpoint added",
      "touchpoint changed",
      "touchpoint moved",
      "touchpoint renamed",
    ]);
    expect(changes.find(({ deed }) => deed === "renamed")).toMatchObject({ now: "The call" });
    expect(changes.find(({ deed }) => deed === "changed")).toMatchObject({ fields: ["channel"] });
    expect(changes.find(({ deed }) => deed === "added")).toMatchObject({ title: "Waiting" });
  });

  test("tells a text in a lane with the lane and the touchpoint it stands at", () => {
    const changes = done((context) => {
      const lane = view(context).lanes.find(({ kind }) => kind === "customer_action");
      const id = touchpointOf(context);
      run(context, "editText", { on: "touchpoints", id, key: "title", text: "The call" });
      run(context, "editCell", { laneId: lane?.id, touchpointId: id, text: "Calls twice" });
    });
    expect(changes).toContainEqual(
      expect.objectContaining({
        kind: "text",
        deed: "added",
        now: "Calls twice",
        place: "The call",
        lane: expect.objectContaining({ kind: "customer_action" }),
      }),
    );
  });

  test("tells of a quote only its id, and of a point its valence", () => {
    const changes = done((context) => {
      const touchpointId = touchpointOf(context);
      run(context, "pinQuote", { quoteId: "q1", touchpointId, v: -1 });
      run(context, "addEmotionPoint", { touchpointId, t: 0.5, v: 2 });
    });
    expect(said(changes).toSorted()).toEqual(["point added", "quote added"]);
    expect(changes.find(({ kind }) => kind === "quote")?.title).toBe("q1");
    expect(changes.find(({ kind }) => kind === "point")?.now).toBe(2);
  });

  test("does not tell one by one what went with its stage", () => {
    const changes = done((context) => {
      const touchpointId = touchpointOf(context);
      run(context, "addEmotionPoint", { touchpointId, t: 0.5, v: 2 });
    });
    expect(said(changes)).toEqual(["point added"]);
    const { context } = freshJourney();
    run(context, "addEmotionPoint", { touchpointId: touchpointOf(context), t: 0.5, v: 2 });
    const before = view(context);
    run(context, "deleteStage", { stageId: before.path.stages[0]?.id });
    expect(said(compareJourneys(before, view(context)))).toEqual(["stage deleted"]);
  });

  test("holds no attribute of a hidden kind: comparing in the other direction undoes every deed", () => {
    const { context } = freshJourney();
    const before = view(context);
    run(context, "addTouchpoint", { stageId: before.path.stages[0]?.id, title: "Waiting" });
    run(context, "addLane", { kind: "pain", index: 0 });
    const there = said(compareJourneys(before, view(context)));
    const back = said(compareJourneys(view(context), before));
    expect(back.toSorted()).toEqual(there.map((one) => one.replace("added", "deleted")).toSorted());
  });
});

describe("restoring", () => {
  const seeds = Array.from({ length: 30 }, (_, seed) => seed + 1);

  test.each(seeds)("[J17] seed %i: brings the journey back as it was, whatever was done since", (seed) => {
    const random = seededRandom(seed);
    const { doc } = freshJourney();
    const person = new RandomPerson(doc, "ana", random);
    for (let i = 0; i < 60; i += 1) person.act();
    const then = exportJourney(doc);
    for (let i = 0; i < 60; i += 1) person.act();
    expect(restoreJourney(contextOf(doc, "server"), then).ok).toBe(true);
    expect(exportJourney(doc)).toEqual(then);
    const read = viewOfFile(then);
    expect(read.ok && compareJourneys(read.value, readJourney(doc))).toEqual([]);
  });

  test("is one change, and none when the journey is already so", () => {
    const { doc, context } = freshJourney();
    const then = exportJourney(doc);
    run(context, "deleteStage", { stageId: view(context).path.stages[0]?.id });
    run(context, "addTouchpoint", { stageId: view(context).path.stages[0]?.id, title: "New" });
    let updates = 0;
    doc.on("update", () => (updates += 1));
    expect(restoreJourney(context, then)).toMatchObject({ ok: true, value: { changed: true } });
    expect(updates).toBe(1);
    expect(restoreJourney(context, then)).toMatchObject({ ok: true, value: { changed: false } });
    expect(updates).toBe(1);
  });

  test("[J17] keeps attributes and roots that this version of Polku does not know", () => {
    const { doc, context } = freshJourney();
    const id = touchpointOf(context);
    const touchpoint = doc.getMap("touchpoints").get(id) as Y.Map<unknown>;
    touchpoint.set("season", { name: "winter", days: [1, 2] });
    doc.getMap("aMapOfTomorrow").set("x", 1);
    const then = exportJourney(doc);
    touchpoint.set("season", "spring");
    run(context, "deleteTouchpoint", { touchpointId: id });
    restoreJourney(context, then);
    expect(touchpoint.get("season")).toEqual({ name: "winter", days: [1, 2] });
    expect(touchpoint.has("deleted")).toBe(false);
    expect(doc.getMap("aMapOfTomorrow").get("x")).toBe(1);
  });

  test("keeps the texts themselves, so that another person's cursor and undo still find them", () => {
    const { ana, ben, meet } = twoPeople();
    const id = touchpointOf(ana);
    run(ana, "editText", { on: "touchpoints", id, key: "note", text: "as it was" });
    meet();
    const then = exportJourney(ana.doc);
    const undo = createUndo(ben.doc, ben.origin, 0);
    run(ben, "editText", { on: "touchpoints", id: touchpointOf(ben, 1), key: "note", text: "Ben's own" });
    run(ana, "editText", { on: "touchpoints", id, key: "note", text: "changed since" });
    meet();
    const note = (ben.doc.getMap("touchpoints").get(id) as Y.Map<unknown>).get("note");
    restoreJourney(contextOf(ana.doc, "server"), then);
    meet();
    expect((ben.doc.getMap("touchpoints").get(id) as Y.Map<unknown>).get("note")).toBe(note);
    expect(view(ben).touchpoints.get(id)?.note).toBe("as it was");
    undo.undo();
    meet();
    expect(view(ana).touchpoints.get(touchpointOf(ana, 1))?.note).toBe("");
    expect(view(ana)).toEqual(view(ben));
  });

  test("can be taken back by restoring what was before it", () => {
    const { doc, context } = freshJourney();
    const first = exportJourney(doc);
    run(context, "deleteStage", { stageId: view(context).path.stages[1]?.id });
    run(context, "addPersona", { name: "Aino" });
    const second = exportJourney(doc);
    restoreJourney(context, first);
    restoreJourney(context, second);
    expect(exportJourney(doc)).toEqual(second);
    expect(exportJourney(copyOf(doc))).toEqual(second);
  });
});

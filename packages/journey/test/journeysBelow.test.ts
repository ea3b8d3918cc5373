import { describe, expect, test } from "vitest";
import {
  applyCommand,
  clipOf,
  createJourneyDoc,
  exportJourney,
  futureStateOf,
  importJourney,
  journeysBelow,
  readJourney,
} from "../src/index.ts";
import { contextOf, freshJourney, twoPeople } from "./people.ts";

function linked() {
  const { doc, context } = freshJourney();
  const run = (name: string, args: unknown): string => {
    const result = applyCommand(context, name, args);
    if (!result.ok) throw new Error(`${name} was refused: ${result.code} ${result.field}`);
    return result.value.id;
  };
  const [touchpointId = ""] = readJourney(doc).path.touchpointIds;
  run("setTouchpoint", { touchpointId, set: { leadsTo: "repair" } });
  return { doc, context, run, touchpointId };
}

describe("a journey that leads to another", () => {
  test("J29 says by its id where a touchpoint leads, as long as that touchpoint is on the map", () => {
    const { doc, run, touchpointId } = linked();
    expect(journeysBelow(doc)).toEqual([{ touchpointId, journeyId: "repair" }]);
    const stageId = readJourney(doc).path.stages[0]?.id ?? "";
    run("deleteStage", { stageId });
    expect(journeysBelow(doc)).toEqual([]);
    run("restoreDeleted", { map: "stages", id: stageId });
    expect(journeysBelow(doc)).toEqual([{ touchpointId, journeyId: "repair" }]);
    run("setTouchpoint", { touchpointId, set: { leadsTo: null } });
    expect(readJourney(doc).touchpoints.get(touchpointId)?.leadsTo).toBeNull();
  });

  test("J29 keeps the id in its file, in its future state and in what is copied", () => {
    const { doc, run, touchpointId } = linked();
    const file = exportJourney(doc);
    const copy = createJourneyDoc();
    expect(importJourney(contextOf(copy, "ana"), file)).toMatchObject({ ok: true });
    expect(journeysBelow(copy)).toEqual([{ touchpointId, journeyId: "repair" }]);
    expect(futureStateOf(file, "Then").touchpoints).toContainEqual(
      expect.objectContaining({ id: touchpointId, leadsTo: "repair" }),
    );
    const clip = clipOf(readJourney(doc), "here", { stageIds: [], touchpointIds: [touchpointId] });
    run("pasteClip", { clip, stageId: readJourney(doc).path.stages[0]?.id ?? "", index: 0 });
    expect(journeysBelow(doc).map(({ journeyId }) => journeyId)).toEqual(["repair", "repair"]);
  });

  test("J29 J16 J28 a stage leads on as a touchpoint does, in its file, its future state and its copies, and no more once it is in the trash", () => {
    const { doc, run } = linked();
    const stageId = readJourney(doc).path.stages[1]?.id ?? "";
    run("setStage", { stageId, set: { leadsTo: "repair" } });
    const way = { stageId, journeyId: "repair" };
    expect(journeysBelow(doc)).toContainEqual(way);
    const copy = createJourneyDoc();
    const file = exportJourney(doc);
    importJourney(contextOf(copy, "ana"), file);
    expect(journeysBelow(copy)).toContainEqual(way);
    expect(futureStateOf(file, "Then").stages).toContainEqual(
      expect.objectContaining({ id: stageId, leadsTo: "repair" }),
    );
    const clip = clipOf(readJourney(doc), "here", { stageIds: [stageId], touchpointIds: [] });
    const pasted = run("pasteClip", { clip, index: 0 });
    expect(journeysBelow(doc)).toContainEqual({ stageId: pasted, journeyId: "repair" });
    run("deleteStage", { stageId });
    expect(journeysBelow(doc)).not.toContainEqual(way);
    run("setStage", { stageId: pasted, set: { leadsTo: null } });
    expect(journeysBelow(doc).filter((one) => "stageId" in one)).toEqual([]);
  });

  test("J12 J18 a stage takes nothing else for where it leads, and holds still while it is locked", () => {
    const { doc, context, run } = linked();
    const stageId = readJourney(doc).path.stages[0]?.id ?? "";
    for (const leadsTo of [1, {}, ["repair"], ""]) {
      const refused = applyCommand(context, "setStage", { stageId, set: { leadsTo } });
      expect([leadsTo, refused.ok]).toEqual([leadsTo, false]);
    }
    run("setLock", { on: "stages", id: stageId, locked: true });
    expect(applyCommand(context, "setStage", { stageId, set: { leadsTo: "repair" } })).toMatchObject({
      ok: false,
      code: "locked",
    });
  });

  test("J29 J4 two who lead one touchpoint to two journeys at once end in one of the two, the same for both", () => {
    const { ana, ben, meet } = twoPeople();
    applyCommand(ana, "setTouchpoint", {
      touchpointId: readJourney(ana.doc).path.touchpointIds[0],
      set: { leadsTo: "repair" },
    });
    applyCommand(ben, "setTouchpoint", {
      touchpointId: readJourney(ben.doc).path.touchpointIds[0],
      set: { leadsTo: "complaint" },
    });
    meet();
    expect(journeysBelow(ana.doc)).toEqual(journeysBelow(ben.doc));
    expect(["repair", "complaint"]).toContain(journeysBelow(ana.doc)[0]?.journeyId);
  });

  test("a level is a whole number from 0 to 3, and nothing else is written", () => {
    const { doc, context, run } = linked();
    expect(readJourney(doc).meta.level).toBe(1);
    run("setJourney", { set: { level: 0 } });
    expect(readJourney(doc).meta.level).toBe(0);
    for (const level of [4, -1, 1.5, "2", null]) {
      const refused = applyCommand(context, "setJourney", { set: { level } });
      expect([level, refused.ok]).toEqual([level, false]);
    }
    expect(readJourney(doc).meta.level).toBe(0);
  });
});

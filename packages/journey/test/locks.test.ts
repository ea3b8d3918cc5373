import { describe, expect, test } from "vitest";
import { applyCommand, exportJourney } from "../src/index.ts";
import { freshJourney, laneOf, run, stageOf, touchpointOf, view, write } from "./people.ts";

describe("locks", () => {
  test("[J18] a locked stage refuses every change of what is in it, and pins go on", () => {
    const { context } = freshJourney();
    const touchpointId = touchpointOf(context);
    const pointId = run(context, "addEmotionPoint", { touchpointId, t: 0.5, v: 1 });
    run(context, "setLock", { on: "stages", id: stageOf(context), locked: true });
    const before = exportJourney(context.doc);
    for (const [name, args] of [
      ["deleteTouchpoint", { touchpointId }],
      ["moveTouchpoint", { touchpointId, stageId: stageOf(context, 1), index: 0 }],
      ["moveTouchpoint", { touchpointId: touchpointOf(context, 1), stageId: stageOf(context), index: 0 }],
      ["moveTouchpoints", { touchpointIds: [touchpointId], stageId: stageOf(context, 1), index: 0 }],
      ["editText", { on: "touchpoints", id: touchpointId, key: "title", text: "x" }],
      ["editCell", { laneId: laneOf(context, "pain"), touchpointId, text: "x" }],
      ["bendEmotion", { pointId, t: 0.5, v: -1 }],
      ["deleteStage", { stageId: stageOf(context) }],
      ["deleteThings", { cells: [{ laneId: laneOf(context, "pain"), touchpointId }] }],
      ["pasteTable", { laneId: null, touchpointId, rows: [["x"]] }],
    ] as const)
      expect(applyCommand(context, name, args), name).toEqual({ ok: false, code: "locked", field: "stage" });
    expect(exportJourney(context.doc)).toEqual(before);
    run(context, "pinQuote", { quoteId: "q", touchpointId });
    run(context, "setLock", { on: "stages", id: stageOf(context), locked: false });
    run(context, "deleteTouchpoint", { touchpointId });
  });

  test("[J18] a lock on a stage holds the feedback journeys inside it", () => {
    const { context } = freshJourney();
    const subJourneyId = run(context, "openFeedback", { touchpointId: touchpointOf(context) });
    const inner = view(context).subJourneys.get(subJourneyId)?.path.touchpointIds[0];
    run(context, "setLock", { on: "stages", id: stageOf(context), locked: true });
    expect(applyCommand(context, "deleteTouchpoint", { touchpointId: inner })).toMatchObject({
      code: "locked",
    });
  });

  test("[J18] a locked lane holds its cells, the lane of the curve its points, and a locked map everything", () => {
    const { context } = freshJourney();
    const touchpointId = touchpointOf(context);
    run(context, "setLock", { on: "lanes", id: laneOf(context, "pain"), locked: true });
    run(context, "setLock", { on: "lanes", id: laneOf(context, "emotion"), locked: true });
    const pain = { laneId: laneOf(context, "pain"), touchpointId, text: "x" };
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

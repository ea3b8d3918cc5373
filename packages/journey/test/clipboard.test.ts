import { describe, expect, test } from "vitest";
import { applyCommand, clipFor, clipOf, planTable, TABLE_LIMIT } from "../src/index.ts";
import { cellOf, freshJourney, laneOf, run, stageOf, touchpointOf, view, write } from "./people.ts";

describe("the clipboard", () => {
  test("a touchpoint is pasted with its cells, curve and sub-journeys, and without the pins of another journey", () => {
    const { context } = freshJourney();
    const touchpointId = touchpointOf(context);
    write(context, "pain", touchpointId, "waits");
    run(context, "addEmotionPoint", { touchpointId, t: 0.5, v: -2 });
    run(context, "pinQuote", { quoteId: "q1", touchpointId });
    run(context, "openFeedback", { touchpointId });
    const clip = clipOf(view(context), "here", { stageIds: [], touchpointIds: [touchpointId] });
    const paste = (into: string) =>
      run(context, "pasteClip", { clip: clipFor(clip, into), stageId: stageOf(context), index: 1 });
    const [same, other] = [paste("here"), paste("elsewhere")].map((id) => view(context).touchpoints.get(id));
    expect(cellOf(context, "pain", same?.id ?? "")).toEqual(["waits"]);
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
    run(other, "pasteClip", { clip: clipFor(clip, "there"), stageId: stageOf(other) });
    expect(view(other).lanes.filter(({ title }) => title === "Smells")).toHaveLength(1);
  });

  test("a journey pasted into itself again and again ends at a depth that is named", () => {
    const { context } = freshJourney();
    let parent = touchpointOf(context);
    let refusal: unknown;
    for (let i = 0; i < 10 && refusal === undefined; i += 1) {
      run(context, "openFeedback", { touchpointId: parent });
      const clip = clipOf(view(context), "j", { stageIds: [], touchpointIds: [touchpointOf(context)] });
      const result = applyCommand(context, "pasteClip", { clip, stageId: stageOf(context, 1) });
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
    const place = { laneId: laneOf(context, "system"), touchpointId: touchpointOf(context, 1) };
    expect(planTable(view(context), place, rows)).toEqual({
      rows: 2,
      columns: 4,
      cells: 7,
      newLanes: 1,
      newTouchpoints: 2,
    });
    run(context, "pasteTable", { ...place, rows });
    const ids = view(context).path.touchpointIds;
    expect(ids.map((id) => cellOf(context, "system", id)?.[0])).toEqual([undefined, "a", "b", "c", "d"]);
    expect(ids.map((id) => cellOf(context, "custom", id)?.[0])).toEqual([
      undefined,
      "e",
      undefined,
      "f",
      "g",
    ]);
  });

  test("a table of 10,000 rows is refused, and the limit is named", () => {
    const { context } = freshJourney();
    const rows = Array.from({ length: 10_000 }, () => ["x"]);
    const args = { laneId: null, touchpointId: touchpointOf(context), rows };
    expect(applyCommand(context, "pasteTable", args)).toEqual({
      ok: false,
      code: "too_long",
      field: "rows",
      allowed: [TABLE_LIMIT.rows],
    });
  });
});

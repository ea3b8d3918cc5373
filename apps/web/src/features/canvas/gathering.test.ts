import { layoutMap } from "@polku/drawing";
import { addEmotionPoint, addTouchpoint, openFeedback } from "@polku/journey";
import { expect, test } from "vitest";
import type { Thing } from "../../session/attention.ts";
import { localSession } from "../../session/testing/localSession.ts";
import { allLike, stretch } from "./gathering.ts";

function map() {
  const { session } = localSession();
  const stageId = session.view().path.stages[1]?.id ?? "";
  session.run(addTouchpoint, { stageId, title: "One more" });
  const view = session.view();
  const layout = layoutMap(view);
  const laneIds = layout.rows
    .filter(({ kind }) => kind === "expectation" || kind === "pain")
    .map((row) => row.laneId);
  return { session, view, layout, laneIds, ids: view.path.touchpointIds };
}

const cards = (ids: readonly string[]): Thing[] => ids.map((id) => ({ kind: "touchpoint", id }));

test("a stretch of touchpoints runs over the border of stages, whichever end comes first", () => {
  const { view, layout, ids } = map();
  const [first, second, third] = cards(ids);
  if (!first || !second || !third) throw new Error("The journey has four touchpoints.");
  expect(stretch(view, layout, first, third)).toEqual([first, second, third]);
  expect(stretch(view, layout, third, first)).toEqual([first, second, third]);
  expect(stretch(view, layout, first, { kind: "stage", id: view.path.stages[0]?.id ?? "" })).toEqual([]);
});

test("a stretch of cells is a block, as in a spreadsheet", () => {
  const { view, layout, ids, laneIds } = map();
  const cell = (lane: number, column: number): Thing => ({
    kind: "cell",
    laneId: laneIds[lane] ?? "",
    touchpointId: ids[column] ?? "",
  });
  expect(stretch(view, layout, cell(1, 2), cell(0, 1))).toEqual([
    cell(0, 1),
    cell(0, 2),
    cell(1, 1),
    cell(1, 2),
  ]);
});

test("all of a kind are those beside the one in hand: its path, its lane, its curve; with nothing in hand all touchpoints", () => {
  const { session, layout, ids, laneIds } = map();
  const inside = session.run(openFeedback, { touchpointId: ids[0] ?? "", kind: "feedback", lang: "en" });
  const mine = session.run(addEmotionPoint, { touchpointId: ids[0] ?? "", t: 0.5, v: 1 });
  session.run(addEmotionPoint, { touchpointId: ids[1] ?? "", t: 0.5, v: -1 });
  session.run(addEmotionPoint, { touchpointId: ids[1] ?? "", t: 0.7, v: 2, personaId: "p" });
  if (!inside.ok || !mine.ok) throw new Error("Both are made.");
  const view = session.view();
  expect(allLike(view, layout, null)).toEqual(cards(ids));
  const innerIds = view.subJourneys.get(inside.value.id)?.path.touchpointIds ?? [];
  expect(allLike(view, layout, { kind: "touchpoint", id: innerIds[0] ?? "" })).toEqual(cards(innerIds));
  const cell: Thing = { kind: "cell", laneId: laneIds[0] ?? "", touchpointId: ids[2] ?? "" };
  expect(allLike(view, layout, cell)).toHaveLength(ids.length);
  const point: Thing = { kind: "point", id: mine.value.id, touchpointId: ids[0] ?? "" };
  expect(allLike(view, layout, point)).toHaveLength(2);
  expect(allLike(view, layout, { kind: "stage", id: view.path.stages[0]?.id ?? "" })).toHaveLength(3);
});

import { layoutMap } from "@polku/drawing";
import {
  addEmotionPoint,
  createJourneyDoc,
  openFeedback,
  readJourney,
  seedJourney,
  type CommandContext,
} from "@polku/journey";
import { beforeEach, expect, test } from "vitest";
import { dropPlace } from "./dropPlace.ts";
import { firstThing, neighbour } from "./neighbour.ts";
import { thingBox } from "./thingBox.ts";
import { cameraStep } from "./useReveal.ts";

let context: CommandContext;
let ids = 0;

beforeEach(() => {
  context = {
    doc: createJourneyDoc(),
    origin: "test",
    by: "ana",
    newId: () => `id${(ids += 1)}`,
    now: () => "2026-11-22T00:00:00Z",
  };
  seedJourney(context, { title: "Helpdesk", lang: "en" });
});

function map(open = false) {
  const view = readJourney(context.doc);
  return { view, layout: layoutMap(view, { open: () => open }) };
}

test("arrows go from card to card, down into the cells and up to the stage", () => {
  const { view, layout } = map();
  const [first, second] = view.path.touchpointIds;
  const start = { kind: "touchpoint", id: first ?? "" } as const;
  expect(firstThing(layout)).toEqual(start);
  expect(neighbour(view, layout, start, "right")).toEqual({ kind: "touchpoint", id: second });
  const cards = {
    kind: "lane",
    id: view.lanes.find((lane) => lane.kind === "touchpoint")?.id ?? "",
  } as const;
  expect(neighbour(view, layout, start, "left")).toEqual(cards);
  expect(neighbour(view, layout, cards, "right")).toEqual(start);
  const action = view.lanes.find((lane) => lane.kind === "customer_action")?.id ?? "";
  expect(neighbour(view, layout, start, "up")).toEqual({ kind: "cell", laneId: action, touchpointId: first });
  const top = { kind: "cell", laneId: action, touchpointId: first ?? "" } as const;
  expect(neighbour(view, layout, top, "up")).toEqual({ kind: "stage", id: view.path.stages[0]?.id });
  expect(neighbour(view, layout, { kind: "stage", id: view.path.stages[0]?.id ?? "" }, "down")).toEqual(
    start,
  );
});

test("the emotion lane is a row too where a point was drawn, and is passed over where none was", () => {
  const first = readJourney(context.doc).path.touchpointIds[0] ?? "";
  const evidence = readJourney(context.doc).lanes.find((lane) => lane.kind === "evidence")?.id;
  const card = { kind: "touchpoint", id: first } as const;
  expect(neighbour(map().view, map().layout, card, "down")).toEqual({
    kind: "cell",
    laneId: evidence,
    touchpointId: first,
  });
  const made = addEmotionPoint.run(context, { touchpointId: first, t: 0.5, v: 1 });
  const id = made.ok ? made.value.id : "";
  expect(neighbour(map().view, map().layout, card, "down")).toEqual({
    kind: "point",
    id,
    touchpointId: first,
  });
});

test("above the top of a feedback journey stands its parent, and below the foot of the parent's column the journey", () => {
  const first = readJourney(context.doc).path.touchpointIds[0] ?? "";
  openFeedback.run(context, { touchpointId: first });
  const { view, layout } = map(true);
  const inner = [...view.subJourneys.values()][0]?.path.touchpointIds[0] ?? "";
  expect(neighbour(view, layout, { kind: "touchpoint", id: inner }, "up")).toEqual({
    kind: "touchpoint",
    id: first,
  });
  expect(thingBox(layout, { kind: "touchpoint", id: inner }, new Map())?.y).toBeGreaterThan(
    layout.grid.height,
  );
  const foot = { kind: "cell", laneId: view.lanes.at(-1)?.id ?? "", touchpointId: first } as const;
  expect(neighbour(view, layout, foot, "down")).toEqual({ kind: "touchpoint", id: inner });
});

test("a card dropped left of another one's middle lands before it, right of it after it", () => {
  const { view, layout } = map();
  const [first, second] = view.path.touchpointIds;
  const column = layout.columns.find(({ touchpointId }) => touchpointId === second);
  if (!column || !first) throw new Error("no column");
  const y = layout.cardRow.y + 10;
  expect(dropPlace(layout, column.x + 20, y, [first])).toMatchObject({ stageId: column.stageId, index: 0 });
  expect(dropPlace(layout, column.x + 180, y, [first])).toMatchObject({ stageId: column.stageId, index: 1 });
});

test("the camera moves no farther than it must, and a box wider than the window shows its beginning", () => {
  const size = { width: 1_000, height: 600 };
  const still = { x: 0, y: 0, zoom: 1 };
  expect(cameraStep({ x: 300, y: 200, width: 180, height: 100 }, still, size)).toEqual({ dx: 0, dy: 0 });
  expect(cameraStep({ x: 1_000, y: 200, width: 180, height: 100 }, still, size)).toEqual({ dx: -204, dy: 0 });
  expect(cameraStep({ x: 100, y: 200, width: 180, height: 100 }, still, size).dx).toBe(84);
});

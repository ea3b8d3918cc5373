import { expect, test } from "vitest";
import type { PathStage, PathView } from "../read/view.ts";
import { placeBeside, placeBesideMany } from "./placeBeside.ts";

const stage = (id: string, ...touchpointIds: string[]): PathStage => ({
  id,
  title: id,
  goal: "",
  order: id,
  phase: null,
  leadsTo: null,
  locked: false,
  subJourneyId: null,
  touchpointIds,
});
const path: PathView = {
  stages: [stage("one", "a", "b"), stage("two"), stage("three", "c")],
  touchpointIds: ["a", "b", "c"],
};

test("a step inside a stage is the next place in it", () => {
  expect(placeBeside(path, "a", 1)).toEqual({ stageId: "one", index: 1 });
  expect(placeBeside(path, "b", -1)).toEqual({ stageId: "one", index: 0 });
});

test("a step over the border leads to the near end of the next stage, even of an empty one", () => {
  expect(placeBeside(path, "b", 1)).toEqual({ stageId: "two", index: 0 });
  expect(placeBeside(path, "c", -1)).toEqual({ stageId: "two", index: 0 });
});

test("there is no place before the first, behind the last, or for a touchpoint of another path", () => {
  expect(placeBeside(path, "a", -1)).toBeNull();
  expect(placeBeside(path, "c", 1)).toBeNull();
  expect(placeBeside(path, "elsewhere", 1)).toBeNull();
});

test("several go together past the next one that stays, and gather there in their order", () => {
  const long: PathView = {
    stages: [stage("one", "a", "b", "c", "d"), stage("two", "e")],
    touchpointIds: ["a", "b", "c", "d", "e"],
  };
  expect(placeBesideMany(long, ["c", "a"], 1)).toEqual({ stageId: "one", index: 2 });
  expect(placeBesideMany(long, ["b", "d"], -1)).toEqual({ stageId: "one", index: 0 });
  expect(placeBesideMany(long, ["c", "d"], 1)).toEqual({ stageId: "two", index: 0 });
  expect(placeBesideMany(long, ["a", "b"], -1)).toBeNull();
  expect(placeBesideMany(long, [], 1)).toBeNull();
});

import { expect, test } from "vitest";
import type { JourneyEntry } from "./journeys.ts";
import { above, addressBy, cameBy, type JourneyNode, treeOf, wayTo } from "./levels.ts";

const entry = (id: string, level: number, ...below: string[]): JourneyEntry => ({
  id,
  title: id,
  url: "",
  role: "owner",
  lang: "en",
  sample: false,
  createdAt: "2026-01-01T00:00:00Z",
  changedAt: "2026-01-01T00:00:00Z",
  archived: false,
  futureOf: null,
  level,
  below: below.map((journeyId) => ({ touchpointId: `to ${journeyId}`, journeyId })),
});

const list = [
  entry("call", 3),
  entry("repair", 2, "call", "unseen"),
  entry("complaint", 2, "call"),
  entry("life", 0, "home", "repair"),
  entry("home", 1, "repair"),
  entry("alone", 1),
];
const ids = (way: readonly { journey: JourneyEntry }[]) => way.map(({ journey }) => journey.id);

test("the way to a journey goes by the widest views, and says which touchpoint or stage leads down", () => {
  expect(ids(wayTo(list, "call"))).toEqual(["complaint"]);
  expect(ids(wayTo(list, "repair"))).toEqual(["life"]);
  expect(above(list, "repair").map(({ placeId }) => placeId)).toEqual(["to repair", "to repair"]);
  const byStage = { ...entry("whole", 0), below: [{ stageId: "trouble", journeyId: "repair" }] };
  expect(above([...list, byStage], "repair").map(({ placeId }) => placeId)).toContain("trouble");
});

test("where several journeys lead to one, the way is the one that a person came by, also after loading the page anew", () => {
  const address = addressBy(["life", "home", "repair"], "call");
  expect(ids(wayTo(list, "call", cameBy(address.slice(address.indexOf("?")))))).toEqual([
    "life",
    "home",
    "repair",
  ]);
  expect(ids(wayTo(list, "call", ["alone", "unseen"]))).toEqual(["complaint"]);
  expect(wayTo(list, "repair", ["alone"])).toEqual([{ journey: entry("alone", 1) }]);
});

test("journeys that lead round in a ring, or to themselves, end where they would begin again", () => {
  const ring = [entry("a", 1, "b"), entry("b", 1, "c"), entry("c", 1, "a", "c")];
  expect(ids(wayTo(ring, "a"))).toEqual(["b", "c"]);
  expect(ids(wayTo(ring, "a", ["c", "b", "a", "c", "b", "a", "c"]))).toEqual(["b", "c"]);
  const written = (nodes: readonly JourneyNode[]): unknown =>
    nodes.map(({ journey, again, below }) => [journey.id + (again ? " again" : ""), written(below)]);
  expect(written(treeOf(ring))).toEqual([["a", [["b", [["c", [["a again", []]]]]]]]]);
});

test("the tree holds every journey that is linked, unfolded once, and none that one may not see", () => {
  const written = (nodes: readonly JourneyNode[]): unknown =>
    nodes.map(({ journey, again, below }) => [journey.id + (again ? " again" : ""), written(below)]);
  expect(written(treeOf(list))).toEqual([
    [
      "life",
      [
        ["home", [["repair", [["call", []]]]]],
        ["repair again", []],
      ],
    ],
    ["complaint", [["call again", []]]],
  ]);
});

test("an address keeps the way and the place, and stays short however deep one goes", () => {
  expect(addressBy([], "x")).toBe("/j/x");
  expect(addressBy(["a", "b"], "x", "t")).toBe("/j/x?from=a.b&at=t");
  expect(cameBy(addressBy("abcdefghijkl".split(""), "x").slice(4))).toHaveLength(8);
});

import { expect, test } from "vitest";
import { journeysAbove } from "./tellAbove.ts";

test("every journey from which some way leads down is above, each once, also where the ways go round", () => {
  const ways = new Map([
    ["life", ["home", "repair"]],
    ["home", ["repair"]],
    ["repair", ["call", "life"]],
    ["call", []],
    ["alone", ["nowhere"]],
  ]);
  expect(journeysAbove(ways, "call").toSorted()).toEqual(["home", "life", "repair"]);
  expect(journeysAbove(ways, "life").toSorted()).toEqual(["home", "repair"]);
  expect(journeysAbove(ways, "alone")).toEqual([]);
});

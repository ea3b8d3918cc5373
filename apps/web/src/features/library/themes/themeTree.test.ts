import { expect, test } from "vitest";
import { asTree, placesFor } from "./themeTree.ts";

const all = [
  { theme: "waiting", count: 9 },
  { theme: "price", count: 7 },
  { theme: "on the phone", count: 4, under: "waiting" },
  { theme: "lost", count: 1, under: "not listed" },
];

test("a theme is followed by those under it; one whose upper theme is not listed stands by itself", () => {
  expect(asTree(all).map(({ theme }) => theme)).toEqual(["waiting", "on the phone", "price", "lost"]);
});

test("a theme goes under one at the top, never under itself, and not while others stand under it", () => {
  expect(placesFor("price", all)).toEqual(["waiting"]);
  expect(placesFor("on the phone", all)).toEqual(["waiting", "price"]);
  expect(placesFor("waiting", all)).toEqual([]);
});

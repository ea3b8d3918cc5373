import { expect, test } from "vitest";
import type { JourneyEntry } from "./journeys.ts";
import { besideOriginals, pairsOf } from "./states.ts";

const entry = (id: string, futureOf: string | null = null): JourneyEntry => ({
  id,
  title: id,
  url: "",
  role: "owner",
  lang: "en",
  sample: false,
  createdAt: "2026-01-01T00:00:00Z",
  changedAt: "2026-01-01T00:00:00Z",
  archived: false,
  futureOf,
  level: 1,
  below: [],
});

test("a future state stands right after its original, its own future state after it, and nothing is lost", () => {
  const list = [
    entry("later", "now"),
    entry("other"),
    entry("now"),
    entry("much later", "later"),
    entry("lone", "unseen"),
  ];
  expect(besideOriginals(list).map(({ id }) => id)).toEqual(["other", "now", "later", "much later", "lone"]);
});

test("a journey is told every pair that it is one half of, from either side", () => {
  const list = [entry("now"), entry("later", "now"), entry("other", "now"), entry("lone", "unseen")];
  const ids = (id: string) => pairsOf(list, id).map(({ current, future }) => [current.id, future.id]);
  expect(ids("now")).toEqual([
    ["now", "later"],
    ["now", "other"],
  ]);
  expect(ids("later")).toEqual([["now", "later"]]);
  expect(ids("lone")).toEqual([]);
});

import { expect, test } from "vitest";
import { countVote } from "./voting.ts";

const given = [
  { voterId: "a", voterName: "Ana", thing: "touchpoint:1", dots: 2 },
  { voterId: "a", voterName: "Ana", thing: "touchpoint:2", dots: 1 },
  { voterId: "b", voterName: "Ben", thing: "touchpoint:2", dots: 1 },
  { voterId: "b", voterName: "Ben", thing: "touchpoint:3", dots: 1 },
];

test("dots are added up by thing, equal sums share their rank, and voters are counted once", () => {
  const { voters, results } = countVote("s", given, { anonymous: true });
  expect(voters).toBe(2);
  expect(results.map(({ thing, dots, rank, by }) => [thing, dots, rank, by])).toEqual([
    ["touchpoint:1", 2, 1, null],
    ["touchpoint:2", 2, 1, null],
    ["touchpoint:3", 1, 3, null],
  ]);
});

test("a named vote says who gave their dots to what", () => {
  const { results } = countVote("s", given.toReversed(), { anonymous: false });
  expect(results.map(({ by }) => by)).toEqual([["Ana"], ["Ana", "Ben"], ["Ben"]]);
});

test("a vote in which nobody voted has no result", () => {
  expect(countVote("s", [], { anonymous: true })).toEqual({ stepId: "s", voters: 0, results: [] });
});

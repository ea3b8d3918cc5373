import { expect, test } from "vitest";
import { piecesOf } from "./pieces.ts";

const look = (pieces: ReturnType<typeof piecesOf>): string[] =>
  pieces.map(({ start, end, marks }) => `${start}-${end} ${marks.map(({ as }) => as).join("+")}`.trim());

test("text without marks is one piece", () => {
  expect(look(piecesOf({ start: 0, end: 9 }, []))).toEqual(["0-9"]);
});

test("where marks overlap the piece bears both, and no letter is lost or doubled", () => {
  const pieces = piecesOf({ start: 0, end: 20 }, [
    { start: 2, end: 10, as: "quote" },
    { start: 6, end: 14, as: "hit" },
  ]);
  expect(look(pieces)).toEqual(["0-2", "2-6 quote", "6-10 quote+hit", "10-14 hit", "14-20"]);
});

test("a mark that runs over the edge is cut at the edge, and one outside is left out", () => {
  const pieces = piecesOf({ start: 10, end: 20 }, [
    { start: 5, end: 12, as: "chosen" },
    { start: 30, end: 40, as: "hit" },
  ]);
  expect(look(pieces)).toEqual(["10-12 chosen", "12-20"]);
});

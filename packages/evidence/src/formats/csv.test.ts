import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guessDelimiter, openTable } from "./csv.ts";

const read = (text: string, delimiter: ";" | "," | "\t" = ";") => {
  const table = openTable(text, delimiter);
  return { headings: table.headings, records: [...table.records] };
};

describe("reading delimited text", () => {
  test("a cell may hold the delimiter, quotes and line breaks", () => {
    expect(read('a;b\n1;"x;""y""\nz"\n').records).toEqual([{ row: 2, cells: ["1", 'x;"y"\nz'] }]);
  });

  test("a ragged row is left out with its number and reason, the rows around it stay", () => {
    expect(read("a;b\n1;x\n2\n3;y;z\n4;w;;\n5;v\n").records).toEqual([
      { row: 2, cells: ["1", "x"] },
      { row: 3, why: "too-few-cells" },
      { row: 4, why: "too-many-cells" },
      { row: 5, cells: ["4", "w"] },
      { row: 6, cells: ["5", "v"] },
    ]);
  });

  test("a quote that never closes costs its own row, not the rest of the file", () => {
    expect(read('a;b\n1;"x\ny"\n2;"open\n3;"ok t"\n4;z\n').records).toEqual([
      { row: 2, cells: ["1", "x\ny"] },
      { row: 3, why: "broken-quotes" },
      { row: 4, cells: ["3", "ok t"] },
      { row: 5, cells: ["4", "z"] },
    ]);
    expect(read('a;b\n1;x\n2;"open\n3;y\n').records).toEqual([
      { row: 2, cells: ["1", "x"] },
      { row: 3, why: "broken-quotes" },
      { row: 4, cells: ["3", "y"] },
    ]);
  });

  test("an enormous cell is left out and reading goes on", () => {
    const { records } = read(`a;b\n1;${"x".repeat(70_000)}\n2;"${"y".repeat(400_000)}"\n3;z\n`);
    expect(records).toEqual([
      { row: 2, why: "cell-too-long" },
      { row: 3, why: "broken-quotes" },
      { row: 4, cells: ["3", "z"] },
    ]);
  });

  test("equal headings are kept apart, nameless ones get their number, and __proto__ is only a word", () => {
    const { headings, records } = read("a;a;;__proto__\n1;2;3;4\n");
    expect(headings).toEqual(["a", "a (2)", "#3", "__proto__"]);
    expect(records).toEqual([{ row: 2, cells: ["1", "2", "3", "4"] }]);
    expect(({} as Record<string, unknown>)["4"]).toBeUndefined();
  });

  test("SurveyMonkey's two heading rows become one", () => {
    const { headings, records } = read(
      "Respondent ID,End Date,What went wrong?,Rate us,\n,,Open-Ended Response,Speed,Price\n7,1.2.2026,slow,3,4\n",
      ",",
    );
    expect(headings).toEqual([
      "Respondent ID",
      "End Date",
      "What went wrong?",
      "Rate us – Speed",
      "Rate us – Price",
    ]);
    expect(records).toEqual([{ row: 3, cells: ["7", "1.2.2026", "slow", "3", "4"] }]);
  });

  test("blank lines are passed over and still counted", () => {
    expect(read("a;b\n\n1;x\n").records).toEqual([{ row: 3, cells: ["1", "x"] }]);
  });

  test("what is written comes back, over any number of rows", () => {
    const cell = fc.string({
      maxLength: 12,
      unit: fc.constantFrom("a", "ä", ";", ",", '"', "\n", "\t", " ", "="),
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { maxLength: 1200, size: "max" }),
        fc.constantFrom(";", ",", "\t"),
        (rows, delimiter) => {
          const quoted = rows.map((row) =>
            row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter),
          );
          const { records } = read(
            ["x", ...quoted].map((line, index) => (index === 0 ? `x${delimiter}y` : line)).join("\n"),
            delimiter,
          );
          expect(records).toEqual(rows.map((cells, index) => ({ row: index + 2, cells })));
        },
      ),
      { numRuns: 60, seed: 11 },
    );
  });

  test.each([
    ["a;b\n1,5;x\n2,5;y\n", ";"],
    ["a,b\n1,x\n", ","],
    ["a\tb\n1\tx\n", "\t"],
    ["Jono oli pitkä, ja soitin.\nSe meni, no, niin.\nKiitos kun, ja hei.\n", null],
    ["Pelkkää tekstiä.\n", null],
  ])("the delimiter of %j is %j", (text, delimiter) => {
    expect(guessDelimiter(text, false)).toBe(delimiter);
  });
});

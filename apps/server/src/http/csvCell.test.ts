import fc from "fast-check";
import { expect, test } from "vitest";
import { csvCell } from "./csvCell.ts";

/** What a spreadsheet takes for the cell's text: quotes off, and the apostrophe that only says "this is text". */
function asSpreadsheetReads(cell: string): string {
  const bare = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
  return bare.startsWith("'") ? bare.slice(1) : bare;
}

const mischievous = fc
  .tuple(fc.constantFrom("", "=", "+", "-", "@", "\t", "\r", "\0", "\n", '"', "=1+1;"), fc.string())
  .map(([head, rest]) => head + rest)
  // A text that begins with an apostrophe of its own loses it in every spreadsheet, whoever wrote the file.
  .filter((text) => !text.startsWith("'"));

test("ASVS 1.2.10: no cell begins as a formula does, and its text comes back as it was", () => {
  fc.assert(
    fc.property(mischievous, (text) => {
      const cell = csvCell(text);
      const shown = cell.startsWith('"') ? cell.slice(1) : cell;
      expect(shown).not.toMatch(/^[=+\-@\t\r\0]/);
      expect(asSpreadsheetReads(cell)).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layOnSheets } from "./sheets.ts";

const ways = { head: 200, repeat: 200 };

describe("a map on paper", () => {
  test("without a paper is one page of its own size, shrunk only where a page would be longer than a PDF can hold", () => {
    const page = layOnSheets({ width: 1_000, height: 400 }, { paper: null, ...ways });
    expect(page).toMatchObject({ width: 750, height: 300, scale: 0.75, sheets: [{ from: 0, to: 1_000 }] });
    const long = layOnSheets({ width: 100_000, height: 400 }, { paper: null, ...ways });
    expect(long.scale).toBe(0.144);
    expect(long.width).toBeCloseTo(14_400, 6);
  });

  test("that is only a little too wide is drawn smaller on one sheet", () => {
    const { sheets, scale } = layOnSheets({ width: 1_100, height: 600 }, { paper: "a4", ...ways });
    expect(sheets).toHaveLength(1);
    expect(scale).toBeLessThan(0.75);
  });

  test("goes on from sheet to sheet until all of it was shown, and each column stands whole on one of them", () => {
    const paper = fc.constantFrom("a4", "a3", "a2", "a1", "a0");
    fc.assert(
      fc.property(
        paper,
        fc.integer({ min: 720, max: 200_000 }),
        fc.integer({ min: 300, max: 4_000 }),
        (p, width, height) => {
          const { sheets, scale, ...sheet } = layOnSheets({ width, height }, { paper: p, ...ways });
          expect(height * scale).toBeLessThanOrEqual(sheet.height);
          expect(sheets[0]?.from).toBe(0);
          expect(sheets.at(-1)?.to).toBeCloseTo(width, 3);
          for (const [i, { from, to }] of sheets.entries()) {
            const head = i === 0 ? 0 : ways.head;
            expect((to - from + head) * scale).toBeLessThanOrEqual(sheet.width);
            const before = sheets[i - 1];
            if (before) expect(from).toBeLessThanOrEqual(before.to - ways.repeat);
            expect(to).toBeGreaterThan(before?.to ?? 0);
          }
        },
      ),
    );
  });
});

import { expect, test } from "vitest";
import { rising } from "./rising.ts";
import { isoWeek, mondayOf, weekOf } from "./week.ts";

test("a theme rises when its share exceeds the mean of eight weeks by two deviations, with five contacts at least", () => {
  const all = [100, 100, 100, 100, 100, 100, 100, 100, 100];
  const usual = [4, 6, 4, 6, 4, 6, 4, 6];
  const sd = Math.sqrt((8 * 0.01 ** 2) / 7);
  expect(rising([...usual, 7], all)).toMatchObject({ count: 7, of: 100, share: 0.07, rising: false });
  const found = rising([...usual, 8], all);
  expect(found).toMatchObject({ share: 0.08, rising: true, before: { count: 40, of: 800 } });
  expect(found.before.mean).toBeCloseTo(0.05, 9);
  expect(found.before.sd).toBeCloseTo(sd, 9);
});

test("four contacts are too few to call anything rising, however steep", () => {
  const flat = [0, 0, 0, 0, 0, 0, 0, 0];
  expect(rising([...flat, 4], [9, 9, 9, 9, 9, 9, 9, 9, 4]).rising).toBe(false);
  expect(rising([...flat, 5], [9, 9, 9, 9, 9, 9, 9, 9, 5]).rising).toBe(true);
});

test("weeks without contacts say nothing; with nothing to compare with, nothing rises", () => {
  expect(rising([], [])).toEqual({
    count: 0,
    of: 0,
    share: null,
    before: { count: 0, of: 0, mean: null, sd: null },
    rising: false,
  });
  expect(rising([0, 0, 1, 9], [0, 0, 10, 10])).toMatchObject({ before: { of: 10, sd: null }, rising: false });
});

test("only the eight weeks before the last are compared with", () => {
  const all = Array.from({ length: 12 }, () => 10);
  expect(rising([9, 9, 9, 1, 1, 1, 1, 1, 1, 1, 1, 9], all).before).toMatchObject({ count: 8, of: 80 });
});

test("weeks begin on Monday and are called as ISO 8601 calls them, at the turn of years too", () => {
  const week = (day: string) => isoWeek(weekOf(Date.parse(day)));
  expect(week("2026-11-22")).toEqual({ year: 2026, week: 47 });
  expect(week("2026-11-23")).toEqual({ year: 2026, week: 48 });
  expect(week("2027-01-03")).toEqual({ year: 2026, week: 53 });
  expect(week("2027-01-04")).toEqual({ year: 2027, week: 1 });
  expect(week("2024-12-30")).toEqual({ year: 2025, week: 1 });
  expect(new Date(mondayOf(weekOf(Date.parse("2026-11-22")))).toISOString()).toBe("2026-11-16T00:00:00.000Z");
});

import { expect, test } from "vitest";
import { dayOf, daysLeft, endsSoon } from "./keeping.ts";

const now = Date.parse("2026-11-24T12:00:00Z");

test.each([
  [null, false, null],
  ["2026-12-09T12:00:01Z", false, 16],
  ["2026-12-08T12:00:00Z", true, 14],
  ["2026-11-24T18:00:00Z", true, 1],
  ["2026-11-23T12:00:00Z", true, 0],
])("a source kept until %s: it is warned of: %s; days left: %s", (retentionUntil, soon, days) => {
  expect(endsSoon({ retentionUntil }, now)).toBe(soon);
  expect(daysLeft(retentionUntil, now)).toBe(days);
});

test("a moment shows as its day", () => {
  expect(dayOf("2028-11-24T12:00:00.000Z")).toBe("2028-11-24");
  expect(dayOf(null)).toBe("");
});

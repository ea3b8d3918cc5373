import { expect, test } from "vitest";
import { isOverdue } from "./TaskRow.tsx";

test("a task is late from the day after its day, by the calendar of whoever looks", () => {
  const evening = new Date(2026, 10, 28, 23, 59);
  expect(isOverdue("2026-11-28", evening)).toBe(false);
  expect(isOverdue("2026-11-27", evening)).toBe(true);
  expect(isOverdue("2026-12-01", evening)).toBe(false);
  expect(isOverdue(null, evening)).toBe(false);
});

import { expect, test } from "vitest";
import { clockOf } from "./clockOf.ts";

test("seconds are said as minutes and whole seconds, and never as less than nothing", () => {
  expect(clockOf(74.9)).toBe("1:14");
  expect(clockOf(5)).toBe("0:05");
  expect(clockOf(-3)).toBe("0:00");
});

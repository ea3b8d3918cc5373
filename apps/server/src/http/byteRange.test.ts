import { expect, test } from "vitest";
import { byteRange } from "./byteRange.ts";

test.each([
  [undefined, "whole"],
  ["bytes=0-", { from: 0, to: 100 }],
  ["bytes=10-19", { from: 10, to: 20 }],
  ["bytes=90-900", { from: 90, to: 100 }],
  ["bytes=-10", { from: 90, to: 100 }],
  ["bytes=-900", { from: 0, to: 100 }],
  ["bytes=100-", "outside"],
  ["bytes=-0", "outside"],
  ["bytes=20-10", "whole"],
  ["bytes=0-1,5-6", "whole"],
  ["pages=1-2", "whole"],
])("%s of a hundred bytes", (header, expected) => {
  expect(byteRange(header, 100)).toEqual(expected);
});

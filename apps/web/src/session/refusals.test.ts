import { expect, test } from "vitest";
import { createRefusals } from "./refusals.ts";

test("what would end the same way is the end at once; a restart never is", () => {
  const isFinal = createRefusals(() => 0);
  expect((["revoked", "tooLarge", "full", "malformed"] as const).map(isFinal)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  for (let i = 0; i < 10; i += 1) expect(isFinal("closing")).toBe(false);
});

test("a gap is mended by coming back; three within a minute are the end", () => {
  let now = 0;
  const isFinal = createRefusals(() => now);
  expect(isFinal("gap")).toBe(false);
  now = 50_000;
  expect(isFinal("gap")).toBe(false);
  now = 70_000;
  expect(isFinal("gap")).toBe(false);
  now = 71_000;
  expect(isFinal("otherHand")).toBe(true);
});

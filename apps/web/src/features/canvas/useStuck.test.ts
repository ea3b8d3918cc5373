import { expect, test } from "vitest";
import { unzoomWhile } from "./useStuck.ts";

test("while a hand zooms out by ten and in again, the headings are laid out anew a few times, not in each frame", () => {
  const frames = Array.from({ length: 100 }, (_, i) => 10 ** -(i / 100));
  const sizes: number[] = [];
  let now = unzoomWhile(1, undefined);
  for (const zoom of [...frames, ...frames.toReversed()]) {
    now = unzoomWhile(zoom, now);
    if (sizes.at(-1) !== now) sizes.push(now);
  }
  expect(sizes.length).toBeLessThan(25);
});

test("a tool is never smaller than it should be for a finger, and never half as large again", () => {
  let now: number | undefined;
  for (const zoom of [1, 0.7, 0.3, 0.1, 0.05, 0.2, 0.9, 2]) {
    now = unzoomWhile(zoom, now);
    expect(now * zoom).toBeGreaterThanOrEqual(1);
    expect(now * zoom).toBeLessThanOrEqual(1.5);
  }
});

import { renderHook } from "@testing-library/react";
import { act } from "react";
import { expect, test, vi } from "vitest";
import type { Detail } from "./camera.ts";
import { detailOf, oneFrameOn, useDetailOfColumn, type Wave } from "./detailWaves.ts";

const all = (waves: readonly Wave[], count: number, rest: Detail) =>
  Array.from({ length: count }, (_, column) => detailOf(waves, column, rest));

test("a change of level goes from the middle outwards, some columns in each frame", () => {
  const inSight = { first: 0, end: 9 };
  const begun: Wave[] = [{ detail: "far", from: 4, reach: 2 }];
  const before = all(begun, 9, "near").filter((detail) => detail === "far");
  const after = all(oneFrameOn(begun, inSight), 9, "near").filter((detail) => detail === "far");
  expect(before).toHaveLength(3);
  expect(after).toHaveLength(7);
});

test("a second change follows the first, and each column shows the newest that has come to it", () => {
  const waves: Wave[] = [
    { detail: "far", from: 10, reach: 2 },
    { detail: "middle", from: 10, reach: 6 },
  ];
  expect(detailOf(waves, 11, "near")).toBe("far");
  expect(detailOf(waves, 14, "near")).toBe("middle");
  expect(detailOf(waves, 17, "near")).toBe("near");
});

test("a thousand columns take no more frames than a few: a map far out is not changed for seconds", () => {
  let waves: readonly Wave[] = [{ detail: "far", from: 500, reach: 2 }];
  let frames = 0;
  while (all(waves, 1_000, "near").includes("near")) {
    waves = oneFrameOn(waves, { first: 0, end: 1_000 });
    frames += 1;
  }
  expect(frames).toBeLessThanOrEqual(11);
});

test("what was passed by a whole newer change is forgotten", () => {
  const waves: Wave[] = [
    { detail: "near", from: 4, reach: 30 },
    { detail: "far", from: 4, reach: 3 },
  ];
  expect(oneFrameOn(waves, { first: 0, end: 9 })).toEqual([{ detail: "near", from: 4, reach: 30 }]);
});

test("at the first look everything is changed at once; later each frame changes some, until all are", () => {
  vi.useFakeTimers({ toFake: ["requestAnimationFrame", "cancelAnimationFrame"] });
  const inSight = { first: 0, end: 20 };
  const drawn = (detailOfColumn: (column: number) => Detail) =>
    Array.from({ length: 20 }, (_, column) => detailOfColumn(column));
  const { result, rerender } = renderHook(
    ({ detail, atOnce }: { detail: Detail; atOnce: boolean }) => useDetailOfColumn(detail, inSight, atOnce),
    { initialProps: { detail: "near", atOnce: true } },
  );
  rerender({ detail: "far", atOnce: true });
  expect(new Set(drawn(result.current))).toEqual(new Set(["far"]));
  rerender({ detail: "middle", atOnce: false });
  expect(new Set(drawn(result.current))).toEqual(new Set(["far", "middle"]));
  for (let frame = 0; frame < 12; frame += 1) act(() => void vi.advanceTimersToNextFrame());
  expect(new Set(drawn(result.current))).toEqual(new Set(["middle"]));
  vi.useRealTimers();
});

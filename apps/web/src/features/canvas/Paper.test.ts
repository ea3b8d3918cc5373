import { expect, test } from "vitest";
import { paperTransform } from "./Paper.tsx";

const read = (transform: string): number[] => [...transform.matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(Number);

test("the dots keep their place on the map while it moves, and the sheet never leaves the window's corner", () => {
  for (const [x, y] of [
    [0, 0],
    [-3611.5, 77],
    [12, -24.25],
  ] as const) {
    const [left = 0, top = 0, scale = 0] = read(paperTransform([x, y, 1]));
    expect(scale).toBe(1);
    expect([left, top].every((at) => at <= 0 && at >= -24)).toBe(true);
    expect((x - left) / 24).toBeCloseTo(Math.round((x - left) / 24));
    expect((y - top) / 24).toBeCloseTo(Math.round((y - top) / 24));
  }
});

test("at any zoom the dots stand between 17 and 34 px apart, on places of the map's own dots", () => {
  for (let zoom = 0.02; zoom <= 2.5; zoom *= 1.07) {
    const [left = 0, , scale = 0] = read(paperTransform([-350, 90, zoom]));
    expect(24 * scale).toBeGreaterThan(16.9);
    expect(24 * scale).toBeLessThan(34);
    const onMap = (left + 350) / (24 * scale);
    expect(onMap).toBeCloseTo(Math.round(onMap));
  }
});

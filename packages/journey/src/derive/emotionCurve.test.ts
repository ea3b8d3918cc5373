import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  curveMean,
  curveSegments,
  curveValue,
  emotionCurve,
  localExtremes,
  peakEnd,
  segmentValue,
} from "./index.ts";

// The same cases on every run.
fc.configureGlobal({ seed: 20_261_122 });

const points = fc.array(
  fc.record({
    t: fc.double({ min: -0.5, max: 1.5, noNaN: true }),
    v: fc.double({ min: -5, max: 5, noNaN: true }),
  }),
  { maxLength: 4 },
);
const path = fc
  .array(points, { minLength: 1, maxLength: 12 })
  .map((columns) => columns.map((drawn, k) => ({ id: `t${k}`, points: drawn })));

test("between two knots the curve never leaves the heights of the two", () => {
  fc.assert(
    fc.property(path, fc.double({ min: 0, max: 1, noNaN: true }), (touchpoints, u) => {
      for (const piece of curveSegments(emotionCurve(touchpoints))) {
        const v = segmentValue(piece, piece.x0 + u * (piece.x1 - piece.x0));
        expect(v).toBeGreaterThanOrEqual(Math.min(piece.v0, piece.v1) - 1e-9);
        expect(v).toBeLessThanOrEqual(Math.max(piece.v0, piece.v1) + 1e-9);
      }
    }),
  );
});

test("the curve stays within −2..2 everywhere, and so does its mean", () => {
  fc.assert(
    fc.property(path, fc.double({ min: -2, max: 14, noNaN: true }), (touchpoints, x) => {
      const curve = emotionCurve(touchpoints);
      for (const v of [curveValue(curve, x), curveMean(curve)]) {
        if (v !== null) expect(Math.abs(v)).toBeLessThanOrEqual(2 + 1e-9);
      }
    }),
  );
});

test("knots stand in rising order, and the curve goes through each", () => {
  fc.assert(
    fc.property(path, (touchpoints) => {
      const curve = emotionCurve(touchpoints);
      for (const [index, knot] of curve.knots.entries()) {
        expect(knot.x).toBeGreaterThan(curve.knots[index - 1]?.x ?? -1);
        expect(curveValue(curve, knot.x)).toBeCloseTo(knot.v, 9);
      }
    }),
  );
});

test("the exact mean is what many small steps come to", () => {
  fc.assert(
    fc.property(path, (touchpoints) => {
      const curve = emotionCurve(touchpoints);
      const first = curve.knots[0];
      const last = curve.knots[curve.knots.length - 1];
      if (first === undefined || last === undefined || last.x - first.x < 0.1) return;
      const steps = 4000;
      const width = (last.x - first.x) / steps;
      let sum = 0;
      for (let i = 0; i < steps; i += 1) sum += curveValue(curve, first.x + (i + 0.5) * width) ?? 0;
      expect(curveMean(curve)).toBeCloseTo(sum / steps, 2);
    }),
    { numRuns: 30 },
  );
});

test("points drawn in another order give the same curve", () => {
  fc.assert(
    fc.property(path, (touchpoints) => {
      const backwards = touchpoints.map(({ id, points }) => ({ id, points: points.toReversed() }));
      const there = emotionCurve(touchpoints);
      const back = emotionCurve(backwards);
      expect(back.knots.map(({ x }) => x)).toEqual(there.knots.map(({ x }) => x));
      for (const [i, knot] of back.knots.entries()) {
        expect(knot.v).toBeCloseTo(there.knots[i]?.v ?? Number.NaN, 9);
      }
    }),
  );
});

test("a point without a height or a moment is passed over", () => {
  const curve = emotionCurve([
    {
      id: "a",
      points: [
        { t: Number.NaN, v: 1 },
        { t: 0.5, v: Number.NaN },
      ],
    },
  ]);
  expect(curve.knots).toEqual([]);
  expect(curveValue(curve, 0.5)).toBeNull();
});

test("turned upside down, peaks become valleys", () => {
  fc.assert(
    fc.property(path, (touchpoints) => {
      const mirrored = touchpoints.map(({ id, points }) => ({
        id,
        points: points.map(({ t, v }) => ({ t, v: -v })),
      }));
      const up = localExtremes(emotionCurve(touchpoints));
      const down = localExtremes(emotionCurve(mirrored));
      expect(down.valleys).toEqual(up.peaks);
      expect(down.peaks).toEqual(up.valleys);
    }),
  );
});

test("the highest of two equal peaks stands out by the whole range, both do", () => {
  const drawn = [2, -2, 2].map((v, k) => ({ id: `t${k}`, points: [{ t: 0.5, v }] }));
  expect(localExtremes(emotionCurve(drawn)).peaks).toEqual([
    { i: 0, prominence: 4 },
    { i: 2, prominence: 4 },
  ]);
});

test("one knot is flat: it has an end, and neither peak nor valley", () => {
  const curve = emotionCurve([{ id: "a", points: [{ t: 0.5, v: -1 }] }]);
  expect(peakEnd(curve)).toMatchObject({ flat: true, peak: null, valley: null, end: 0, score: -1 });
  expect(localExtremes(curve)).toEqual({ peaks: [], valleys: [] });
});

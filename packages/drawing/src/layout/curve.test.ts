import { curveKnots, peakEnd, emotionCurve } from "@polku/journey";
import { describe, expect, test } from "vitest";
import { sampleJourney } from "../../test/sampleJourney.ts";
import {
  curvePath,
  curvePieces,
  drawnKnots,
  expectationPath,
  toleranceBand,
  placeAt,
  placeX,
  valenceAt,
  valenceY,
} from "./curve.ts";
import { evidenceDots, gapHatch, gapMarks, quoteDots, spreadBand } from "./heard.ts";
import { personaLine } from "./personaLine.ts";
import { columnBoxes, touchpointColumns } from "./grid.ts";

const lane = { y: 100, height: 240 };
const columns = touchpointColumns(columnBoxes(sampleJourney(2, 3).path, 0).columns);
const ids = columns.map(({ touchpointId }) => touchpointId);

describe("places", () => {
  test("+2 is above −2, and a drag to a valence's height means that valence", () => {
    expect(valenceY(2, lane)).toBeLessThan(valenceY(-2, lane));
    for (const v of [-2, -1.3, 0, 0.7, 2]) expect(valenceAt(valenceY(v, lane), lane)).toBe(v);
    expect(valenceAt(-1000, lane)).toBe(2);
  });

  test("a drag within a column means its t, never the very edge", () => {
    const column = { x: 300, width: 200 };
    expect(placeAt(placeX(0.25, column), column)).toBe(0.25);
    expect(placeAt(0, column)).toBe(0.02);
    expect(placeAt(900, column)).toBe(0.98);
  });
});

describe("the drawn curve", () => {
  const points = new Map([
    [ids[0], [{ t: 0.5, v: 1 }]],
    [
      ids[1],
      [
        { t: 0.2, v: -1 },
        { t: 0.2, v: 0 },
        { t: 1.4, v: -3 },
      ],
    ],
    [ids[4], [{ t: 0.5, v: 2 }]],
  ]);
  const of = (id: string) => points.get(id) ?? [];
  const knots = drawnKnots(columns, of, lane);

  test("has the very knots the measures use, only in pixels", () => {
    const measured = curveKnots(ids.map((id) => ({ id, points: of(id) })));
    expect(knots.map(({ v }) => v)).toEqual(measured.map(({ v }) => v));
    expect(knots.map(({ column }) => column)).toEqual(measured.map(({ x }) => Math.floor(x)));
    const found = peakEnd(emotionCurve(ids.map((id) => ({ id, points: of(id) }))));
    expect(knots[found?.valley ?? -1]?.y).toBe(valenceY(-2, lane));
  });

  test("is a gap across touchpoints nobody drew, pencil where an end rests on nothing, ink elsewhere", () => {
    const level = (id: string) => (id === ids[1] ? "supported" : "assumption");
    expect(curvePieces(knots, level).map(({ kind }) => kind)).toEqual(["pencil", "ink", "gap"]);
    expect(curvePieces(knots, () => "anecdotal").map(({ kind }) => kind)).toEqual(["ink", "ink", "gap"]);
  });

  test("never leaves the heights of its points", () => {
    const path = curvePath([
      { x: 0, y: 10 },
      { x: 50, y: 90 },
      { x: 60, y: 90 },
      { x: 200, y: 10 },
    ]);
    const ys = [...path.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y));
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...ys)).toBeLessThanOrEqual(90);
  });

  test("of no points is nothing, of one a place", () => {
    expect(curvePath([])).toBe("");
    expect(curvePath([{ x: 1, y: 2 }])).toBe("M1,2");
  });
});

describe("what customers said", () => {
  const heard = (mean: number, nv: number) => ({
    n: nv,
    nv,
    mean,
    sd: 0.5,
    min: -2,
    max: 0,
    ci95: nv < 3 ? null : ([-1.5, -0.5] as const),
  });

  test("is a dot in the middle of its column, hollow below three people, its spread the interval or the extremes", () => {
    const dots = evidenceDots(
      columns,
      (id) => (id === ids[0] ? heard(-1, 2) : id === ids[2] ? heard(-1, 4) : undefined),
      lane,
      3,
      (id) => id === ids[2],
    );
    expect(dots.map(({ split }) => split)).toEqual([false, true]);
    expect(dots.map(({ weak }) => weak)).toEqual([true, false]);
    expect(dots[0]).toMatchObject({ low: valenceY(-2, lane), high: valenceY(0, lane) });
    expect(dots[1]).toMatchObject({ low: valenceY(-1.5, lane), high: valenceY(-0.5, lane) });
    expect(spreadBand(dots)).toMatch(/^M.*Z$/);
    expect(spreadBand(dots.slice(0, 1))).toBe("");
  });

  test("that parts from the drawing is shaded from one to the other", () => {
    const gap = { drawn: 1, evidence: -1.5, gap: 2.5, flag: "rosier" } as const;
    const marks = gapMarks(columns, (id) => (id === ids[3] ? gap : undefined), lane);
    expect(marks).toHaveLength(1);
    expect(marks[0]).toMatchObject({
      flag: "rosier",
      drawnY: valenceY(1, lane),
      heardY: valenceY(-1.5, lane),
    });
    const [mark] = marks;
    if (!mark) throw new Error("no mark");
    const hatch = [...gapHatch(mark).matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    expect(hatch.length).toBeGreaterThan(10);
    for (const [x = 0, y = 0] of hatch) {
      expect(x).toBeGreaterThanOrEqual(mark.x);
      expect(x).toBeLessThanOrEqual(mark.x + mark.width);
      expect(y).toBeGreaterThanOrEqual(mark.drawnY);
      expect(y).toBeLessThanOrEqual(mark.heardY);
    }
    expect(gapHatch({ ...mark, flag: "gloomier" })).not.toBe(gapHatch(mark));
  });

  test("at one place stands side by side, and a rejected quote nowhere", () => {
    const [column] = columns;
    if (column === undefined) throw new Error("no column");
    const pin = (id: string, status: "confirmed" | "suggested" | "rejected") =>
      ({
        id,
        quoteId: id,
        touchpointId: column.touchpointId,
        t: 0.5,
        v: -1,
        vBy: "human",
        stance: "supports",
        status,
        by: [],
      }) as const;
    const dots = quoteDots(
      column,
      [pin("a", "confirmed"), pin("b", "suggested"), pin("c", "confirmed"), pin("d", "rejected")],
      lane,
    );
    expect(new Set(dots.map(({ x }) => x)).size).toBe(3);
    expect(dots.map(({ tentative }) => tentative)).toEqual([false, true, false]);
  });
});

test("the expectation line needs two hopes", () => {
  expect(expectationPath(columns, (id) => (id === ids[0] ? 1 : null), lane)).toBe("");
  expect(expectationPath(columns, () => 1, lane)).toMatch(/^M/);
});

test("what is tolerated reaches from the hope down to the least that would do, one below it unless somebody said", () => {
  const ys = (adequate: number | null) => {
    const d = toleranceBand(columns, () => ({ desired: 1, adequate }), lane);
    expect(d).toMatch(/^M.*Z$/);
    return [...d.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y));
  };
  expect(Math.max(...ys(null))).toBeCloseTo(valenceY(0, lane), 1);
  expect(Math.max(...ys(-1.5))).toBeCloseTo(valenceY(-1.5, lane), 1);
  expect(Math.min(...ys(null))).toBeCloseTo(valenceY(1, lane), 1);
  expect(
    toleranceBand(columns, (id) => (id === ids[0] ? { desired: 1, adequate: null } : undefined), lane),
  ).toBe("");
});

test("eight personas are told apart by dash, by marker and by colour, each of them alone", () => {
  const lines = Array.from({ length: 8 }, (_, i) => personaLine(i));
  for (const of of ["dash", "marker", "colour"] as const)
    expect(new Set(lines.map((line) => line[of])).size, of).toBe(8);
  expect(personaLine(-1)).toEqual(personaLine(7));
});

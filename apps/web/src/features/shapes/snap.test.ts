import { expect, test } from "vitest";
import { ALIGNMENTS, aligned } from "../../session/alignment.ts";
import { around, snap } from "./snap.ts";

const box = (x: number, y: number, width = 100, height = 50) => ({ x, y, width, height });

test("a dragged shape catches on the edge or the middle that is nearest, and a guide shows along what", () => {
  const others = [box(300, 0), box(0, 400)];
  const caught = snap(box(0, 0), others, 296, 120, 6);
  expect(caught).toEqual({ dx: 300, dy: 120, guides: [{ axis: "x", at: 300, from: 0, to: 170 }] });
  expect(snap(box(0, 0), others, 220, 120, 6).guides).toEqual([]);
  const both = snap(box(0, 0, 40, 40), [box(300, 100)], 331, 104, 6);
  expect([both.dx, both.dy]).toEqual([330, 105]);
  expect(both.guides.map(({ axis, at }) => [axis, at])).toEqual([
    ["x", 350],
    ["y", 125],
  ]);
});

test("shapes are put in line by an edge or a middle, and spaced evenly between the first and the last", () => {
  const boxes = [box(0, 0), box(150, 30, 50), box(400, 90)];
  const xs = (how: (typeof ALIGNMENTS)[number]) => aligned(boxes, how).map(({ x }) => x);
  expect(xs("left")).toEqual([0, 0, 0]);
  expect(xs("right")).toEqual([400, 450, 400]);
  expect(xs("centre")).toEqual([200, 225, 200]);
  expect(xs("across")).toEqual([0, 225, 400]);
  expect(xs("top")).toEqual([0, 150, 400]);
  expect(aligned(boxes, "middle").map(({ y }) => y)).toEqual([45, 45, 45]);
  for (const how of ALIGNMENTS)
    expect(
      aligned(
        aligned(boxes, how).map((at, i) => ({ ...box(0, 0), ...boxes[i], ...at })),
        how,
      ),
    ).toEqual(aligned(boxes, how));
});

test("around nothing is no box", () => {
  expect(around([])).toBeNull();
  expect(around([box(0, 0), box(200, -20)])).toEqual({ x: 0, y: -20, width: 300, height: 70 });
});

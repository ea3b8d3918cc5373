import type { ShapeView } from "@polku/journey";
import { expect, test } from "vitest";
import { plainWords, sampleJourney } from "../../test/sampleJourney.ts";
import { cardBox } from "../layout/grid.ts";
import { layoutMap } from "../layout/mapLayout.ts";
import { PALETTES } from "../look.ts";
import { paintFirstLook } from "./firstLook.ts";

const input = { words: plainWords(), links: new Map(), now: Date.UTC(2026, 10, 22) };

test("a first look draws the beginning where the map will draw it, and no more, however long the map is", () => {
  const short = paintFirstLook(sampleJourney(3, 3), input);
  const view = sampleJourney(100, 10);
  const long = paintFirstLook(view, input);
  const { columns, cardRow, grid } = layoutMap(view);
  const [first] = columns;
  if (!first || !long || !short) throw new Error("Nothing was drawn.");
  const { x, y } = cardBox(first, cardRow);
  expect(long.svg).toContain(`<rect x="${x}" y="${y}"`);
  expect(long.svg).toContain("Hetki 0.0");
  expect(long.svg).not.toContain("Hetki 99.9");
  expect([long.width, long.height]).toEqual([grid.width, grid.height]);
  expect(long.svg.length).toBeLessThan(2 * short.svg.length);
});

test("a first look has the colours of the page it is put into, light or dark", () => {
  const { svg } = paintFirstLook(sampleJourney(2, 2), input) ?? { svg: "" };
  expect(svg).toContain("var(--ink)");
  expect(svg).toContain("var(--tint)");
  for (const { ink, paper, tint } of Object.values(PALETTES))
    for (const colour of [ink, paper, tint]) expect(svg).not.toContain(colour);
});

test("a first look shows the free canvas near the beginning, and not what lies far away", () => {
  const note = (text: string, x: number): ShapeView => ({
    id: text,
    kind: "note",
    x,
    y: 40,
    touchpointId: null,
    width: 160,
    height: 120,
    text,
    colour: "yellow",
    order: "a",
    locked: false,
    group: null,
    from: null,
    to: null,
    points: [],
    imageId: null,
    by: null,
  });
  const shapes = new Map([note("near", 300), note("far", 12_000)].map((one) => [one.id, one]));
  const { svg } = paintFirstLook({ ...sampleJourney(100, 1), shapes }, input) ?? { svg: "" };
  expect(svg).toContain("near");
  expect(svg).not.toContain("far");
});

test("a map without a touchpoint has no first look", () => {
  expect(paintFirstLook(sampleJourney(0, 0), input)).toBeNull();
});

import type { ShapeView } from "@polku/journey";
import { expect, test } from "vitest";
import { plainWords, sampleJourney } from "../../test/sampleJourney.ts";
import { cardBox } from "../layout/grid.ts";
import { layoutMap } from "../layout/mapLayout.ts";
import { PALETTES } from "../look.ts";
import { lookAsFile, paintFirstLook } from "./firstLook.ts";

const input = { words: plainWords(), links: new Map(), now: Date.UTC(2026, 10, 22) };

test("a first look draws the beginning where the map will draw it, and no more, however long the map is", () => {
  const short = paintFirstLook(sampleJourney(3, 3), input);
  const view = sampleJourney(100, 10);
  const long = paintFirstLook(view, input);
  const { columns, cardRow, grid } = layoutMap(view);
  const [first] = columns;
  if (!first || !long || !short) throw new Error("Nothing was drawn.");
  const { x, y } = cardBox(first, cardRow);
  expect(long.content).toContain(`<rect x="${x}" y="${y}"`);
  expect(long.content).toContain("Hetki 0.0");
  expect(long.content).not.toContain("Hetki 99.9");
  expect([long.width, long.height]).toEqual([grid.width, grid.height]);
  expect(long.content.length).toBeLessThan(2 * short.content.length);
});

test("a first look has the colours of the page it is put into, light or dark", () => {
  const { content } = paintFirstLook(sampleJourney(2, 2), input) ?? { content: "" };
  expect(content).toContain("var(--ink)");
  expect(content).toContain("var(--tint)");
  for (const { ink, paper, tint } of Object.values(PALETTES))
    for (const colour of [ink, paper, tint]) expect(content).not.toContain(colour);
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
  const { content } = paintFirstLook({ ...sampleJourney(100, 1), shapes }, input) ?? { content: "" };
  expect(content).toContain("near");
  expect(content).not.toContain("far");
});

test("a map without a touchpoint has no first look", () => {
  expect(paintFirstLook(sampleJourney(0, 0), input)).toBeNull();
});

test("in a list a journey stands as a picture of its own, in the colours asked for; one without touchpoints as bare paper", () => {
  const look = paintFirstLook(sampleJourney(3, 3), input);
  const picture = lookAsFile(look, "dark");
  expect(picture).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="945" height="405"/);
  expect(picture).toContain(`--ink:${PALETTES.dark.ink}`);
  expect(picture).toContain("Hetki 0.0");
  expect(lookAsFile(null, "light")).toContain(`--paper:${PALETTES.light.paper}`);
});

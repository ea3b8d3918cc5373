import { applyCommand, createJourneyDoc, readJourney, seedJourney, type ShapeView } from "@polku/journey";
import { describe, expect, test } from "vitest";
import { plainWords } from "../../test/sampleJourney.ts";
import { PALETTES } from "../look.ts";
import { renderJourney } from "../svg/renderJourney.ts";
import { layoutMap } from "./mapLayout.ts";
import { arrowEnd, arrowLine, cardBoxes, drawingPath, drawnBox, shapeBox, shapeText } from "./shapes.ts";

let ids = 0;

function journey() {
  const doc = createJourneyDoc();
  const context = {
    doc,
    origin: "a",
    by: "a",
    newId: () => `s${(ids += 1)}`,
    now: () => "2026-11-28T00:00:00Z",
  };
  seedJourney(context, { title: "Helpdesk", lang: "en" });
  const run = (name: string, args: unknown): string => {
    const result = applyCommand(context, name, args);
    if (!result.ok) throw new Error(`${name}: ${result.code}`);
    return result.value.id;
  };
  const shape = (id: string): ShapeView => {
    const found = readJourney(doc).shapes.get(id);
    if (!found) throw new Error(`no ${id}`);
    return found;
  };
  const svg = () =>
    renderJourney(readJourney(doc), { words: plainWords(), links: new Map(), now: Date.UTC(2026, 10, 28) });
  return {
    doc,
    run,
    shape,
    svg,
    view: () => readJourney(doc),
    touchpointId: readJourney(doc).path.touchpointIds[0] ?? "",
  };
}

describe("what lies on the free canvas", () => {
  test("a note on a touchpoint lies where its card lies, wherever that goes", () => {
    const { run, shape, view, touchpointId } = journey();
    const id = run("addShape", { kind: "note", at: { x: 10, y: -30, touchpointId } });
    const before = cardBoxes(layoutMap(view())).get(touchpointId);
    const box = shapeBox(shape(id), before);
    expect(box).toMatchObject({ x: (before?.x ?? 0) + 10, y: (before?.y ?? 0) - 30 });
    run("addStage", { index: 0, title: "Before" });
    const after = cardBoxes(layoutMap(view())).get(touchpointId);
    expect(after?.x).toBeGreaterThan(before?.x ?? 0);
    expect(shapeBox(shape(id), after)?.x).toBe((after?.x ?? 0) + 10);
    expect(shapeBox(shape(id), undefined)).toBeNull();
  });

  test("few words are set large, many small, and more than fits makes the note taller and ends in time", () => {
    const { run, shape } = journey();
    const note = (text: string) => shape(run("addShape", { kind: "note", at: { x: 0, y: 0 }, text }));
    expect(shapeText(note("Slow"))?.size).toBe(28);
    expect(shapeText(note("Nobody told me how long it would take to get an answer to my claim"))?.size).toBe(
      16,
    );
    const long = note("word ".repeat(3_000));
    expect(shapeBox(long, null)?.height).toBeGreaterThan(1_000);
    expect(shapeText(long)?.lines.length).toBe(120);
  });

  test("an arrow begins and ends at the edges of what it joins", () => {
    const left = { x: 0, y: 0, width: 100, height: 100 };
    const line = arrowLine(left, { x: 300, y: 0, width: 100, height: 100 });
    expect(line.from).toEqual({ x: 106, y: 50 });
    expect(line.to).toEqual({ x: 294, y: 50 });
    expect(line.d).toMatch(/^M106,50Q/);
    for (const to of [left, { x: 50, y: 50 }, { x: 60, y: 60, width: 10, height: 10 }])
      expect(Object.values(arrowLine(left, to)).join(" ")).not.toMatch(/NaN|Infinity/);
  });

  test("a stroke goes through as many points as it has", () => {
    expect(drawingPath([])).toBe("");
    expect(drawingPath([0, 0, 10, 10])).toBe("M0,0L10,10");
    expect(drawingPath([0, 0, 10, 0, 10, 10])).toBe("M0,0Q10,0 10,5L10,10");
  });

  test("an arrow to a card that is not laid out is not drawn", () => {
    const { run, shape, touchpointId } = journey();
    const id = run("addShape", { kind: "arrow", from: { x: 0, y: 0 }, to: { touchpointId } });
    expect(drawnBox(shape(id), new Map(), new Map())).toBeNull();
    expect(arrowEnd(shape(id).to ?? fail(), new Map(), new Map())).toBeNull();
  });
});

function fail(): never {
  throw new Error("an arrow has two ends");
}

describe("in the picture", () => {
  test("words, strokes and arrows are there, markup is words, and the paper is wide enough", () => {
    const { run, svg } = journey();
    const bare = svg();
    run("addShape", {
      kind: "note",
      at: { x: -400, y: -200 },
      text: "<script>alert(1)</script>",
      colour: "rose",
    });
    run("addShape", { kind: "frame", at: { x: -420, y: -240 }, text: "Ideas & more" });
    run("addShape", { kind: "drawing", at: { x: 0, y: 0 }, points: [0, 0, 50, 50] });
    run("addShape", { kind: "arrow", from: { x: -100, y: 0 }, to: { x: 90, y: 90 } });
    const drawn = svg();
    const width = (text: string) => Number(/width="(\d+)/.exec(text)?.[1]);
    expect(width(drawn)).toBe(width(bare) + 420);
    expect(drawn).toContain("Ideas &amp; more");
    expect(drawn).not.toContain("<script");
    expect(drawn).toContain(PALETTES.light.note.rose);
  });

  test("one note far away does not make the map too small to read", () => {
    const { run, svg } = journey();
    const bare = svg();
    run("addShape", { kind: "note", at: { x: 1e12, y: 0 }, text: "far" });
    expect(svg()).toBe(bare);
  });
});

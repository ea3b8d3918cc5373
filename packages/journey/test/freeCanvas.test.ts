import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import {
  applyCommand,
  compareJourneys,
  createJourneyDoc,
  createUndo,
  exportJourney,
  findWords,
  importJourney,
  readJourney,
  readJourneyFile,
  readTrash,
  SHAPE_LIMIT,
  watchJourney,
  type CommandContext,
} from "../src/index.ts";
import { contextOf, freshJourney, run, seededRandom, twoPeople, view } from "./people.ts";

const shape = (context: CommandContext, id: string) => view(context).shapes.get(id);
const note = (context: CommandContext, x = 0, y = 0, more: object = {}) =>
  run(context, "addShape", { kind: "note", at: { x, y }, ...more });
const touchpoint = (context: CommandContext, i = 0) => view(context).path.touchpointIds[i] ?? "";
const write = (context: CommandContext, id: string, text: string) =>
  run(context, "editText", { on: "shapes", id, key: "text", text });

describe("notes", () => {
  test("[J2] two people type in one note at once, and move and resize it at once: nothing is lost", () => {
    const { ana, ben, meet } = twoPeople();
    const id = note(ana, 10, 20, { text: "Waits" });
    meet();
    write(ana, id, "Nobody waits");
    write(ben, id, "Waits an hour");
    run(ana, "moveShapes", { shapeIds: [id], dx: 90, dy: 0 });
    run(ben, "placeShapes", { places: [{ shapeId: id, size: { width: 300, height: 200 } }] });
    meet();
    const both = shape(ana, id);
    expect(shape(ben, id)).toEqual(both);
    expect(both?.text).toContain("Nobody");
    expect(both?.text).toContain("an hour");
    expect(both).toMatchObject({ x: 100, y: 20, width: 300, height: 200 });
  });

  test("[J8] undo takes back one's own move and not what the other one wrote", () => {
    const { ana, ben, meet } = twoPeople();
    const id = note(ana, 10, 20);
    meet();
    const undo = createUndo(ana.doc, "ana", 0);
    run(ana, "moveShapes", { shapeIds: [id], dx: 5, dy: 5 });
    write(ben, id, "Ben was here");
    meet();
    undo.undo();
    meet();
    expect(shape(ben, id)).toMatchObject({ x: 10, y: 20, text: "Ben was here" });
  });

  test("[J22] a note on a touchpoint goes with it, comes back with it, and a merge takes it over", () => {
    const { context } = freshJourney();
    const [on, other] = [touchpoint(context), touchpoint(context, 1)];
    const id = run(context, "addShape", { kind: "note", at: { x: 8, y: -40, touchpointId: on } });
    run(context, "deleteTouchpoint", { touchpointId: on });
    expect(shape(context, id)).toBeUndefined();
    expect(exportJourney(context.doc).shapes).toEqual([]);
    run(context, "restoreDeleted", { map: "touchpoints", id: on });
    expect(shape(context, id)).toMatchObject({ x: 8, y: -40, touchpointId: on });
    run(context, "mergeTouchpoints", { touchpointId: other, withId: on });
    expect(shape(context, id)?.touchpointId).toBe(other);
    expect(
      applyCommand(context, "placeShapes", {
        places: [{ shapeId: id, at: { x: 0, y: 0, touchpointId: "gone" } }],
      }),
    ).toMatchObject({ code: "not_found" });
  });

  test("[J18] a locked note is held, and one on a touchpoint of a locked stage too", () => {
    const { context } = freshJourney();
    const id = note(context);
    run(context, "setLock", { on: "shapes", id, locked: true });
    for (const [name, args] of [
      ["moveShapes", { shapeIds: [id], dx: 1, dy: 1 }],
      ["placeShapes", { places: [{ shapeId: id, at: { x: 1, y: 1 } }] }],
      ["setShapes", { shapeIds: [id], set: { colour: "blue" } }],
      ["stackShapes", { shapeIds: [id], to: "back" }],
      ["deleteThings", { shapeIds: [id] }],
      ["editText", { on: "shapes", id, key: "text", text: "x" }],
    ] as const)
      expect(applyCommand(context, name, args), name).toEqual({ ok: false, code: "locked", field: "shape" });
    run(context, "setLock", { on: "shapes", id, locked: false });
    run(context, "placeShapes", {
      places: [{ shapeId: id, at: { x: 0, y: 0, touchpointId: touchpoint(context) } }],
    });
    const stageId = view(context).path.stages[0]?.id;
    run(context, "setLock", { on: "stages", id: stageId, locked: true });
    expect(applyCommand(context, "moveShapes", { shapeIds: [id], dx: 1, dy: 1 })).toMatchObject({
      code: "locked",
      field: "stage",
    });
    expect(
      applyCommand(context, "addShape", {
        kind: "note",
        at: { x: 0, y: 0, touchpointId: touchpoint(context) },
      }),
    ).toMatchObject({ code: "locked", field: "stage" });
    note(context);
  });

  test("[J19] a deleted note comes out of the trash as it was, and is found by its words again", () => {
    const { context } = freshJourney();
    const id = note(context, 3, 4, { text: "Pitkä odotus", colour: "rose" });
    const before = shape(context, id);
    run(context, "deleteThings", { shapeIds: [id] });
    expect(readTrash(context.doc)).toMatchObject([{ map: "shapes", id, title: "Pitkä odotus" }]);
    expect(findWords(view(context), "odotus")).toEqual([]);
    run(context, "restoreDeleted", { map: "shapes", id });
    expect(shape(context, id)).toEqual(before);
    run(context, "replaceWords", { words: "odotus", with: "jono" });
    expect(shape(context, id)?.text).toBe("Pitkä jono");
  });

  test("what was done on the free canvas is told as facts", () => {
    const { context } = freshJourney();
    const id = note(context, 0, 0, { text: "a" });
    const before = view(context);
    run(context, "moveShapes", { shapeIds: [id], dx: 5, dy: 0 });
    run(context, "setShapes", { shapeIds: [id], set: { colour: "blue" } });
    note(context, 0, 0, { text: "b" });
    expect(
      compareJourneys(before, view(context)).map(({ kind, deed, title }) => `${kind} ${deed} ${title}`),
    ).toEqual(["shape changed a", "shape moved a", "shape added b"]);
  });
});

describe("arrows and frames", () => {
  test("[J22] an arrow goes and comes back with what is at its ends, and ends at no arrow", () => {
    const { context } = freshJourney();
    const id = note(context);
    const arrow = run(context, "addShape", {
      kind: "arrow",
      from: { shapeId: id },
      to: { touchpointId: touchpoint(context) },
    });
    run(context, "deleteThings", { shapeIds: [id] });
    expect(shape(context, arrow)).toBeUndefined();
    run(context, "restoreDeleted", { map: "shapes", id });
    expect(shape(context, arrow)).toMatchObject({ from: { shapeId: id } });
    run(context, "deleteTouchpoint", { touchpointId: touchpoint(context) });
    expect(shape(context, arrow)).toBeUndefined();
    expect(
      applyCommand(context, "addShape", { kind: "arrow", from: { shapeId: arrow }, to: { x: 0, y: 0 } }),
    ).toMatchObject({ code: "not_allowed_here", field: "from" });
  });

  test("[J24] a frame takes along what lies in it, frames in frames too, and not what is locked or on a touchpoint", () => {
    const { context } = freshJourney();
    const frame = (x: number, y: number, width: number, height: number) =>
      run(context, "addShape", { kind: "frame", at: { x, y }, size: { width, height } });
    const outer = frame(0, 0, 1000, 600);
    const inner = frame(50, 50, 300, 300);
    const within = note(context, 60, 60);
    const locked = note(context, 400, 60);
    run(context, "setLock", { on: "shapes", id: locked, locked: true });
    const beside = note(context, 990, 60);
    const attached = note(context, 60, 60);
    run(context, "placeShapes", {
      places: [{ shapeId: attached, at: { x: 60, y: 60, touchpointId: touchpoint(context) } }],
    });
    const free = run(context, "addShape", { kind: "arrow", from: { x: 10, y: 10 }, to: { x: 90, y: 90 } });
    run(context, "moveShapes", { shapeIds: [outer], dx: 1000, dy: 0 });
    const at = (id: string) => shape(context, id)?.x;
    expect([outer, inner, within, locked, beside, attached].map(at)).toEqual([
      1000, 1050, 1060, 400, 990, 60,
    ]);
    expect(shape(context, free)).toMatchObject({ from: { x: 1010 }, to: { x: 1090 } });
  });

  test("copies keep their arrows and their groups among themselves", () => {
    const { context } = freshJourney();
    run(context, "pasteShapes", {
      shapes: [
        { key: "a", kind: "note", at: { x: 0, y: 0 }, text: "one", group: "g" },
        { key: "b", kind: "note", at: { x: 300, y: 0 }, text: "two", group: "g" },
        { key: "c", kind: "arrow", from: { shapeId: "a" }, to: { shapeId: "b" } },
        {
          key: "d",
          kind: "arrow",
          from: { shapeId: "elsewhere", x: 5, y: 6 },
          to: { touchpointId: "elsewhere" },
        },
      ],
      dx: 24,
      dy: 24,
    });
    const [one, two, arrow, loose] = [...view(context).shapes.values()];
    expect(one).toMatchObject({ text: "one", x: 24, group: two?.group });
    expect(one?.group).not.toBe("g");
    expect(arrow).toMatchObject({ from: { shapeId: one?.id }, to: { shapeId: two?.id } });
    expect(loose).toMatchObject({ from: { x: 29, y: 30 }, to: { x: 24, y: 24 } });
  });

  test("what is laid in front lies above, what is laid behind below, and a new frame below everything", () => {
    const { context } = freshJourney();
    const [a, b, c] = [note(context), note(context), note(context)];
    const order = () => [...view(context).shapes.keys()];
    run(context, "stackShapes", { shapeIds: [a], to: "front" });
    expect(order()).toEqual([b, c, a]);
    run(context, "stackShapes", { shapeIds: [c, a], to: "back" });
    expect(order()).toEqual([c, a, b]);
    const frame = run(context, "addShape", { kind: "frame", at: { x: 0, y: 0 } });
    expect(order()).toEqual([frame, c, a, b]);
  });
});

describe("bad input", () => {
  test("[J23] whatever is dragged wherever, every number stays finite and on the canvas", () => {
    const { context } = freshJourney();
    const random = seededRandom(7);
    const wild = () => [Infinity, -Infinity, 1e308, -1e308, 0.5, -0, 123456789][Math.floor(random() * 7)];
    const id = note(context);
    const drawing = run(context, "addShape", { kind: "drawing", at: { x: 0, y: 0 }, points: [0, 0, 9, 9] });
    for (let i = 0; i < 200; i += 1) {
      run(context, "moveShapes", { shapeIds: [id, drawing], dx: wild(), dy: wild() });
      run(context, "placeShapes", { places: [{ shapeId: id, size: { width: wild(), height: wild() } }] });
      if (i % 3 === 0)
        run(context, "placeShapes", { places: [{ shapeId: id, at: { x: wild(), y: wild() } }] });
      for (const one of view(context).shapes.values())
        for (const n of [one.x, one.y, one.width, one.height]) {
          expect(Number.isInteger(n)).toBe(true);
          expect(Math.abs(n)).toBeLessThanOrEqual(SHAPE_LIMIT.far);
        }
    }
    expect(applyCommand(context, "moveShapes", { shapeIds: [id], dx: Number.NaN, dy: 0 })).toMatchObject({
      code: "wrong_type",
      field: "dx",
    });
  });

  test("[J3] nonsense that a foreign client wrote reads as a repaired shape, and a ring of arrows ends", () => {
    const { doc } = freshJourney();
    const put = (id: string, attributes: object): void => {
      const entity = new Y.Map<unknown>();
      doc.getMap("shapes").set(id, entity);
      for (const [key, value] of Object.entries(attributes)) entity.set(key, value);
    };
    put("far", {
      kind: "note",
      at: [Infinity, "x", 7],
      size: [-5, Number.NaN],
      colour: 3,
      text: "x".repeat(100_000),
    });
    put("bare", {});
    put("ring", { kind: "arrow", from: { shapeId: "ring" }, to: { shapeId: "ring" } });
    put("blind", { kind: "arrow", from: 7 });
    put("scrawl", { kind: "drawing", points: [1, 2, "three", 4] });
    put("long", { kind: "drawing", points: Array.from({ length: 9_001 }, (_, i) => i) });
    const { shapes } = readJourney(doc);
    expect(shapes.get("far")).toMatchObject({
      x: SHAPE_LIMIT.far,
      y: 0,
      width: 24,
      height: 128,
      touchpointId: null,
    });
    expect(shapes.get("bare")).toMatchObject({ kind: "note", colour: "yellow" });
    expect(shapes.has("ring")).toBe(false);
    expect(shapes.get("blind")).toMatchObject({ from: { x: 0, y: 0 } });
    expect(shapes.get("scrawl")?.points).toEqual([]);
    expect(shapes.get("long")?.points).toHaveLength(SHAPE_LIMIT.points * 2);
  });

  test("[J25] a shape of a newer version is kept, counted, exported and not drawn", () => {
    const { doc, context } = freshJourney();
    const watch = watchJourney(doc);
    const entity = new Y.Map<unknown>();
    doc.transact(() => {
      doc.getMap("shapes").set("new", entity);
      entity.set("kind", "hologram");
      entity.set("depth", 3);
    });
    expect(watch.view().shapes.has("new")).toBe(false);
    expect(watch.view().unknownShapes).toBe(1);
    const file = readJourneyFile(JSON.parse(JSON.stringify(exportJourney(doc))));
    if (!file.ok) throw new Error(file.code);
    const fresh = contextOf(createJourneyDoc());
    importJourney(fresh, file.value);
    expect(view(fresh).unknownShapes).toBe(1);
    expect(exportJourney(fresh.doc).shapes).toMatchObject([{ id: "new", kind: "hologram", depth: 3 }]);
    watch.close();
    expect(view(context).shapes.size).toBe(0);
  });

  test("[J16] the free canvas goes through a file and back unchanged", () => {
    const { doc, context } = freshJourney();
    const id = note(context, -12, 7, { text: "<b>&\u202e", colour: "violet" });
    run(context, "addShape", { kind: "drawing", at: { x: 1, y: 2 }, points: [0, 0, 30, 5] });
    run(context, "addShape", { kind: "arrow", from: { shapeId: id }, to: { x: 9, y: 9 } });
    const file = readJourneyFile(JSON.parse(JSON.stringify(exportJourney(doc))));
    if (!file.ok) throw new Error(file.code);
    const fresh = contextOf(createJourneyDoc());
    importJourney(fresh, file.value);
    expect(view(fresh)).toEqual(view(context));
  });
});

test("[J13] a letter in one note leaves every other shape the very same object", () => {
  const { doc, context } = freshJourney();
  const [a, b] = [note(context), note(context)];
  const arrow = run(context, "addShape", { kind: "arrow", from: { shapeId: a }, to: { shapeId: b } });
  const watch = watchJourney(doc);
  const before = watch.view();
  write(context, a, "x");
  const after = watch.view();
  expect(after.shapes.get(a)).not.toBe(before.shapes.get(a));
  for (const id of [b, arrow]) expect(after.shapes.get(id)).toBe(before.shapes.get(id));
  expect(after.touchpoints).toBe(before.touchpoints);
  expect(after.path).toBe(before.path);
  watch.close();
});

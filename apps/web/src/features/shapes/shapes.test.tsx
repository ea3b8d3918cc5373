import { cardBoxes, layoutMap } from "@polku/drawing";
import {
  addShape,
  addTouchpoint,
  applyCommand,
  moveShapes,
  openFeedback,
  placeShapes,
  type JourneyDoc,
} from "@polku/journey";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { ReactFlowProvider } from "@xyflow/react";
import { Profiler } from "react";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { startLanguage } from "../../i18n/language.ts";
import type { JourneySession } from "../../session/journeySession.ts";
import { SessionProvider } from "../../session/SessionContext.tsx";
import { layoutNow } from "../../session/layoutNow.ts";
import type { OtherPerson } from "../../session/presence.ts";
import {
  addNote,
  attachShapes,
  copyShapes,
  detachShapes,
  duplicateShapes,
  lockShapes,
  pasteCopies,
  putWall,
} from "../../session/shapeHand.ts";
import { hand, localSession } from "../../session/testing/localSession.ts";
import { Arrow } from "./Arrow.tsx";
import { Ghost } from "./Ghost.tsx";
import { Shape } from "./Shape.tsx";
import { drawingOf } from "./simplify.ts";

const COUNT = 40;

let session: JourneySession;
let doc: JourneyDoc;
let ids: string[];
const rendered = new Set<string>();

function note(x: number, y: number, text = ""): string {
  const made = session.run(addShape, { kind: "note", at: { x, y }, text });
  if (!made.ok) throw new Error(made.code);
  return made.value.id;
}

const shape = (id: string) => session.view().shapes.get(id);

beforeAll(startLanguage);

beforeEach(() => {
  ({ session, doc } = localSession());
  ids = Array.from({ length: COUNT }, (_, i) => note(i * 200, 0, `Note ${i}`));
  rendered.clear();
});

afterEach(cleanup);

function remotely(name: string, args: unknown): void {
  act(() => {
    const result = applyCommand(hand(doc, "somebody else"), name, args);
    if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result)}`);
  });
}

function draw(): string {
  const made = session.run(addShape, {
    kind: "arrow",
    from: { shapeId: ids[0] ?? "" },
    to: { shapeId: ids[1] ?? "" },
  });
  if (!made.ok) throw new Error(made.code);
  const cards = cardBoxes(layoutMap(session.view()));
  const counted = (id: string) => ({ id, onRender: () => void rendered.add(id) });
  render(
    <ReactFlowProvider>
      <SessionProvider session={session}>
        {ids.map((id) => (
          <Profiler key={id} {...counted(id)}>
            <Shape id={id} card={undefined} Holders={() => null} />
          </Profiler>
        ))}
        <Profiler {...counted("arrow")}>
          <Arrow id={made.value.id} cards={cards} Holders={() => null} />
        </Profiler>
      </SessionProvider>
    </ReactFlowProvider>,
  );
  rendered.clear();
  return made.value.id;
}

test("one letter of somebody else renders one note, and a note that is moved renders itself and its arrow", () => {
  draw();
  remotely("editText", { on: "shapes", id: ids[7], key: "text", text: "Waits an hour" });
  expect([...rendered]).toEqual([ids[7]]);
  expect(screen.getByRole("button", { name: "Sticky note: Waits an hour" })).toBeDefined();
  rendered.clear();
  remotely("moveShapes", { shapeIds: [ids[1]], dx: 0, dy: 90 });
  expect(rendered).toEqual(new Set([ids[1], "arrow"]));
});

test("Enter ends a line of a note, Escape leaves it, and what was typed is there for all", () => {
  draw();
  const [id = ""] = ids;
  act(() => session.attention.edit({ kind: "shape", id }));
  const area = screen.getByRole("textbox", { name: "Text of the note" });
  fireEvent.change(area, { target: { value: "One\nTwo" } });
  expect(fireEvent.keyDown(area, { key: "Enter" })).toBe(true);
  expect(shape(id)?.text).toBe("One\nTwo");
  fireEvent.keyDown(area, { key: "Escape" });
  expect(session.attention.getState().editing).toBeNull();
});

test("a note stays where it lies when it is attached to the nearest touchpoint, and when it is let go", () => {
  const [touchpointId = ""] = session.view().path.touchpointIds;
  const card = cardBoxes(layoutMap(session.view())).get(touchpointId) ?? { x: 0, y: 0 };
  const id = note(Math.round(card.x) + 10, Math.round(card.y) - 150);
  const before = shape(id);
  attachShapes(session, [id]);
  expect(shape(id)).toMatchObject({ touchpointId, x: 10 });
  detachShapes(session, [id]);
  expect(shape(id)).toEqual(before);
});

test("what is let go of a sub-journey that stands alone lies beside its card on the whole map", () => {
  const [touchpointId = ""] = session.view().path.touchpointIds;
  const made = session.run(openFeedback, { touchpointId });
  if (!made.ok) throw new Error(made.code);
  const subJourneyId = made.value.id;
  const stageId = session.view().subJourneys.get(subJourneyId)?.path.stages[0]?.id ?? "";
  const inside = session.run(addTouchpoint, { stageId });
  if (!inside.ok) throw new Error(inside.code);
  const id = note(0, 0);
  session.run(placeShapes, {
    places: [{ shapeId: id, at: { x: 16, y: -120, touchpointId: inside.value.id } }],
  });
  session.attention.openAlone(subJourneyId);
  detachShapes(session, [id]);
  const open = layoutMap(session.view(), { open: (one) => one === subJourneyId });
  const card = cardBoxes(open).get(inside.value.id) ?? { x: 0, y: 0 };
  expect(shape(id)).toMatchObject({ touchpointId: null, x: card.x + 16, y: card.y - 120 });
});

test("what is copied comes back beside it with its words, colour and arrows, in one step of undo", () => {
  const arrow = draw();
  const copies = copyShapes(session, [ids[0] ?? "", ids[1] ?? "", arrow]);
  const before = session.view().shapes.size;
  act(() => pasteCopies(session, copies, { x: 24, y: 24 }));
  expect(session.view().shapes.size).toBe(before + 3);
  const [first, second, line] = [...session.view().shapes.values()].slice(-3);
  expect(first).toMatchObject({ text: "Note 0", x: 24, y: 24 });
  expect(line).toMatchObject({ from: { shapeId: first?.id }, to: { shapeId: second?.id } });
  act(() => void session.undo.undo());
  expect(session.view().shapes.size).toBe(before);
});

test("a wall of notes comes below the map in a frame that carries them, in one step of undo", () => {
  const before = session.view().shapes.size;
  putWall(session, "What hurts", ["One", "Two", "Three", "Four", "Five", "Six"]);
  const made = [...session.view().shapes.values()].slice(before);
  const [frame, first, , , , , sixth] = made;
  expect(frame).toMatchObject({ kind: "frame", text: "What hurts" });
  const { height } = layoutMap(session.view()).box;
  for (const one of made) expect(one.y).toBeGreaterThan(height);
  expect(sixth?.y).toBeGreaterThan(first?.y ?? Infinity);
  session.undo.beginStep();
  session.run(moveShapes, { shapeIds: [frame?.id ?? ""], dx: 100, dy: 0 });
  expect(shape(sixth?.id ?? "")?.x).toBe((sixth?.x ?? 0) + 100);
  session.undo.undo();
  session.undo.undo();
  expect(session.view().shapes.size).toBe(before);
});

test("a locked note is neither moved nor deleted, and unlocking gives it back", () => {
  const [id = ""] = ids;
  lockShapes(session, [id], true);
  expect(session.run(placeShapes, { places: [{ shapeId: id, at: { x: 5, y: 5 } }] })).toMatchObject({
    code: "locked",
  });
  duplicateShapes(session, [id]);
  expect([...session.view().shapes.values()].at(-1)).toMatchObject({ text: "Note 0", locked: false });
  lockShapes(session, [id], false);
  expect(session.run(placeShapes, { places: [{ shapeId: id, at: { x: 5, y: 5 } }] }).ok).toBe(true);
});

test("a stroke keeps its shape with few points, and never more than a drawing may hold", () => {
  const straight = drawingOf(
    Array.from({ length: 500 }, (_, i) => ({ x: 100 + i, y: 50 })),
    1,
  );
  expect(straight).toEqual({ at: { x: 100, y: 50 }, points: [0, 0, 499, 0] });
  const wild = Array.from({ length: 20_000 }, (_, i) => ({ x: i * 3, y: (i % 2) * 900 }));
  expect(drawingOf(wild, 1)?.points.length).toBeLessThanOrEqual(4_000);
  expect(drawingOf([{ x: 0, y: 0 }], 1)).toBeNull();
});

test("while a sub-journey stands alone, what is made goes with its nearest touchpoint, and is seen there and on the whole map", () => {
  const [parent = ""] = session.view().path.touchpointIds;
  const opened = session.run(openFeedback, { touchpointId: parent, kind: "feedback", lang: "en" });
  if (!opened.ok) throw new Error(opened.code);
  const inside = session.view().subJourneys.get(opened.value.id)?.path.touchpointIds ?? [];
  session.attention.openAlone(opened.value.id);
  const card = cardBoxes(layoutNow(session)).get(inside[1] ?? "");
  if (!card) throw new Error("The sub-journey is laid out alone.");
  const id = addNote(session, { x: card.x + 10, y: card.y + 150 }, "Here too");
  expect(shape(id ?? "")).toMatchObject({ touchpointId: inside[1], x: 10, y: 150 });
  duplicateShapes(session, [id ?? ""]);
  const copies = [...session.view().shapes.values()].filter(({ text }) => text === "Here too");
  expect(copies.map(({ touchpointId, x }) => [touchpointId, x])).toEqual([
    [inside[1], 10],
    [inside[1], 34],
  ]);
  session.attention.openAlone(null);
  const free = addNote(session, { x: 5, y: 6 });
  expect(shape(free ?? "")).toMatchObject({ touchpointId: null, x: 5, y: 6 });
});

test("a shape that somebody else drags shows where to in their colour, and only that shape", () => {
  const [mine = "", other = ""] = ids;
  const user = { id: "ben", name: "Ben", colour: "rgb(1, 2, 3)", role: "editor" } as const;
  const ben = { user, drag: { ids: [mine], dx: 30, dy: -4 } } as unknown as OtherPerson;
  const watched = { ...session, presence: { ...session.presence, others: () => [ben] } };
  const { container } = render(
    <SessionProvider session={watched}>
      <Ghost id={mine} />
      <Ghost id={other} />
    </SessionProvider>,
  );
  const ghosts = [...container.querySelectorAll<HTMLElement>(".shape__ghost")];
  expect(ghosts.map(({ style }) => [style.transform, style.borderColor])).toEqual([
    ["translate(30px, -4px)", "rgb(1, 2, 3)"],
  ]);
});

import { addTouchpoint, deleteTouchpoint, editText, type JourneyView } from "@polku/journey";
import { expect, test } from "vitest";
import { createAwayEdits, type Shelf } from "./awayEdits.ts";
import { localSession } from "./testing/localSession.ts";

function memoryShelf(text: string | null = null): Shelf & { readonly text: () => string | null } {
  let kept = text;
  return { read: () => kept, write: (next) => void (kept = next), text: () => kept };
}

function journeyWith(title: string) {
  const { session } = localSession();
  const stageId = session.view().path.stages[0]?.id ?? "";
  const made = session.run(addTouchpoint, { stageId, title });
  if (!made.ok) throw new Error("refused");
  return { session, touched: [{ map: "touchpoints", id: made.value.id }] as const, id: made.value.id };
}

test("what others deleted while a person wrote on it is told with their words, also over a closed tab", () => {
  const { session, touched, id } = journeyWith("Soitan");
  const shelf = memoryShelf();
  createAwayEdits(shelf).note(touched, session.view());
  session.run(editText, { on: "touchpoints", id, key: "title", text: "Soitan uudelleen" });
  createAwayEdits(shelf).note(touched, session.view());
  session.run(deleteTouchpoint, { touchpointId: id });
  const next = createAwayEdits(shelf);
  let told = 0;
  next.lost.subscribe(() => (told += 1));
  next.back(session.view());
  expect(next.lost.list()).toEqual([{ map: "touchpoints", id, words: "Soitan uudelleen", at: null }]);
  next.back(session.view());
  expect([next.lost.list().length, told]).toEqual([1, 1]);
  next.lost.dismiss();
  expect([next.lost.list().length, told]).toEqual([0, 2]);
  expect(shelf.text()).toBeNull();
});

test("what is still there, and what the person deleted themselves, is not told", () => {
  const { session, touched, id } = journeyWith("Soitan");
  const edits = createAwayEdits(memoryShelf());
  edits.note(touched, session.view());
  edits.back(session.view());
  expect(edits.lost.list()).toEqual([]);
  edits.left();
  edits.note(touched, session.view());
  session.run(deleteTouchpoint, { touchpointId: id });
  edits.note(touched, session.view());
  edits.back(session.view());
  expect(edits.lost.list()).toEqual([]);
});

test("what is written while the server hears it is not kept in mind", () => {
  const { session, touched, id } = journeyWith("Soitan");
  const shelf = memoryShelf();
  const edits = createAwayEdits(shelf);
  edits.back(session.view());
  edits.note(touched, session.view());
  expect(shelf.text()).toBeNull();
  session.run(deleteTouchpoint, { touchpointId: id });
  edits.left();
  edits.back(session.view());
  expect(edits.lost.list()).toEqual([]);
});

test("a shelf with something else on it begins empty", () => {
  const view: JourneyView = journeyWith("A").session.view();
  for (const text of ["{", "3", '[{"x":1},null]']) {
    const edits = createAwayEdits(memoryShelf(text));
    edits.back(view);
    expect(edits.lost.list()).toEqual([]);
  }
});

import { addShape, editText, openFeedback } from "@polku/journey";
import { expect, test } from "vitest";
import { localSession } from "../../session/testing/localSession.ts";
import { deedsNow } from "./deeds.ts";

const page = {
  openFeedback: () => {},
  trash: () => {},
  lanes: () => {},
  views: () => {},
  find: () => {},
  walk: () => {},
  summary: () => {},
  below: () => null,
  makeFuture: null,
  sideBySide: [],
  tool: () => {},
  present: () => {},
  keys: () => {},
};

function opened() {
  const { session } = localSession();
  const touchpointId = session.view().path.touchpointIds[0] ?? "";
  const run = (name: string): void => {
    const deed = deedsNow(session, page).find((one) => one.name === name);
    if (!deed) throw new Error(`${name} cannot be done now`);
    deed.run();
  };
  return { session, touchpointId, run };
}

test("what is done with a touchpoint is offered while it is selected, and one undo takes it back", () => {
  const { session, touchpointId, run } = opened();
  expect(() => run("split")).toThrow("cannot be done");
  session.run(editText, { on: "touchpoints", id: touchpointId, key: "title", text: "First call" });
  session.attention.select({ kind: "touchpoint", id: touchpointId });
  run("split");
  run("duplicate");
  const titles = () =>
    session.view().path.touchpointIds.map((id) => session.view().touchpoints.get(id)?.title);
  expect(titles()).toEqual(["First call", "First call", "", "", ""]);
  session.undo.undo();
  expect(titles()).toEqual(["First call", "", "", ""]);
});

test("a locked stage offers its unlocking, and nothing in it is deleted before", () => {
  const { session, touchpointId, run } = opened();
  session.attention.select({ kind: "stage", id: session.view().path.stages[0]?.id ?? "" });
  run("lockStage");
  session.attention.select({ kind: "touchpoint", id: touchpointId });
  run("delete");
  expect(session.view().touchpoints.has(touchpointId)).toBe(true);
  session.attention.select({ kind: "stage", id: session.view().path.stages[0]?.id ?? "" });
  run("unlockStage");
  session.attention.select({ kind: "touchpoint", id: touchpointId });
  run("delete");
  expect(session.view().touchpoints.has(touchpointId)).toBe(false);
});

test("what hangs on a touchpoint is let go on the whole map only: where a sub-journey stands alone there is no free place", () => {
  const { session, touchpointId } = opened();
  const sub = session.run(openFeedback, { touchpointId });
  const note = session.run(addShape, { kind: "note", at: { x: 0, y: -200, touchpointId } });
  if (!sub.ok || !note.ok) throw new Error("refused");
  const names = () => {
    session.attention.select({ kind: "shape", id: note.value.id });
    return deedsNow(session, page).map(({ name }) => name);
  };
  expect(names()).toContain("detachShape");
  session.attention.openAlone(sub.value.id);
  expect(names()).not.toContain("detachShape");
});

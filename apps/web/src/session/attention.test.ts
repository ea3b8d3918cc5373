import { deleteTouchpoint } from "@polku/journey";
import { expect, test } from "vitest";
import { isInHand, type Thing } from "./attention.ts";
import { deleteHandful, handful } from "./handful.ts";
import { localSession } from "./testing/localSession.ts";

function opened() {
  const { session } = localSession();
  const cards = session.view().path.touchpointIds.map((id): Thing => ({ kind: "touchpoint", id }));
  const [a, b, c] = cards;
  if (!a || !b || !c) throw new Error("The blank journey has three touchpoints.");
  return { session, attention: session.attention, a, b, c };
}

test("what is gathered stays together while the keyboard goes among it, and is let go by anything else", () => {
  const { attention, a, b, c } = opened();
  attention.gather([a, b], b);
  attention.select(a);
  expect(attention.getState().selected).toEqual(a);
  expect(isInHand(attention.getState(), b)).toBe(true);
  attention.select(c);
  expect(isInHand(attention.getState(), a)).toBe(false);
  expect(attention.getState().gathered.size).toBe(0);
  attention.gather([a], null);
  expect(attention.getState()).toMatchObject({ selected: a });
  expect(attention.getState().gathered.size).toBe(0);
});

test("many are deleted in one step; what somebody else deleted meanwhile is not in hand any more", () => {
  const { session, attention, a, b, c } = opened();
  attention.gather([a, b, c], a);
  if (c.kind === "touchpoint") session.run(deleteTouchpoint, { touchpointId: c.id });
  expect(handful(session)).toEqual([a, b]);
  deleteHandful(session);
  expect(session.view().path.touchpointIds).toEqual([]);
  expect(attention.getState().selected).toBeNull();
  session.undo.undo();
  expect(session.view().path.touchpointIds).toHaveLength(2);
});

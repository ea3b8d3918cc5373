import { addShape, placeShapes } from "@polku/journey";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { localSession } from "../../session/testing/localSession.ts";
import { moveOwnNote, useOwnHand } from "./ownMoves.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

type Place = { x: number; y: number; touchpointId: string | null };

/** A note on the map, and a server that writes what is sent, or refuses it. */
function withNote(status = 204) {
  const { session } = localSession();
  const made = session.run(addShape, { kind: "note", at: { x: 100, y: 100 } });
  if (!made.ok) throw new Error(made.code);
  const { id } = made.value;
  const sent: Place[] = [];
  vi.stubGlobal("fetch", (_: string, { body }: { body: string }) => {
    const { at } = JSON.parse(body) as { at: Place };
    sent.push(at);
    if (status !== 204)
      return Promise.resolve(
        Response.json({ code: "canvasNote.locked", message: "It is held." }, { status }),
      );
    session.run(placeShapes, { places: [{ shapeId: id, at }] });
    return Promise.resolve(new Response(null, { status }));
  });
  /** Where this window shows it. */
  const seen = () => {
    const { x, y } = useOwnHand.getState().places.get(id) ?? session.view().shapes.get(id) ?? { x: 0, y: 0 };
    return [x, y];
  };
  return { session, id, sent, seen };
}

test("a note of one's own lies where it was moved at once; of many moves the first and the last are sent, and then the map shows it", async () => {
  const { session, id, sent, seen } = withNote();
  const moves = Array.from({ length: 6 }, () => moveOwnNote(session, id, 8, 0));
  expect(seen()).toEqual([148, 100]);
  await vi.runAllTimersAsync();
  await Promise.all(moves);
  expect(sent.map(({ x }) => x)).toEqual([108, 148]);
  const slow = moveOwnNote(session, id, 0, 8);
  await vi.advanceTimersByTimeAsync(100);
  for (let i = 0; i < 4; i += 1) void moveOwnNote(session, id, 0, 8);
  expect(seen()).toEqual([148, 140]);
  await vi.runAllTimersAsync();
  await slow;
  expect(sent.map(({ y }) => y)).toEqual([100, 100, 108, 140]);
  expect(useOwnHand.getState().places.size).toBe(0);
  expect(seen()).toEqual([148, 140]);
});

test("a place that is refused is given up: the note lies where the map has it, and may be moved again", async () => {
  const { session, id, sent, seen } = withNote(409);
  const move = moveOwnNote(session, id, 50, 0);
  expect(seen()).toEqual([150, 100]);
  await vi.runAllTimersAsync();
  await move;
  expect([sent.length, seen()]).toEqual([1, [100, 100]]);
  const again = moveOwnNote(session, id, 50, 0);
  await vi.runAllTimersAsync();
  await again;
  expect(sent).toHaveLength(2);
});

test("what an editor hangs on a touchpoint meanwhile lies where they put it", async () => {
  const { session, id, sent } = withNote();
  const [touchpointId = ""] = session.view().path.touchpointIds;
  const move = moveOwnNote(session, id, 50, 0);
  await vi.advanceTimersByTimeAsync(100);
  session.run(placeShapes, { places: [{ shapeId: id, at: { x: 1, y: 2, touchpointId } }] });
  void moveOwnNote(session, id, 50, 0);
  await vi.runAllTimersAsync();
  await move;
  expect(sent).toHaveLength(1);
  expect(session.view().shapes.get(id)).toMatchObject({ x: 1, y: 2, touchpointId });
});

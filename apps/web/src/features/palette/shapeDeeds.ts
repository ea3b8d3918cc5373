import { lockShapes, attachShapes, detachShapes, duplicateShapes, stack } from "../../session/shapeHand.ts";
import type { JourneySession } from "../../session/journeySession.ts";
import type { Deed, DeedName } from "./deeds.ts";

/** What can be done with shapes in hand, beside deleting them. */
export function deedsOfShapes(session: JourneySession, ids: readonly string[]): Deed[] {
  const shapes = ids.flatMap((id) => session.view().shapes.get(id) ?? []);
  const [first] = shapes;
  if (!first) return [];
  const deed = (name: DeedName, run: () => void, keys?: string): Deed => ({
    name,
    ofThing: true,
    run,
    ...(keys ? { keys } : {}),
  });
  const duplicate = deed("duplicate", () => duplicateShapes(session, ids), "Ctrl D");
  if (shapes.some(({ locked }) => locked))
    return [deed("unlockShape", () => lockShapes(session, ids, false)), duplicate];
  const canAttach = shapes.some(({ kind }) => kind !== "arrow" && kind !== "frame");
  const isAttached = shapes.some(({ touchpointId }) => touchpointId !== null);
  return [
    ...(shapes.length === 1
      ? [deed("editShape", () => session.attention.edit({ kind: "shape", id: first.id }), "Enter")]
      : []),
    duplicate,
    ...(canAttach && !isAttached ? [deed("attachShape", () => attachShapes(session, ids))] : []),
    ...(isAttached ? [deed("detachShape", () => detachShapes(session, ids))] : []),
    deed("shapeToFront", () => stack(session, ids, "front")),
    deed("shapeToBack", () => stack(session, ids, "back")),
    deed("lockShape", () => lockShapes(session, ids, true)),
  ];
}

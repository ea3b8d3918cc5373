import type { ShapeView } from "@polku/journey";
import { ALIGNMENTS, fewest } from "../../session/alignment.ts";
import {
  alignShapes,
  attachShapes,
  detachShapes,
  duplicateShapes,
  groupShapes,
  lockShapes,
  stack,
} from "../../session/shapeHand.ts";
import type { JourneySession } from "../../session/journeySession.ts";
import type { Deed, DeedName } from "./deeds.ts";

const NAMES = {
  left: "alignLeft",
  centre: "alignCentre",
  right: "alignRight",
  top: "alignTop",
  middle: "alignMiddle",
  bottom: "alignBottom",
  across: "spaceAcross",
  down: "spaceDown",
} as const;

/** What puts several shapes in order. */
function orderDeeds(
  session: JourneySession,
  shapes: readonly ShapeView[],
  deed: (name: DeedName, run: () => void, keys?: string) => Deed,
): Deed[] {
  const ids = shapes.map(({ id }) => id);
  const lying = shapes.filter(({ kind }) => kind !== "arrow").length;
  return [
    ...(shapes.length > 1 ? [deed("groupShapes", () => groupShapes(session, ids, true), "Ctrl G")] : []),
    ...(shapes.some(({ group }) => group !== null)
      ? [deed("ungroupShapes", () => groupShapes(session, ids, false), "Ctrl Shift G")]
      : []),
    ...ALIGNMENTS.filter((how) => lying >= fewest(how)).map((how) =>
      deed(NAMES[how], () => alignShapes(session, ids, how)),
    ),
  ];
}

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
  // On a map of one sub-journey alone there is no free place to let go to.
  const mayLetGo = session.attention.getState().alone === null;
  return [
    ...(shapes.length === 1
      ? [deed("editShape", () => session.attention.edit({ kind: "shape", id: first.id }), "Enter")]
      : []),
    duplicate,
    ...(canAttach && !isAttached ? [deed("attachShape", () => attachShapes(session, ids))] : []),
    ...(isAttached && mayLetGo ? [deed("detachShape", () => detachShapes(session, ids))] : []),
    ...orderDeeds(session, shapes, deed),
    deed("shapeToFront", () => stack(session, ids, "front")),
    deed("shapeToBack", () => stack(session, ids, "back")),
    deed("lockShape", () => lockShapes(session, ids, true)),
  ];
}

import { deleteThings, type JourneyView, type PathStage } from "@polku/journey";
import type { Thing } from "./attention.ts";
import type { JourneySession } from "./journeySession.ts";

/** The stages of all paths. */
export function stagesOf(view: JourneyView): PathStage[] {
  return [view.path, ...[...view.subJourneys.values()].map(({ path }) => path)].flatMap(
    ({ stages }) => stages,
  );
}

function isThere(view: JourneyView, thing: Thing): boolean {
  if (thing.kind === "stage") return stagesOf(view).some(({ id }) => id === thing.id);
  if (thing.kind === "lane") return view.lanes.some(({ id }) => id === thing.id);
  if (thing.kind === "touchpoint") return view.touchpoints.has(thing.id);
  if (thing.kind === "shape") return view.shapes.has(thing.id);
  const on = view.touchpoints.get(thing.touchpointId);
  return thing.kind === "cell" ? on !== undefined : (on?.points.some(({ id }) => id === thing.id) ?? false);
}

/** What this person has in hand, one thing or many; what somebody else deleted meanwhile is not among it. */
export function handful(session: JourneySession): readonly Thing[] {
  const { selected, gathered } = session.attention.getState();
  const things = gathered.size > 0 ? [...gathered.values()] : selected ? [selected] : [];
  return things.filter((thing) => isThere(session.view(), thing));
}

/** The ids of the things of one kind, as they were gathered. */
export function idsOf(
  things: readonly Thing[],
  kind: "touchpoint" | "stage" | "lane" | "point" | "shape",
): string[] {
  return things.flatMap((thing) => (thing.kind === kind ? [thing.id] : []));
}

/** Deletes what is in hand, in one step of undo; cells are emptied and stay in hand. */
export function deleteHandful(session: JourneySession): void {
  const things = handful(session);
  if (things.length === 0) return;
  session.undo.beginStep();
  const cells = things.flatMap((thing) =>
    thing.kind === "cell" ? [{ laneId: thing.laneId, touchpointId: thing.touchpointId }] : [],
  );
  const result = session.run(deleteThings, {
    touchpointIds: idsOf(things, "touchpoint"),
    stageIds: idsOf(things, "stage"),
    laneIds: idsOf(things, "lane"),
    pointIds: idsOf(things, "point"),
    shapeIds: idsOf(things, "shape"),
    cells,
  });
  if (result.ok && cells.length === 0) session.attention.select(null);
}

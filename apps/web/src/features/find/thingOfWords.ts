import type { FoundWords, JourneyView } from "@polku/journey";
import type { Thing } from "../../session/attention.ts";

/** The thing of the map that shows a text. */
export function thingOfWords({ on, id, touchpointId, laneId }: FoundWords): Thing {
  if (on === "stages") return { kind: "stage", id };
  if (on === "lanes") return { kind: "lane", id };
  if (on === "shapes") return { kind: "shape", id };
  const touchpoint: Thing = { kind: "touchpoint", id: touchpointId ?? id };
  return laneId !== null && touchpointId !== null ? { kind: "cell", laneId, touchpointId } : touchpoint;
}

/** The sub-journeys, outermost first, that must stand open for a touchpoint or a stage to be seen. */
export function openersOf(view: JourneyView, thing: Thing): string[] {
  if (thing.kind === "shape") {
    const on = view.shapes.get(thing.id)?.touchpointId;
    return on ? openersOf(view, { kind: "touchpoint", id: on }) : [];
  }
  const id = thing.kind === "cell" || thing.kind === "point" ? thing.touchpointId : thing.id;
  const holder = [...view.subJourneys.values()].find(({ path }) =>
    path.stages.some((stage) => stage.id === id || stage.touchpointIds.includes(id)),
  );
  if (!holder) return [];
  return [...openersOf(view, { kind: "touchpoint", id: holder.parentTouchpointId }), holder.id];
}

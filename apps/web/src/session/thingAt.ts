import type { Thing } from "./attention.ts";
import type { JourneySession } from "./journeySession.ts";

/** The thing that a key of `thingKey` names; null when it names none, or a point that is gone. */
function thingOfKey(session: JourneySession, key: string): Thing | null {
  const colon = key.indexOf(":");
  const [kind, id] = [key.slice(0, colon), key.slice(colon + 1)];
  if (kind === "touchpoint" || kind === "stage" || kind === "lane" || kind === "shape") return { kind, id };
  if (kind === "cell") {
    const [laneId = "", touchpointId = ""] = id.split("/");
    return { kind, laneId, touchpointId };
  }
  if (kind !== "point") return null;
  const owner = [...session.view().touchpoints.values()].find(({ points }) =>
    points.some((point) => point.id === id),
  );
  return owner ? { kind, id, touchpointId: owner.id } : null;
}

/** The thing that an element of the map shows. */
export function thingOf(session: JourneySession, element: Element): Thing | null {
  return thingOfKey(session, element.getAttribute("data-thing") ?? "");
}

/** The thing of the map under a pointer, or under the keyboard's focus; null in a text that is being typed. */
export function thingAt(session: JourneySession, target: EventTarget | null): Thing | null {
  if (!(target instanceof Element) || target.closest("textarea, input, select")) return null;
  const element = target.closest(".map [data-thing]");
  return element && thingOf(session, element);
}

import type { Thing } from "../session/attention.ts";
import type { JourneySession } from "../session/journeySession.ts";

/**
 * The thing of the map under a pointer, or under the keyboard's focus. Null in a text that is being typed, whose menu is the browser's, and
 * where one may not change anything.
 */
export function pressedThing(session: JourneySession, target: EventTarget | null): Thing | null {
  if (!(target instanceof Element) || target.closest("textarea, input, select")) return null;
  if (!session.connection().canEdit) return null;
  const key = target.closest<HTMLElement>(".map [data-thing]")?.dataset.thing ?? "";
  const colon = key.indexOf(":");
  const [kind, id] = [key.slice(0, colon), key.slice(colon + 1)];
  if (kind === "touchpoint" || kind === "stage" || kind === "lane") return { kind, id };
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

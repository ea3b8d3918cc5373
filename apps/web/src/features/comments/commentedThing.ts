import type { JourneyView } from "@polku/journey";
import type { TFunction } from "i18next";
import type { Thing } from "../../session/attention.ts";

/** The thing of the map that a comment names; null for the journey as a whole, and for what this version cannot show. */
export function thingOf(key: string): Thing | null {
  const at = key.indexOf(":");
  const [kind, id] = [key.slice(0, at), key.slice(at + 1)];
  if (kind === "touchpoint" || kind === "stage" || kind === "lane") return { kind, id };
  const [laneId, touchpointId] = id.split("/");
  return kind === "cell" && laneId && touchpointId ? { kind, laneId, touchpointId } : null;
}

/** What a comment can be made on: a point is commented on its touchpoint; what lies on the free canvas, on the journey. */
export function commentable(thing: Thing | null): Thing | null {
  if (thing?.kind === "shape") return null;
  return thing?.kind === "point" ? { kind: "touchpoint", id: thing.touchpointId } : thing;
}

/** What a thing is called; null when it is no longer on the map. */
export function nameOf(thing: Thing, view: JourneyView, t: TFunction): string | null {
  if (thing.kind === "shape") return view.shapes.get(thing.id)?.text ?? null;
  if (thing.kind === "stage") {
    const paths = [view.path, ...[...view.subJourneys.values()].map(({ path }) => path)];
    const stage = paths.flatMap(({ stages }) => stages).find(({ id }) => id === thing.id);
    return stage ? stage.title || t("stage.untitled") : null;
  }
  const lane =
    thing.kind === "lane" || thing.kind === "cell"
      ? view.lanes.find(({ id }) => id === (thing.kind === "lane" ? thing.id : thing.laneId))
      : undefined;
  if (thing.kind === "lane") return lane ? lane.title || t(`lane.kinds.${lane.kind}`) : null;
  const touchpoint = view.touchpoints.get(thing.kind === "touchpoint" ? thing.id : thing.touchpointId);
  if (!touchpoint) return null;
  const title = touchpoint.title || t("touchpoint.untitled");
  return lane ? `${title} · ${lane.title || t(`lane.kinds.${lane.kind}`)}` : title;
}

import * as Y from "yjs";
import { LANE_KINDS, type LaneKind } from "../lane.ts";
import { entities, type JourneyDoc } from "../schema.ts";
import { isRecord, readOneOf, readText, type Entity } from "./attributes.ts";

/** What can be brought back out of the trash. */
export const TRASH_MAPS = ["stages", "lanes", "touchpoints", "subJourneys", "shapes"] as const;
export type TrashMap = (typeof TRASH_MAPS)[number];

/** A deleted thing: what it was called, who deleted it and when (ISO 8601, as their window had it). */
export type TrashItem = {
  readonly map: TrashMap;
  readonly id: string;
  readonly title: string;
  /** The kind of a lane, by which it is called when nobody named it. */
  readonly lane: LaneKind | null;
  readonly by: string | null;
  readonly at: string | null;
};

function readItem(map: TrashMap, id: string, entity: Entity): TrashItem | null {
  const deleted: unknown = entity.get("deleted");
  if (deleted === null || deleted === undefined) return null;
  const { by, at } = isRecord(deleted) ? deleted : { by: null, at: null };
  return Object.freeze({
    map,
    id,
    title: readText(entity, map === "shapes" ? "text" : "title").slice(0, 200),
    lane: map === "lanes" ? readOneOf(entity, "kind", LANE_KINDS, "custom") : null,
    by: typeof by === "string" ? by : null,
    at: typeof at === "string" ? at : null,
  });
}

/** Everything that was deleted and can come back, the last first. What went along inside a deleted thing comes back with it (RULES J6). */
export function readTrash(doc: JourneyDoc): readonly TrashItem[] {
  return TRASH_MAPS.flatMap((map) =>
    [...entities(doc, map)].flatMap(([id, entity]) =>
      entity instanceof Y.Map ? (readItem(map, id, entity) ?? []) : [],
    ),
  ).toSorted((a, b) => ((a.at ?? "") < (b.at ?? "") ? 1 : -1));
}

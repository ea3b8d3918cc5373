import type { PathView } from "../read/view.ts";

/** Where a touchpoint stands or will stand: a stage, and a place among its touchpoints without the one that moves. */
export type Place = { readonly stageId: string; readonly index: number };

/** Where several touchpoints of one path go when they move together one step along it; null when they stand at its end. */
export function placeBesideMany(path: PathView, touchpointIds: readonly string[], by: 1 | -1): Place | null {
  const moving = path.touchpointIds.filter((id) => touchpointIds.includes(id));
  const edge = by > 0 ? moving.at(-1) : moving[0];
  const place = edge === undefined ? null : placeBeside(path, edge, by);
  const stage = path.stages.find(({ id }) => id === place?.stageId);
  if (!place || !stage) return null;
  const before = stage.touchpointIds.filter((id) => id !== edge).slice(0, place.index);
  return { stageId: place.stageId, index: before.filter((id) => !moving.includes(id)).length };
}

/**
 * The place one step along the path, over the border of the stage when the touchpoint stands there.
 * @returns null when the path ends there, or the touchpoint is not on it
 */
export function placeBeside(path: PathView, touchpointId: string, by: 1 | -1): Place | null {
  const at = path.stages.findIndex((stage) => stage.touchpointIds.includes(touchpointId));
  const stage = path.stages[at];
  if (!stage) return null;
  const index = stage.touchpointIds.indexOf(touchpointId) + by;
  if (index >= 0 && index < stage.touchpointIds.length) return { stageId: stage.id, index };
  const next = path.stages[at + by];
  return next ? { stageId: next.id, index: by > 0 ? 0 : next.touchpointIds.length } : null;
}

import type { LaneView } from "../lane.ts";

/** The lanes that are seen, as they lie on the map: frozen ones above the others, each group in its order (RULES J26). */
export function lanesAsTheyLie(lanes: readonly LaneView[]): readonly LaneView[] {
  const seen = lanes.filter(({ hidden }) => !hidden);
  return [...seen.filter(({ frozen }) => frozen), ...seen.filter(({ frozen }) => !frozen)];
}

/** The index, for `moveLane`, at which a lane lies right above another one; null as the other one means below all. */
export function laneIndexAbove(lanes: readonly LaneView[], laneId: string, above: string | null): number {
  const rest = lanes.filter(({ id }) => id !== laneId);
  const at = rest.findIndex(({ id }) => id === above);
  return at < 0 ? rest.length : at;
}

/**
 * The index, for `moveLane`, at which a lane lies one place higher (−1) or lower (1) among those that are seen beside it; what is hidden
 * is passed over, and a frozen lane stays among the frozen ones.
 * @returns null when it lies at the edge already
 */
export function laneIndexBeside(lanes: readonly LaneView[], laneId: string, by: 1 | -1): number | null {
  const own = lanes.find(({ id }) => id === laneId);
  const group = lanes.filter((lane) => lane.id === laneId || (!lane.hidden && lane.frozen === own?.frozen));
  const next = group[group.findIndex(({ id }) => id === laneId) + by];
  if (!own || !next) return null;
  return laneIndexAbove(lanes, laneId, next.id) + (by > 0 ? 1 : 0);
}

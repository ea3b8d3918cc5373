import type { Entity } from "./read/attributes.ts";
import { asNumber, readFlag, readRecord, readStrings, readText } from "./read/attributes.ts";

/** What a filter can ask of a touchpoint, by name; the values are those of the touchpoint and of its grounding. */
export const FILTER_KEYS = [
  "channel",
  "contactKind",
  "official",
  "grounding",
  "persona",
  "mot",
  "quotes",
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** Which values of each attribute are let through; an attribute that is not named lets everything through. */
export type MapFilter = { readonly [K in FilterKey]?: readonly string[] };

/** A way to look at the map that somebody gave a name; everybody sees it in the list. */
export type SavedView = {
  readonly id: string;
  readonly title: string;
  readonly filter: MapFilter;
  readonly hiddenLaneIds: readonly string[];
  /** What the window showed: its middle and its width, px of the map. Null: choosing the view leaves the camera where it is. */
  readonly sight: MapSight | null;
  /** Whether columns stand apart by the time between them. */
  readonly toScale: boolean;
};

/** A piece of the map as a window shows it: its middle, and how wide it is, px of the map. */
export type MapSight = { readonly x: number; readonly y: number; readonly width: number };

/** Beyond any map that can be drawn, px. */
export const SIGHT_LIMIT = 1e7;

function readSight(view: Entity): MapSight | null {
  const known = readRecord(view, "sight");
  const x = asNumber(known.x, -SIGHT_LIMIT, SIGHT_LIMIT);
  const y = asNumber(known.y, -SIGHT_LIMIT, SIGHT_LIMIT);
  const width = asNumber(known.width, 1, SIGHT_LIMIT);
  return x === null || y === null || width === null ? null : Object.freeze({ x, y, width });
}

function readFilter(view: Entity): MapFilter {
  const known = readRecord(view, "filter");
  const entries = FILTER_KEYS.flatMap((key): [FilterKey, readonly string[]][] => {
    const value = known[key];
    const list = Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
    return list.length > 0 ? [[key, Object.freeze(list)]] : [];
  });
  return Object.freeze(Object.fromEntries(entries));
}

export function readSavedView(id: string, view: Entity): SavedView {
  return Object.freeze({
    id,
    title: readText(view, "title"),
    filter: readFilter(view),
    hiddenLaneIds: readStrings(view, "hiddenLaneIds"),
    sight: readSight(view),
    toScale: readFlag(view, "toScale", false),
  });
}

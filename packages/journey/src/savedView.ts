import type { Entity } from "./read/attributes.ts";
import { readNumber, readRecord, readStrings, readText } from "./read/attributes.ts";

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
  /** Null: as the map fits. */
  readonly zoom: number | null;
};

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
    zoom: readNumber(view, "zoom", 0.02, 4),
  });
}

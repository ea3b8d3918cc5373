import * as Y from "yjs";
import { entities, type JourneyDoc } from "../schema.ts";
import { isDeleted, readString, readStrings } from "./attributes.ts";

/** The ids of all quotes that a journey names: pinned, beside a persona, or behind an insight. Cheaper than a view. */
export function quotesNamed(doc: JourneyDoc): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const map of ["pins", "personas", "insights"] as const) {
    for (const entity of entities(doc, map).values()) {
      if (!(entity instanceof Y.Map) || isDeleted(entity)) continue;
      const one = readString(entity, "quoteId");
      if (one !== null) ids.add(one);
      for (const key of ["quoteIds", "toldQuoteIds"]) for (const id of readStrings(entity, key)) ids.add(id);
    }
  }
  return ids;
}

import { cellKey } from "../cell.ts";
import type { JourneyView } from "../read/view.ts";

/** A text of the map, and the thing that shows it. */
export type TextPlace = {
  readonly on: "stages" | "lanes" | "touchpoints" | "cells" | "subJourneys" | "shapes";
  readonly id: string;
  readonly key: "title" | "goal" | "note" | "text";
  readonly text: string;
  /** Where it is seen: a touchpoint, and for a cell its lane. */
  readonly touchpointId: string | null;
  readonly laneId: string | null;
};

/** One place where some words stand; `at` counts UTF-16 code units. */
export type FoundWords = TextPlace & { readonly at: number; readonly length: number };

/** Most places that are told; a search for one letter on a large map has no use for more. */
const MOST = 5_000;

/** The words as a pattern. Case folds letter by letter (Unicode's simple folding), so that places and lengths stay true. */
function patternOf(words: string, matchCase: boolean): RegExp {
  return new RegExp(words.replaceAll(/[$()*+.?[\\\]^{|}/-]/g, String.raw`\$&`), matchCase ? "gu" : "giu");
}

function* textsOf(view: JourneyView): Generator<TextPlace> {
  const nowhere = { touchpointId: null, laneId: null };
  for (const { id, title } of view.lanes)
    yield { on: "lanes", id, key: "title", text: title, ...nowhere, laneId: id };
  const paths = [
    { sub: null, path: view.path },
    ...[...view.subJourneys.values()].map((sub) => ({ sub, path: sub.path })),
  ];
  for (const { sub, path } of paths) {
    if (sub)
      yield {
        on: "subJourneys",
        id: sub.id,
        key: "title",
        text: sub.title,
        ...nowhere,
        touchpointId: sub.parentTouchpointId,
      };
    for (const stage of path.stages) {
      yield { on: "stages", id: stage.id, key: "title", text: stage.title, ...nowhere };
      for (const touchpointId of stage.touchpointIds) yield* textsOfTouchpoint(view, touchpointId);
    }
  }
  for (const { id, text } of view.shapes.values()) yield { on: "shapes", id, key: "text", text, ...nowhere };
}

function* textsOfTouchpoint(view: JourneyView, touchpointId: string): Generator<TextPlace> {
  const touchpoint = view.touchpoints.get(touchpointId);
  if (!touchpoint) return;
  const here = { id: touchpointId, touchpointId, laneId: null };
  yield { on: "touchpoints", key: "title", text: touchpoint.title, ...here };
  yield { on: "touchpoints", key: "note", text: touchpoint.note, ...here };
  for (const lane of view.lanes)
    for (const { id, text } of view.cells.get(cellKey(lane.id, touchpointId))?.blocks ?? [])
      yield { on: "cells", id, key: "text", text, touchpointId, laneId: lane.id };
}

/** Every place where the words stand, in the order of the map: lanes, then stage by stage. Titles, notes, cells and what is written on the free canvas; never quotes. */
export function findWords(view: JourneyView, words: string, matchCase = false): readonly FoundWords[] {
  if (words === "") return [];
  const pattern = patternOf(words, matchCase);
  const found: FoundWords[] = [];
  for (const place of textsOf(view)) {
    for (const match of place.text.matchAll(pattern)) {
      found.push({ ...place, at: match.index, length: match[0].length });
      if (found.length >= MOST) return found;
    }
  }
  return found;
}

import * as Y from "yjs";
import { findWords, type FoundWords } from "../find/findWords.ts";
import { readJourney } from "../read/readJourney.ts";
import { done, refuse, type Result } from "../result.ts";
import { findEntity } from "../schema.ts";
import { command, type CommandContext, type Touched } from "./command.ts";
import { flag, id, index, oneOf, optional, record, text, TEXT_LIMIT } from "./field.ts";
import { lockOn } from "./locks.ts";

const PLACE = {
  on: oneOf(["stages", "lanes", "touchpoints", "cells", "subJourneys", "shapes"] as const),
  id,
  key: oneOf(["title", "goal", "note", "text"] as const),
  at: index,
};

/** Places by the text they stand in. */
function byText(places: readonly FoundWords[]): FoundWords[][] {
  const texts = new Map<string, FoundWords[]>();
  for (const place of places) {
    const key = `${place.on}/${place.id}/${place.key}`;
    const known = texts.get(key);
    if (known) known.push(place);
    else texts.set(key, [place]);
  }
  return [...texts.values()];
}

function textOf(context: CommandContext, { on, id: of, key }: FoundWords): Y.Text | null {
  const value: unknown = findEntity(context.doc, on, of)?.get(key);
  return value instanceof Y.Text ? value : null;
}

/**
 * Replaces words in titles, notes and cells: everywhere, or at one place. Only the words themselves are written, so that what somebody
 * else types beside them stays. What is locked is passed over; one that is locked alone is refused.
 */
export const replaceWords = command(
  "replaceWords",
  { words: text(500), with: text(500), matchCase: optional(flag), only: optional(record(PLACE)) },
  (context, args): Result<Touched> => {
    if (args.words === "") return refuse("missing", "words");
    const { only } = args;
    const all = findWords(readJourney(context.doc), args.words, args.matchCase);
    const wanted = only
      ? all.filter(
          ({ on, id: of, key, at }) => on === only.on && of === only.id && key === only.key && at === only.at,
        )
      : all;
    const free = wanted.filter(({ on, id: of }) => lockOn(context.doc, "editText", { on, id: of }) === null);
    const [first] = free;
    if (!first) return wanted.length > 0 ? refuse("locked", "words") : refuse("not_found", "words");
    const texts = byText(free);
    const grown = (places: readonly FoundWords[]): number =>
      places.reduce((sum, { length }) => sum + args.with.length - length, places[0]?.text.length ?? 0);
    if (texts.some((places) => grown(places) > TEXT_LIMIT)) return refuse("too_long", "with", [TEXT_LIMIT]);
    for (const places of texts)
      // From the end, so that the places before stay where they are.
      for (const place of places.toReversed()) {
        const shared = textOf(context, place);
        shared?.delete(place.at, place.length);
        shared?.insert(place.at, args.with);
      }
    return done({ id: first.id });
  },
);

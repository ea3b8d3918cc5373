import * as Y from "yjs";
import type { Entity } from "../read/attributes.ts";
import { done, refuse, type Result } from "../result.ts";
import { metaOf } from "../schema.ts";
import { command, type Touched } from "./command.ts";
import { living, TEXT_KEYS } from "./entity.ts";
import { id, oneOf, optional, text } from "./field.ts";

const TEXT_MAPS = [
  "meta",
  "stages",
  "lanes",
  "touchpoints",
  "cells",
  "subJourneys",
  "personas",
  "promises",
  "loops",
  "insights",
  "shapes",
  "savedViews",
] as const;

/** The smallest replacement that turns one text into another: at `at`, `remove` code units go and `insert` comes. */
export type TextEdit = { readonly at: number; readonly remove: number; readonly insert: string };

function isLowSurrogate(textValue: string, i: number): boolean {
  const code = textValue.charCodeAt(i);
  return code >= 0xdc00 && code <= 0xdfff;
}

/** Finds that replacement by common prefix and suffix, without cutting a surrogate pair in two. Null when nothing changed. */
export function smallestEdit(before: string, after: string): TextEdit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  if (start > 0 && (isLowSurrogate(before, start) || isLowSurrogate(after, start))) start -= 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  if (end > 0 && (isLowSurrogate(before, before.length - end) || isLowSurrogate(after, after.length - end)))
    end -= 1;
  return { at: start, remove: before.length - end - start, insert: after.slice(start, after.length - end) };
}

/** Writes the difference only, so that what someone else typed at the same time in another place of the text stays. */
export function writeText(entity: Entity, key: string, after: string): void {
  const known = entity.get(key);
  if (!(known instanceof Y.Text)) {
    entity.set(key, new Y.Text(after));
    return;
  }
  const edit = smallestEdit(known.toString(), after);
  if (!edit) return;
  if (edit.remove > 0) known.delete(edit.at, edit.remove);
  if (edit.insert !== "") known.insert(edit.at, edit.insert);
}

/** Changes a text that several people may type in at once: the title of a stage, the note of a touchpoint, a cell … */
export const editText = command(
  "editText",
  { on: oneOf(TEXT_MAPS), id: optional(id), key: text(40), text: text() },
  (context, args): Result<Touched> => {
    if (!TEXT_KEYS[args.on].includes(args.key)) return refuse("unknown_value", "key", TEXT_KEYS[args.on]);
    if (args.on === "meta") {
      writeText(metaOf(context.doc), args.key, args.text);
      return done({ id: "meta" });
    }
    if (args.id === undefined) return refuse("missing", "id");
    const found = living(context, args.on, args.id, "id");
    if (!found.ok) return found;
    writeText(found.value, args.key, args.text);
    return done({ id: args.id });
  },
);

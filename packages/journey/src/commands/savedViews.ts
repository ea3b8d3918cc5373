// What can be done with the ways of looking that a team gave names.
import { FILTER_KEYS } from "../savedView.ts";
import { command } from "./command.ts";
import { create, remove } from "./entity.ts";
import { id, listOf, nullable, number, optional, record, text, type Fields } from "./field.ts";

const FILTER: Fields = Object.fromEntries(FILTER_KEYS.map((key) => [key, optional(listOf(text(100), 100))]));

/** Saves a way to look under a name: what is let through, which lanes are hidden, how near. It goes on under a lock. */
export const saveView = command(
  "saveView",
  {
    title: text(200),
    filter: optional(record(FILTER)),
    hiddenLaneIds: optional(listOf(id)),
    zoom: optional(nullable(number(0.02, 4))),
  },
  (context, args) => create(context, "savedViews", args),
  "goes on",
);

export const deleteView = command(
  "deleteView",
  { viewId: id },
  (context, args) => remove(context, "savedViews", args.viewId, "viewId"),
  "goes on",
);

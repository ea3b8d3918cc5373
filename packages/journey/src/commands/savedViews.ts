// What can be done with the ways of looking that a team gave names.
import { FILTER_KEYS, SIGHT_LIMIT } from "../savedView.ts";
import { command } from "./command.ts";
import { create, remove } from "./entity.ts";
import { flag, id, listOf, nullable, number, optional, record, text, type Fields } from "./field.ts";

const FILTER: Fields = Object.fromEntries(FILTER_KEYS.map((key) => [key, optional(listOf(text(100), 100))]));

const SIGHT: Fields = {
  x: number(-SIGHT_LIMIT, SIGHT_LIMIT),
  y: number(-SIGHT_LIMIT, SIGHT_LIMIT),
  width: number(1, SIGHT_LIMIT),
};

/** Saves a way to look under a name: what is let through, which lanes are hidden, where the window looked. It goes on under a lock. */
export const saveView = command(
  "saveView",
  {
    title: text(200),
    filter: optional(record(FILTER)),
    hiddenLaneIds: optional(listOf(id)),
    sight: optional(nullable(record(SIGHT))),
    toScale: optional(flag),
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

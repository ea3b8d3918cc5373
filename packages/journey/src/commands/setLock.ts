import { done, refuse } from "../result.ts";
import { metaOf } from "../schema.ts";
import { command } from "./command.ts";
import { assign, living } from "./entity.ts";
import { flag, id, oneOf, optional } from "./field.ts";

const LOCKABLE = ["meta", "stages", "lanes", "shapes"] as const;

/** Locks or unlocks the whole map, a stage with everything in it, or a lane with its cells, a shape. It is the one command no lock holds. */
export const setLock = command(
  "setLock",
  { on: oneOf(LOCKABLE), id: optional(id), locked: flag },
  (context, args) => {
    const locked = args.locked ? true : null;
    if (args.on === "meta") {
      assign(metaOf(context.doc), { locked });
      return done({ id: "meta" });
    }
    if (args.id === undefined) return refuse("missing", "id");
    const found = living(context, args.on, args.id, "id");
    if (!found.ok) return found;
    assign(found.value, { locked });
    return done({ id: args.id });
  },
  "goes on",
);

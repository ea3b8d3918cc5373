// What can be done with loops: where the customer goes round again.
import { done, refuse } from "../result.ts";
import { entities } from "../schema.ts";
import { readLoop } from "../loop.ts";
import { command, type CommandContext } from "./command.ts";
import { create, living, remove } from "./entity.ts";
import { id, optional, text } from "./field.ts";

function knownLoop(context: CommandContext, from: string, to: string): string | null {
  for (const [loopId] of entities(context.doc, "loops")) {
    const loop = living(context, "loops", loopId, "loopId");
    const read = loop.ok ? readLoop(loopId, loop.value) : null;
    if (read?.from === from && read.to === to) return loopId;
  }
  return null;
}

/** Draws an edge from one touchpoint back to another. Drawing it again changes nothing; to itself it is refused. */
export const addLoop = command(
  "addLoop",
  { from: id, to: id, title: optional(text(500)) },
  (context, { from, to, title }) => {
    if (from === to) return refuse("not_allowed_here", "to");
    const start = living(context, "touchpoints", from, "from");
    if (!start.ok) return start;
    const end = living(context, "touchpoints", to, "to");
    if (!end.ok) return end;
    const known = knownLoop(context, from, to);
    return known === null ? create(context, "loops", { from, to, title }) : done({ id: known });
  },
);

export const deleteLoop = command("deleteLoop", { loopId: id }, (context, args) =>
  remove(context, "loops", args.loopId, "loopId"),
);

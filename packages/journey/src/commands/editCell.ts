import { readString } from "../read/attributes.ts";
import { done, refuse, type Result } from "../result.ts";
import { hasCells, LANE_KINDS } from "../lane.ts";
import { readOneOf } from "../read/attributes.ts";
import { command, type CommandContext, type Touched } from "./command.ts";
import { create, living } from "./entity.ts";
import { writeText } from "./editText.ts";
import { id, optional, text } from "./field.ts";

/** The first block of a cell by id: the one that everybody's typing goes into. */
function firstBlock(context: CommandContext, laneId: string, touchpointId: string): string | null {
  let first: string | null = null;
  for (const [blockId] of context.doc.getMap("cells")) {
    const block = living(context, "cells", blockId, "blockId");
    if (!block.ok || readString(block.value, "laneId") !== laneId) continue;
    if (readString(block.value, "touchpointId") !== touchpointId) continue;
    if (first === null || blockId < first) first = blockId;
  }
  return first;
}

/**
 * Writes the text of a cell, or of one block of it. An empty cell gets its block at the first letter, under a random id: a key made of
 * lane and touchpoint would let two people's first letters overwrite each other (RULES J10).
 */
export const editCell = command(
  "editCell",
  { laneId: id, touchpointId: id, blockId: optional(id), text: text() },
  (context, args): Result<Touched> => {
    const lane = living(context, "lanes", args.laneId, "laneId");
    if (!lane.ok) return lane;
    if (!hasCells(readOneOf(lane.value, "kind", LANE_KINDS, "custom")))
      return refuse("not_allowed_here", "laneId");
    const touchpoint = living(context, "touchpoints", args.touchpointId, "touchpointId");
    if (!touchpoint.ok) return touchpoint;
    const blockId = args.blockId ?? firstBlock(context, args.laneId, args.touchpointId);
    if (blockId === null)
      return create(context, "cells", {
        laneId: args.laneId,
        touchpointId: args.touchpointId,
        text: args.text,
      });
    const block = living(context, "cells", blockId, "blockId");
    if (!block.ok) return block;
    writeText(block.value, "text", args.text);
    return done({ id: blockId });
  },
);

// What can be done with many things at once: one transaction, hence one step of undo.
import * as Y from "yjs";
import { compareOrder, ordersAt } from "../order.ts";
import { readString } from "../read/attributes.ts";
import { done, type Result } from "../result.ts";
import { entities, type EntityMapName } from "../schema.ts";
import { readTouchpoint } from "../touchpoint.ts";
import { command, type CommandContext, type Touched } from "./command.ts";
import { writeText } from "./editText.ts";
import { assign, living, remove, siblings } from "./entity.ts";
import { id, index, listOf, optional, record } from "./field.ts";

const ids = optional(listOf(id));

/** The things of a list that are still there; somebody else may have deleted one in this instant, and then there is nothing to do. */
function stillThere(context: CommandContext, map: EntityMapName, list: readonly string[] = []): string[] {
  return list.filter((one) => living(context, map, one, map).ok);
}

/** The blocks of some cells. */
function blocksOf(context: CommandContext, cells: readonly { laneId: string; touchpointId: string }[]) {
  const wanted = new Set(cells.map(({ laneId, touchpointId }) => `${laneId}/${touchpointId}`));
  return [...entities(context.doc, "cells").values()].filter(
    (block): block is Y.Map<unknown> =>
      block instanceof Y.Map &&
      wanted.has(`${readString(block, "laneId")}/${readString(block, "touchpointId")}`),
  );
}

/** Deletes many things, and empties cells: a cell is a place and cannot go. */
export const deleteThings = command(
  "deleteThings",
  {
    stageIds: ids,
    laneIds: ids,
    touchpointIds: ids,
    pointIds: ids,
    shapeIds: ids,
    cells: optional(listOf(record({ laneId: id, touchpointId: id }))),
  },
  (context, args): Result<Touched> => {
    const lists: [EntityMapName, string[]][] = [
      ["stages", stillThere(context, "stages", args.stageIds)],
      ["lanes", stillThere(context, "lanes", args.laneIds)],
      ["touchpoints", stillThere(context, "touchpoints", args.touchpointIds)],
      ["emotionPoints", stillThere(context, "emotionPoints", args.pointIds)],
      ["shapes", stillThere(context, "shapes", args.shapeIds)],
    ];
    for (const [map, list] of lists) for (const one of list) remove(context, map, one, map);
    for (const block of blocksOf(context, args.cells ?? [])) writeText(block, "text", "");
    return done({ id: lists.flatMap(([, list]) => list)[0] ?? args.cells?.[0]?.touchpointId ?? "" });
  },
);

/** Moves many touchpoints to one place of a stage; they keep the order they were named in. `index` does not count them. */
export const moveTouchpoints = command(
  "moveTouchpoints",
  { touchpointIds: listOf(id), stageId: id, index },
  (context, args): Result<Touched> => {
    const stage = living(context, "stages", args.stageId, "stageId");
    if (!stage.ok) return stage;
    const moving = [...new Set(stillThere(context, "touchpoints", args.touchpointIds))];
    const place = (entity: Y.Map<unknown>) => readTouchpoint("", entity);
    const rest = siblings(
      context,
      "touchpoints",
      (one) => place(one).stageId === args.stageId,
      (one) => place(one).order,
    )
      .filter((one) => !moving.includes(one.id))
      .toSorted(compareOrder);
    const orders = ordersAt(rest, args.index, moving.length);
    for (const [i, touchpointId] of moving.entries()) {
      const found = living(context, "touchpoints", touchpointId, "touchpointIds");
      if (found.ok) assign(found.value, { at: [args.stageId, orders[i]], stageId: null, order: null });
    }
    return done({ id: moving[0] ?? args.stageId });
  },
);

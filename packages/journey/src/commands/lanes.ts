// What can be done to a lane.
import { LANE_HEIGHT, LANE_KINDS } from "../lane.ts";
import { orderAt } from "../order.ts";
import { done } from "../result.ts";
import { command, type CommandContext } from "./command.ts";
import { assign, create, living, remove, siblings } from "./entity.ts";
import { flag, id, index, nullable, number, oneOf, optional, patch, text } from "./field.ts";

function laneOrder(context: CommandContext, at: number, without?: string): string {
  return orderAt(
    siblings(
      context,
      "lanes",
      () => true,
      (lane) => lane.get("order"),
      without,
    ),
    at,
  );
}

/** Adds a lane; without an index, at the bottom. */
export const addLane = command(
  "addLane",
  { kind: oneOf(LANE_KINDS), title: optional(text(500)), index: optional(index) },
  (context, args) => {
    const order = laneOrder(context, args.index ?? Number.MAX_SAFE_INTEGER);
    return create(context, "lanes", { kind: args.kind, title: args.title, order });
  },
);

export const moveLane = command("moveLane", { laneId: id, index }, (context, args) => {
  const lane = living(context, "lanes", args.laneId, "laneId");
  if (!lane.ok) return lane;
  lane.value.set("order", laneOrder(context, args.index, args.laneId));
  return done({ id: args.laneId });
});

/** Height in px of map coordinates (null: the height of its kind), hidden or not. */
export const setLane = command(
  "setLane",
  {
    laneId: id,
    set: patch({
      height: optional(nullable(number(LANE_HEIGHT.min, LANE_HEIGHT.max))),
      hidden: optional(flag),
    }),
  },
  (context, args) => {
    const lane = living(context, "lanes", args.laneId, "laneId");
    if (!lane.ok) return lane;
    assign(lane.value, args.set);
    return done({ id: args.laneId });
  },
);

/** Deletes a lane; its cells go with it and come back with it. */
export const deleteLane = command("deleteLane", { laneId: id }, (context, args) =>
  remove(context, "lanes", args.laneId, "laneId"),
);

// What can be done to a lane.
import { canCollapse, LANE_HEIGHT, LANE_KINDS, type LaneKind } from "../lane.ts";
import { LANE_TEMPLATE_NAMES, LANE_TEMPLATES } from "../templates/lanes.ts";
import { readFlag, readOneOf } from "../read/attributes.ts";
import { orderAt } from "../order.ts";
import { done, refuse } from "../result.ts";
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

/** Height in px of map coordinates (null: the height of its kind), hidden or not, shrunk to its heading or not, frozen above the others or not. */
export const setLane = command(
  "setLane",
  {
    laneId: id,
    set: patch({
      height: optional(nullable(number(LANE_HEIGHT.min, LANE_HEIGHT.max))),
      hidden: optional(flag),
      collapsed: optional(flag),
      frozen: optional(flag),
    }),
  },
  (context, args) => {
    const lane = living(context, "lanes", args.laneId, "laneId");
    if (!lane.ok) return lane;
    if (args.set.collapsed && !canCollapse(readOneOf(lane.value, "kind", LANE_KINDS, "custom")))
      return refuse("not_allowed_here", "set.collapsed");
    assign(lane.value, args.set);
    return done({ id: args.laneId });
  },
);

/** Deletes a lane; its cells go with it and come back with it. */
export const deleteLane = command("deleteLane", { laneId: id }, (context, args) =>
  remove(context, "lanes", args.laneId, "laneId"),
);

/** The lane of a kind that stands highest; null when there is none. */
function laneOfKind(context: CommandContext, kind: LaneKind): { id: string; at: number } | null {
  const lanes = siblings(
    context,
    "lanes",
    () => true,
    (lane) => lane.get("order"),
  );
  const at = lanes.findIndex(({ id: laneId }) => {
    const lane = living(context, "lanes", laneId, "laneId");
    return lane.ok && readOneOf(lane.value, "kind", LANE_KINDS, "custom") === kind;
  });
  const found = lanes[at];
  return found ? { id: found.id, at } : null;
}

/**
 * Adds the lanes of a template that the map has not: each below the one that stands before it in the template. Hidden ones are shown
 * again; nothing else is touched, so nothing is lost.
 */
export const addLaneTemplate = command(
  "addLaneTemplate",
  { template: oneOf(LANE_TEMPLATE_NAMES) },
  (context, args) => {
    let below = 0;
    let first = "";
    for (const kind of LANE_TEMPLATES[args.template]) {
      const known = laneOfKind(context, kind);
      const lane = known
        ? done({ id: known.id })
        : create(context, "lanes", { kind, order: laneOrder(context, below) });
      if (!lane.ok) return lane;
      const entity = known && living(context, "lanes", known.id, "laneId");
      if (entity?.ok)
        assign(entity.value, { hidden: readFlag(entity.value, "hidden", false) ? false : undefined });
      first ||= lane.value.id;
      below = Math.max(below, (known?.at ?? below) + 1);
    }
    return done({ id: first });
  },
);

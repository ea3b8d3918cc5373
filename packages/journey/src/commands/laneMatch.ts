import * as Y from "yjs";
import { hasCells, LANE_KINDS, type LaneKind } from "../lane.ts";
import { compareOrder, ordersAfter, readOrder } from "../order.ts";
import { isDeleted, readFlag, readOneOf, readText } from "../read/attributes.ts";
import { entities } from "../schema.ts";
import type { Result } from "../result.ts";
import type { CommandContext, Touched } from "./command.ts";
import { create } from "./entity.ts";

export type KnownLane = {
  readonly id: string;
  readonly kind: LaneKind;
  readonly title: string;
  readonly order: string;
  readonly hidden: boolean;
};

/** The living lanes from top to bottom. */
export function livingLanes(context: CommandContext): KnownLane[] {
  return [...entities(context.doc, "lanes")]
    .flatMap(([id, lane]): KnownLane[] =>
      lane instanceof Y.Map && !isDeleted(lane)
        ? [
            {
              id,
              kind: readOneOf(lane, "kind", LANE_KINDS, "custom"),
              title: readText(lane, "title"),
              order: readOrder(lane.get("order")),
              hidden: readFlag(lane, "hidden", false),
            },
          ]
        : [],
    )
    .toSorted(compareOrder);
}

/** Adds a lane below all others. */
export function addLaneBelow(
  context: CommandContext,
  lane: { readonly kind: LaneKind; readonly title: string },
): Result<Touched> {
  const last = livingLanes(context).at(-1)?.order ?? null;
  return create(context, "lanes", { ...lane, order: ordersAfter(last, 1)[0] });
}

/**
 * The lane of this journey that a lane of another one means: the same, or one of its kind and name, or, where a kind is only once on a
 * map, of its kind. Null when there is none.
 */
export function matchingLane(
  lanes: readonly KnownLane[],
  wanted: { readonly id: string; readonly kind: LaneKind; readonly title: string },
): KnownLane | null {
  const fits = lanes.filter(({ kind }) => hasCells(kind));
  return (
    fits.find(({ id }) => id === wanted.id) ??
    fits.find(({ kind, title }) => kind === wanted.kind && title === wanted.title) ??
    (wanted.kind === "custom" ? null : (fits.find(({ kind }) => kind === wanted.kind) ?? null))
  );
}

import * as Y from "yjs";
import { hasCells } from "../lane.ts";
import { readJourney } from "../read/readJourney.ts";
import { isDeleted, readString, type Entity } from "../read/attributes.ts";
import { ordersAt } from "../order.ts";
import { done, refuse, type Result } from "../result.ts";
import { entities, findEntity } from "../schema.ts";
import { readTouchpoint } from "../touchpoint.ts";
import { command, type CommandContext, type Touched } from "./command.ts";
import { create, ENTITY_LIMIT, living, siblings } from "./entity.ts";
import { writeText } from "./editText.ts";
import { id, listOf, nullable, text } from "./field.ts";
import { addLaneBelow } from "./laneMatch.ts";
import { lockOn } from "./locks.ts";

/** The largest table that is pasted: rows become lanes and columns touchpoints, and more than this is no map any more. */
export const TABLE_LIMIT = { rows: 100, columns: 500 } as const;

/** The rows that a table pasted at a lane goes into: that lane and those below it that have cells; null stands for the titles. */
function lanesFrom(laneIds: readonly string[], laneId: string | null): (string | null)[] {
  if (laneId === null) return [null, ...laneIds];
  return laneIds.slice(Math.max(0, laneIds.indexOf(laneId)));
}

/** What a table would need beyond what is there, told before it is pasted. */
export type TablePlan = {
  readonly rows: number;
  readonly columns: number;
  /** Cells that the table writes something into. */
  readonly cells: number;
  readonly newLanes: number;
  readonly newTouchpoints: number;
};

type Place = { readonly laneId: string | null; readonly touchpointId: string };
type Here = Pick<ReturnType<typeof readJourney>, "lanes" | "path" | "subJourneys">;

function laneIdsOf(view: Here): string[] {
  return view.lanes.filter((lane) => hasCells(lane.kind) && !lane.hidden).map((lane) => lane.id);
}

function columnsFrom(view: Here, touchpointId: string): readonly string[] {
  const paths = [view.path, ...[...view.subJourneys.values()].map(({ path }) => path)];
  const ids = paths.find((path) => path.touchpointIds.includes(touchpointId))?.touchpointIds ?? [];
  return ids.slice(Math.max(0, ids.indexOf(touchpointId)));
}

/** Counts what a paste of a table at a cell (or, without a lane, at a card) would do. */
export function planTable(view: Here, place: Place, rows: readonly (readonly string[])[]): TablePlan {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    rows: rows.length,
    columns,
    cells: rows.flat().filter((one) => one !== "").length,
    newLanes: Math.max(0, rows.length - lanesFrom(laneIdsOf(view), place.laneId).length),
    newTouchpoints: Math.max(0, columns - columnsFrom(view, place.touchpointId).length),
  };
}

/** Adds touchpoints at the end of the stage of the last one. */
function addColumns(context: CommandContext, after: string, many: number): string[] {
  const last = findEntity(context.doc, "touchpoints", after);
  if (!last || many === 0) return [];
  const { stageId } = readTouchpoint("", last);
  const place = (entity: Entity) => readTouchpoint("", entity);
  const beside = siblings(
    context,
    "touchpoints",
    (one) => place(one).stageId === stageId,
    (one) => place(one).order,
  );
  return ordersAt(beside, beside.length, many).flatMap((order) => {
    const made = create(context, "touchpoints", { title: "", note: "", at: [stageId, order] });
    return made.ok ? [made.value.id] : [];
  });
}

/** The first block of each cell that has one: looked up once, not once a cell. */
function firstBlocks(context: CommandContext): Map<string, [string, Entity]> {
  const first = new Map<string, [string, Entity]>();
  for (const [blockId, block] of entities(context.doc, "cells")) {
    if (!(block instanceof Y.Map) || isDeleted(block)) continue;
    const key = `${readString(block, "laneId")}/${readString(block, "touchpointId")}`;
    const known = first.get(key);
    if (!known || blockId < known[0]) first.set(key, [blockId, block]);
  }
  return first;
}

/** Pastes a table, row by row into lanes and column by column into touchpoints; an empty field leaves what is there. */
export const pasteTable = command(
  "pasteTable",
  {
    laneId: nullable(id),
    touchpointId: id,
    rows: listOf(listOf(text(), TABLE_LIMIT.columns), TABLE_LIMIT.rows),
  },
  (context, args): Result<Touched> => {
    const touchpoint = living(context, "touchpoints", args.touchpointId, "touchpointId");
    if (!touchpoint.ok) return touchpoint;
    const view = readJourney(context.doc);
    const laneIds = laneIdsOf(view);
    if (args.laneId !== null && !laneIds.includes(args.laneId)) return refuse("not_allowed_here", "laneId");
    const plan = planTable(view, args, args.rows);
    const columns = columnsFrom(view, args.touchpointId);
    for (const [map, more] of [
      ["touchpoints", plan.newTouchpoints],
      ["cells", plan.cells],
      ["lanes", plan.newLanes],
    ] as const)
      if (entities(context.doc, map).size + more > ENTITY_LIMIT)
        return refuse("journey_full", map, [ENTITY_LIMIT]);
    const rowLanes = lanesFrom(laneIds, args.laneId).slice(0, plan.rows);
    const targets = columns.slice(0, plan.columns);
    for (const touchpointId of targets) {
      const held = lockOn(context.doc, "editCell", { touchpointId, laneId: "" });
      if (held !== null) return refuse("locked", held);
    }
    for (const laneId of rowLanes) {
      const held = laneId === null ? null : lockOn(context.doc, "setLane", { laneId });
      if (held !== null) return refuse("locked", held);
    }
    for (let i = 0; i < plan.newLanes; i += 1) {
      const made = addLaneBelow(context, { kind: "custom", title: "" });
      if (made.ok) rowLanes.push(made.value.id);
    }
    const all = [
      ...targets,
      ...addColumns(context, columns.at(-1) ?? args.touchpointId, plan.newTouchpoints),
    ];
    const blocks = firstBlocks(context);
    for (const [r, row] of args.rows.entries())
      for (const [c, value] of row.entries()) {
        const [laneId, touchpointId] = [rowLanes[r], all[c]];
        if (value === "" || touchpointId === undefined || laneId === undefined) continue;
        const title = laneId === null ? findEntity(context.doc, "touchpoints", touchpointId) : null;
        const block = laneId === null ? undefined : blocks.get(`${laneId}/${touchpointId}`)?.[1];
        if (title) writeText(title, "title", value);
        else if (block) writeText(block, "text", value);
        else if (laneId !== null) create(context, "cells", { laneId, touchpointId, text: value });
      }
    return done({ id: args.touchpointId });
  },
);

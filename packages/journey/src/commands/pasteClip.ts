import type { ClipStage, ClipSubJourney, ClipTouchpoint } from "../clip/clip.ts";
import { clipField } from "../clip/clipFields.ts";
import { ordersAfter, ordersAt } from "../order.ts";
import { readString, type Entity } from "../read/attributes.ts";
import { done, refuse, type Result } from "../result.ts";
import { entities, findEntity, type EntityMapName } from "../schema.ts";
import { readTouchpoint } from "../touchpoint.ts";
import { command, type CommandContext, type Touched } from "./command.ts";
import { create, ENTITY_LIMIT, living, siblings } from "./entity.ts";
import { id, index, nullable, optional } from "./field.ts";
import { addLaneBelow, livingLanes, matchingLane } from "./laneMatch.ts";

type Count = Partial<Record<EntityMapName, number>>;

function count(total: Count, map: EntityMapName, more: number): void {
  total[map] = (total[map] ?? 0) + more;
}

/** How many entities of each kind some touchpoints would make. */
function countTouchpoints(touchpoints: readonly ClipTouchpoint[], total: Count): Count {
  count(total, "touchpoints", touchpoints.length);
  for (const one of touchpoints) {
    count(total, "cells", one.cells.length);
    count(total, "emotionPoints", one.points.length);
    count(total, "pins", one.pins.length);
    count(total, "subJourneys", one.subJourneys.length);
    for (const { stages } of one.subJourneys) countStages(stages, total);
  }
  return total;
}

function countStages(stages: readonly ClipStage[], total: Count): Count {
  count(total, "stages", stages.length);
  for (const { touchpoints } of stages) countTouchpoints(touchpoints, total);
  return total;
}

/** Which kind of entity would pass its limit, before anything is written: a paste is carried out whole or not at all (RULES J12). */
function overflow(context: CommandContext, total: Count): EntityMapName | null {
  for (const [map, more] of Object.entries(total) as [EntityMapName, number][])
    if (entities(context.doc, map).size + more > ENTITY_LIMIT) return map;
  return null;
}

/** The lane that a cell of the clip goes into; one that is not here is added below the others, once. */
function laneFor(context: CommandContext, lane: ClipTouchpoint["cells"][number]["lane"]): string | null {
  const known = matchingLane(livingLanes(context), lane);
  if (known) return known.id;
  const made = addLaneBelow(context, { kind: lane.kind, title: lane.title });
  return made.ok ? made.value.id : null;
}

function pasteTouchpoint(
  context: CommandContext,
  one: ClipTouchpoint,
  at: readonly [string, string],
): string | null {
  const personaIds = ((one.set.personaIds ?? []) as readonly string[]).filter((personaId) =>
    findEntity(context.doc, "personas", personaId),
  );
  const made = create(context, "touchpoints", {
    ...one.set,
    personaIds: personaIds.length > 0 ? personaIds : undefined,
    title: one.title,
    note: one.note,
    at,
  });
  if (!made.ok) return null;
  const touchpointId = made.value.id;
  for (const { t, v, personaId } of one.points) {
    const known = personaId !== null && findEntity(context.doc, "personas", personaId) ? personaId : null;
    create(context, "emotionPoints", { touchpointId, point: [t, v], personaId: known, by: context.by });
  }
  for (const pin of one.pins)
    create(context, "pins", { ...pin, touchpointId, by: [context.by], at: context.now() });
  for (const { lane, text } of one.cells) {
    const laneId = laneFor(context, lane);
    if (laneId !== null) create(context, "cells", { laneId, touchpointId, text });
  }
  for (const sub of one.subJourneys) pasteSubJourney(context, sub, touchpointId);
  return touchpointId;
}

function pasteSubJourney(context: CommandContext, sub: ClipSubJourney, parentTouchpointId: string): void {
  const { title, kind, stages } = sub;
  const made = create(context, "subJourneys", { parentTouchpointId, kind, title });
  if (made.ok) pasteStages(context, stages, made.value.id, ordersAfter(null, stages.length));
}

function pasteStages(
  context: CommandContext,
  stages: readonly ClipStage[],
  subJourneyId: string | null,
  orders: readonly string[],
): string | null {
  let first: string | null = null;
  for (const [i, { title, goal, phase, leadsTo, touchpoints }] of stages.entries()) {
    const order = orders[i];
    const made = create(context, "stages", { title, goal, phase, leadsTo, subJourneyId, order });
    if (!made.ok) continue;
    first ??= made.value.id;
    const places = ordersAfter(null, touchpoints.length);
    for (const [k, one] of touchpoints.entries())
      pasteTouchpoint(context, one, [made.value.id, places[k] ?? "a0"]);
  }
  return first;
}

/** Pastes the stages of a clip into a path, or its touchpoints into a stage, at a place; without an index, at the end. */
export const pasteClip = command(
  "pasteClip",
  {
    clip: clipField,
    stageId: optional(id),
    subJourneyId: optional(nullable(id)),
    index: optional(index),
  },
  (context, args): Result<Touched> => {
    const { clip } = args;
    const full = overflow(context, countStages(clip.stages, countTouchpoints(clip.touchpoints, {})));
    if (full !== null) return refuse("journey_full", full, [ENTITY_LIMIT]);
    const at = args.index ?? Number.MAX_SAFE_INTEGER;
    if (clip.stages.length > 0) {
      const subJourneyId = args.subJourneyId ?? null;
      if (subJourneyId !== null) {
        const parent = living(context, "subJourneys", subJourneyId, "subJourneyId");
        if (!parent.ok) return parent;
      }
      const belongs = (stage: Entity): boolean => readString(stage, "subJourneyId") === subJourneyId;
      const beside = siblings(context, "stages", belongs, (stage) => stage.get("order"));
      const first = pasteStages(context, clip.stages, subJourneyId, ordersAt(beside, at, clip.stages.length));
      return done({ id: first ?? "" });
    }
    if (args.stageId === undefined) return refuse("missing", "stageId");
    const { stageId } = args;
    const stage = living(context, "stages", stageId, "stageId");
    if (!stage.ok) return stage;
    const place = (entity: Entity) => readTouchpoint("", entity);
    const beside = siblings(
      context,
      "touchpoints",
      (one) => place(one).stageId === stageId,
      (one) => place(one).order,
    );
    const orders = ordersAt(beside, at, clip.touchpoints.length);
    const made = clip.touchpoints.map((one, i) =>
      pasteTouchpoint(context, one, [stageId, orders[i] ?? "a0"]),
    );
    return done({ id: made[0] ?? stageId });
  },
);

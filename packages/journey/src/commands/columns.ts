// What can be done to a column: a touchpoint with its cells, its points and its pins.
import * as Y from "yjs";
import { readEmotionPoint } from "../emotionPoint.ts";
import { readPin } from "../pin.ts";
import { readString, readStrings, readText, type Entity } from "../read/attributes.ts";
import { refuse, type Result } from "../result.ts";
import { entities, findEntity, type EntityMapName } from "../schema.ts";
import { readShape } from "../shape.ts";
import { readTouchpoint } from "../touchpoint.ts";
import { command, type CommandContext, type Touched } from "./command.ts";
import { writeText } from "./editText.ts";
import { assign, create, living, remove } from "./entity.ts";
import { id, optional, text } from "./field.ts";
import { touchpointOrder } from "./touchpoints.ts";

/** The living entities of a map that name a touchpoint under a key. */
function hangingOn(
  context: CommandContext,
  map: EntityMapName,
  key: string,
  touchpointId: string,
): [string, Entity][] {
  return [...entities(context.doc, map)].flatMap(([one, entity]): [string, Entity][] =>
    entity instanceof Y.Map && entity.get("deleted") == null && readString(entity, key) === touchpointId
      ? [[one, entity]]
      : [],
  );
}

/** The place of a touchpoint among those of its stage. */
function indexOf(context: CommandContext, touchpointId: string, stageId: string): number {
  const own = findEntity(context.doc, "touchpoints", touchpointId);
  const order = own ? readTouchpoint("", own).order : "";
  let before = 0;
  for (const [one, entity] of entities(context.doc, "touchpoints")) {
    if (!(entity instanceof Y.Map) || entity.get("deleted") != null || one === touchpointId) continue;
    const place = readTouchpoint("", entity);
    if (place.stageId !== stageId) continue;
    if (place.order < order || (place.order === order && one < touchpointId)) before += 1;
  }
  return before;
}

/**
 * Splits a touchpoint in two. Its texts stay on the left, so that whoever types in one goes on typing in it; the right one begins with the
 * same contact and empty. The curve keeps its shape: what lay in the second half goes to the right, each half drawn over its own column.
 */
export const splitTouchpoint = command(
  "splitTouchpoint",
  { touchpointId: id, title: optional(text(500)) },
  (context, args): Result<Touched> => {
    const left = living(context, "touchpoints", args.touchpointId, "touchpointId");
    if (!left.ok) return left;
    const facts = readTouchpoint(args.touchpointId, left.value);
    const index = indexOf(context, args.touchpointId, facts.stageId) + 1;
    const made = create(context, "touchpoints", {
      title: args.title ?? "",
      note: "",
      at: [facts.stageId, touchpointOrder(context, facts.stageId, index)],
      channel: left.value.get("channel"),
      contactKind: left.value.get("contactKind"),
      official: left.value.get("official"),
      initiator: left.value.get("initiator"),
      stageSide: left.value.get("stageSide"),
      personaIds: left.value.get("personaIds"),
    });
    if (!made.ok) return made;
    for (const [, point] of hangingOn(context, "emotionPoints", "touchpointId", args.touchpointId)) {
      const read = readEmotionPoint("", point);
      if (!read) continue;
      const isRight = read.t >= 0.5;
      assign(point, {
        touchpointId: isRight ? made.value.id : undefined,
        point: [isRight ? read.t * 2 - 1 : read.t * 2, read.v],
        t: null,
        v: null,
      });
    }
    return made;
  },
);

/** Moves what was drawn over a whole column into one half of it. */
function intoHalf(t: number, half: "left" | "right"): number {
  return half === "left" ? t / 2 : 0.5 + t / 2;
}

function mergeCurves(context: CommandContext, left: string, right: string): void {
  for (const [half, from] of [
    ["left", left],
    ["right", right],
  ] as const)
    for (const [, point] of hangingOn(context, "emotionPoints", "touchpointId", from)) {
      const read = readEmotionPoint("", point);
      if (read)
        assign(point, { touchpointId: left, point: [intoHalf(read.t, half), read.v], t: null, v: null });
    }
}

/** The pins go along and keep their ids; one sentence of one person still counts once. */
function mergePins(context: CommandContext, left: string, right: string): void {
  const known = new Set<string>();
  for (const [half, from] of [
    ["left", left],
    ["right", right],
  ] as const)
    for (const [pinId, pin] of hangingOn(context, "pins", "touchpointId", from)) {
      const read = readPin(pinId, pin);
      if (!read) continue;
      if (known.has(read.quoteId)) {
        remove(context, "pins", pinId, "pinId");
        continue;
      }
      known.add(read.quoteId);
      assign(pin, { touchpointId: left, t: read.t === null ? undefined : intoHalf(read.t, half) });
    }
}

function joined(left: Entity, right: Entity, key: string, between: string): void {
  const parts = [readText(left, key), readText(right, key)].filter((part) => part !== "");
  writeText(left, key, parts.join(between));
}

/** What the left one does not say of itself it takes from the right one. */
function fillGaps(left: Entity, right: Entity): void {
  for (const [key, value] of right.entries()) {
    const isOwn = ["id", "at", "stageId", "order", "deleted"].includes(key);
    if (!isOwn && !(value instanceof Y.AbstractType) && !left.has(key)) left.set(key, value);
  }
  if (right.get("mot") === true) left.set("mot", true);
}

/** What is attached to a touchpoint, and the arrows that end at it, go over to another one. */
function moveShapesAlong(context: CommandContext, from: string, to: string): void {
  for (const [shapeId, shape] of entities(context.doc, "shapes")) {
    if (!(shape instanceof Y.Map)) continue;
    const read = readShape(shapeId, shape);
    if (read.touchpointId === from) shape.set("at", [read.x, read.y, to]);
    for (const key of ["from", "to"] as const)
      if (read[key]?.touchpointId === from) shape.set(key, { touchpointId: to });
  }
}

/**
 * Makes one touchpoint of two: the second goes, and everything in it goes to the first: the blocks of its cells below those that are
 * there (a block that somebody types in stays that block), its curve into the second half, its pins, sub-journeys, promises and loops.
 */
export const mergeTouchpoints = command(
  "mergeTouchpoints",
  { touchpointId: id, withId: id },
  (context, args): Result<Touched> => {
    const { touchpointId, withId } = args;
    const left = living(context, "touchpoints", touchpointId, "touchpointId");
    if (!left.ok) return left;
    const right = living(context, "touchpoints", withId, "withId");
    if (!right.ok) return right;
    if (touchpointId === withId || isInside(context, touchpointId, withId))
      return refuse("not_allowed_here", "withId");
    joined(left.value, right.value, "title", " · ");
    joined(left.value, right.value, "note", "\n");
    fillGaps(left.value, right.value);
    mergeCurves(context, touchpointId, withId);
    mergePins(context, touchpointId, withId);
    const others: [EntityMapName, string][] = [
      ["cells", "touchpointId"],
      ["subJourneys", "parentTouchpointId"],
      ["promises", "touchpointId"],
      ["promises", "noticedAt"],
      ["pastExpectations", "touchpointId"],
      ["loops", "from"],
      ["loops", "to"],
    ];
    for (const [map, key] of others)
      for (const [, one] of hangingOn(context, map, key, withId)) one.set(key, touchpointId);
    moveShapesAlong(context, withId, touchpointId);
    for (const [, insight] of entities(context.doc, "insights")) {
      if (!(insight instanceof Y.Map)) continue;
      const about = readStrings(insight, "touchpointIds");
      if (about.includes(withId))
        assign(insight, {
          touchpointIds: [...new Set(about.map((one) => (one === withId ? touchpointId : one)))],
        });
    }
    return remove(context, "touchpoints", withId, "withId");
  },
);

/** Whether a touchpoint stands in a sub-journey below another one. */
function isInside(context: CommandContext, touchpointId: string, outer: string): boolean {
  let at: string | null = touchpointId;
  for (let depth = 0; at !== null && depth < 50; depth += 1) {
    const one: Entity | null = findEntity(context.doc, "touchpoints", at);
    const stage = one && findEntity(context.doc, "stages", readTouchpoint("", one).stageId);
    const sub = stage && readString(stage, "subJourneyId");
    const inner = sub ? findEntity(context.doc, "subJourneys", sub) : null;
    at = inner && readString(inner, "parentTouchpointId");
    if (at === outer) return true;
  }
  return false;
}

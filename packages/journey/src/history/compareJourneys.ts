import type { EmotionPointView } from "../emotionPoint.ts";
import type { LaneView } from "../lane.ts";
import type { PastExpectation } from "../pastExpectation.ts";
import type { PinView } from "../pin.ts";
import type { JourneyView, PathStage } from "../read/view.ts";
import type { ShapeView } from "../shape.ts";
import type { TouchpointView } from "../touchpoint.ts";
import type { Change } from "./change.ts";
import {
  change,
  changedFields,
  compareThings,
  moved,
  type Named,
  type Pair,
  pairs,
} from "./compareThings.ts";

function allStages(view: JourneyView): PathStage[] {
  return [view.path, ...[...view.subJourneys.values()].map(({ path }) => path)].flatMap(
    ({ stages }) => stages,
  );
}

function compareStages(list: readonly Pair<PathStage>[]): Change[] {
  const title = (stage: PathStage) => stage.title;
  return [
    ...compareThings("stage", list, title, ["id", "title", "order", "touchpointIds", "subJourneyId"]),
    ...moved("stage", list, title),
  ];
}

function compareLanes(list: readonly Pair<LaneView>[]): Change[] {
  // The name of a lane without a title is that of its kind, which the reader's language decides.
  const title = (lane: LaneView) => lane.title;
  const named = (one: Change): Change => {
    const lane = list.map((pair) => pair.now ?? pair.was).find((found) => found?.id === one.id);
    return lane ? { ...one, lane: { kind: lane.kind, title: lane.title } } : one;
  };
  return [
    ...compareThings("lane", list, title, ["id", "title", "order", "kind"]),
    ...moved("lane", list, title),
  ].map(named);
}

/** What a touchpoint shows by things of their own: these have sentences of their own. */
const HANGINGS = ["id", "title", "stageId", "order", "points", "pins", "subJourneyIds", "note"] as const;

function compareTouchpoints(list: readonly Pair<TouchpointView>[], stageTitle: (id: string) => string) {
  const title = (one: TouchpointView) => one.title;
  return list.flatMap((pair): Change[] => {
    const { was, now } = pair;
    const changes = compareThings("touchpoint", [pair], title, HANGINGS).map((one): Change => ({
      ...one,
      place: stageTitle((now ?? was)?.stageId ?? ""),
    }));
    if (!was || !now) return changes;
    if (was.stageId !== now.stageId || was.order !== now.order)
      changes.push(
        change("touchpoint", "moved", now.id, {
          title: now.title,
          was: stageTitle(was.stageId),
          now: stageTitle(now.stageId),
          place: stageTitle(now.stageId),
        }),
      );
    if (was.note !== now.note)
      changes.push(
        change("note", deedOf(was.note, now.note), now.id, {
          was: was.note,
          now: now.note,
          place: now.title,
        }),
      );
    return changes;
  });
}

function deedOf(was: string, now: string): Change["deed"] {
  if (was === "") return "added";
  return now === "" ? "deleted" : "changed";
}

function comparePoints(list: readonly Pair<EmotionPointView>[], titleOf: (id: string) => string): Change[] {
  return list.flatMap(({ was, now }): Change[] => {
    const one = now ?? was;
    if (!one) return [];
    const said = { place: titleOf(one.touchpointId), was: was?.v ?? null, now: now?.v ?? null };
    if (!was) return [change("point", "added", one.id, said)];
    if (!now) return [change("point", "deleted", one.id, said)];
    const fields = changedFields(was, now, ["id", "by"]);
    return fields.length === 0 ? [] : [change("point", "changed", one.id, { ...said, fields })];
  });
}

/** What was hoped for before: told at its touchpoint, with the hope that was given up. */
function comparePastExpectations(
  list: readonly Pair<PastExpectation>[],
  titleOf: (id: string) => string,
): Change[] {
  return list.flatMap(({ was, now }): Change[] => {
    const one = now ?? was;
    if (!one) return [];
    const said = { place: titleOf(one.touchpointId), was: one.desired };
    if (!was) return [change("expectation", "added", one.id, said)];
    if (!now) return [change("expectation", "deleted", one.id, said)];
    const fields = changedFields(was, now, ["id", "touchpointId"]);
    return fields.length === 0 ? [] : [change("expectation", "changed", one.id, { ...said, fields })];
  });
}

/** Of a quote only its id is told: its words are the library's (RULES J9). */
function comparePins(list: readonly Pair<PinView>[], titleOf: (id: string) => string): Change[] {
  return list.flatMap(({ was, now }): Change[] => {
    const one = now ?? was;
    if (!one) return [];
    const said = { title: one.quoteId, place: titleOf(one.touchpointId) };
    if (!was) return [change("quote", "added", one.id, said)];
    if (!now) return [change("quote", "deleted", one.id, said)];
    if (was.touchpointId !== now.touchpointId)
      return [change("quote", "moved", one.id, { ...said, was: titleOf(was.touchpointId), now: said.place })];
    const fields = changedFields(was, now, ["id", "by", "touchpointId"]);
    return fields.length === 0 ? [] : [change("quote", "changed", one.id, { ...said, fields })];
  });
}

type Cell = { readonly id: string; readonly laneId: string; readonly touchpointId: string; text: string };

function cellsOf(view: JourneyView): Cell[] {
  return [...view.cells].map(([id, { laneId, touchpointId, blocks }]) => ({
    id,
    laneId,
    touchpointId,
    text: blocks
      .map(({ text }) => text)
      .filter((text) => text !== "")
      .join("\n"),
  }));
}

function compareCells(before: JourneyView, after: JourneyView, titleOf: (id: string) => string): Change[] {
  const lanes = new Map([...before.lanes, ...after.lanes].map((lane) => [lane.id, lane]));
  return pairs(cellsOf(before), cellsOf(after)).flatMap(({ was, now }): Change[] => {
    const cell = now ?? was;
    const [then, text] = [was?.text ?? "", now?.text ?? ""];
    if (!cell || then === text) return [];
    const lane = lanes.get(cell.laneId);
    return [
      change("text", deedOf(then, text), cell.id, {
        was: then,
        now: text,
        place: titleOf(cell.touchpointId),
        lane: lane ? { kind: lane.kind, title: lane.title } : null,
      }),
    ];
  });
}

function compareMeta({ meta: was }: JourneyView, { meta: now }: JourneyView): Change[] {
  const fields = changedFields(was, now, ["title", "schemaVersion"]);
  return [
    ...(was.title === now.title
      ? []
      : [change("journey", "renamed", "meta", { title: now.title, was: was.title, now: now.title })]),
    ...(fields.length === 0 ? [] : [change("journey", "changed", "meta", { title: now.title, fields })]),
  ];
}

/** Attributes of a shape that together are its place. */
const PLACE = ["x", "y", "touchpointId", "width", "height", "order", "from", "to"] as const;

function compareShapes(before: JourneyView, after: JourneyView): Change[] {
  const title = ({ text }: ShapeView) => text;
  return pairs(before.shapes.values(), after.shapes.values()).flatMap((pair): Change[] => {
    const { was, now } = pair;
    const told = compareThings("shape", [pair], title, ["id", "text", "by", ...PLACE]);
    const isMoved = was && now && PLACE.some((key) => JSON.stringify(was[key]) !== JSON.stringify(now[key]));
    return isMoved ? [...told, change("shape", "moved", now.id, { title: now.text })] : told;
  });
}

/**
 * What was done between two states of a journey, as plain facts that any language can say. What hung on a thing that is gone went with it
 * and is not told apart; what came with a new thing is.
 */
export function compareJourneys(before: JourneyView, after: JourneyView): Change[] {
  const stages = pairs(allStages(before), allStages(after));
  const titles = new Map([...allStages(before), ...allStages(after)].map(({ id, title }) => [id, title]));
  const touchpointTitle = (id: string): string =>
    (after.touchpoints.get(id) ?? before.touchpoints.get(id))?.title ?? "";
  const goneStages = new Set(stages.flatMap(({ was, now }) => (was && !now ? [was.id] : [])));
  const touchpoints = pairs(before.touchpoints.values(), after.touchpoints.values());
  const goneTouchpoints = new Set(touchpoints.flatMap(({ was, now }) => (was && !now ? [was.id] : [])));
  const told = <T extends { touchpointId: string }>({ was, now }: Pair<T>): boolean =>
    now !== undefined || !was || !goneTouchpoints.has(was.touchpointId);
  const hanging = <T extends Named>(view: JourneyView, of: (one: TouchpointView) => readonly T[]): T[] =>
    [...view.touchpoints.values()].flatMap(of);

  return [
    ...compareMeta(before, after),
    ...compareStages(stages),
    ...compareLanes(pairs(before.lanes, after.lanes)),
    ...compareTouchpoints(
      touchpoints.filter(({ was, now }) => now || !was || !goneStages.has(was.stageId)),
      (id) => titles.get(id) ?? "",
    ),
    ...compareCells(before, after, touchpointTitle).filter(
      ({ deed, id }) => deed !== "deleted" || !goneTouchpoints.has(before.cells.get(id)?.touchpointId ?? ""),
    ),
    ...comparePoints(
      pairs(
        hanging(before, ({ points }) => points),
        hanging(after, ({ points }) => points),
      ).filter(told),
      touchpointTitle,
    ),
    ...comparePins(
      pairs(
        hanging(before, ({ pins }) => pins),
        hanging(after, ({ pins }) => pins),
      ).filter(told),
      touchpointTitle,
    ),
    ...compareThings(
      "subJourney",
      pairs(before.subJourneys.values(), after.subJourneys.values()).filter(
        ({ was, now }) => now || !was || !goneTouchpoints.has(was.parentTouchpointId),
      ),
      (sub) => sub.title,
      ["id", "title", "path", "parentTouchpointId"],
    ),
    ...compareThings("persona", pairs(before.personas, after.personas), ({ name }) => name, ["id", "name"]),
    ...compareThings("promise", pairs(before.promises, after.promises).filter(told), ({ text }) => text, [
      "id",
      "text",
    ]),
    ...comparePastExpectations(
      pairs(before.pastExpectations, after.pastExpectations).filter(told),
      touchpointTitle,
    ),
    ...compareThings("loop", pairs(before.loops, after.loops), ({ title }) => title, ["id", "title"]),
    ...compareThings("insight", pairs(before.insights, after.insights), ({ title }) => title, [
      "id",
      "title",
    ]),
    ...compareShapes(before, after),
  ];
}

import type { MapLayout } from "@polku/drawing";
import {
  addEmotionPoint,
  addStage,
  addTouchpoint,
  bendEmotion,
  hasCells,
  laneIndexBeside,
  lanesAsTheyLie,
  moveLane,
  moveStage,
  moveTouchpoints,
  openFeedback,
  placeBesideMany,
  type JourneyView,
} from "@polku/journey";
import { useReactFlow } from "@xyflow/react";
import { useEffect, useRef } from "react";
import { currentLanguage } from "../../i18n/language.ts";
import { touchpointOf, type Thing } from "../../session/attention.ts";
import { isHeld } from "../../session/broughtPlace.ts";
import { useCurveChoice } from "../../session/curveChoice.ts";
import { deleteHandful, handful, idsOf } from "../../session/handful.ts";
import { useSession } from "../../session/SessionContext.tsx";
import type { JourneySession } from "../../session/journeySession.ts";
import { isTyping } from "../../ui/isTyping.ts";
import { firstThing, neighbour, type Direction } from "./neighbour.ts";
import { pathOf } from "./pathOf.ts";
import { fitAll, fitThing } from "./useReveal.ts";

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

function stageOf(view: JourneyView, touchpointId: string) {
  return pathOf(view, touchpointId).stages.find((stage) => stage.touchpointIds.includes(touchpointId));
}

/** Adds a touchpoint after the selected one, or at the end of the selected or last stage, and opens its title. */
function addAfter(session: JourneySession, selected: Thing | null): void {
  const view = session.view();
  const after = touchpointOf(selected);
  const stage = after ? stageOf(view, after) : undefined;
  const stageId = stage?.id ?? (selected?.kind === "stage" ? selected.id : view.path.stages.at(-1)?.id);
  if (!stageId) return;
  const place = stage && after ? { index: stage.touchpointIds.indexOf(after) + 1 } : {};
  const made = session.run(addTouchpoint, { stageId, ...place });
  if (made.ok) beginAt(session, { kind: "touchpoint", id: made.value.id });
}

function beginAt(session: JourneySession, thing: Thing): void {
  session.attention.goTo(thing);
  session.attention.edit(thing);
}

function addStageAfter(session: JourneySession, selected: Thing | null): void {
  const view = session.view();
  const touchpointId = touchpointOf(selected);
  const path = touchpointId ? pathOf(view, touchpointId) : view.path;
  const stageId = selected?.kind === "stage" ? selected.id : touchpointId && stageOf(view, touchpointId)?.id;
  const at = path.stages.findIndex(({ id }) => id === stageId);
  const subJourneyId = path.stages[0]?.subJourneyId ?? null;
  const made = session.run(addStage, { subJourneyId, ...(at < 0 ? {} : { index: at + 1 }) });
  if (made.ok) beginAt(session, { kind: "stage", id: made.value.id });
}

function addPoint(session: JourneySession, touchpointId: string): void {
  const { personas, touchpoints } = session.view();
  const { active } = useCurveChoice.getState();
  const personaId = personas.some(({ id }) => id === active) ? active : null;
  const points = touchpoints.get(touchpointId)?.points ?? [];
  const last = points.filter((point) => point.personaId === personaId).at(-1);
  const t = last ? Math.min(0.9, (last.t + 1) / 2) : 0.5;
  const made = session.run(addEmotionPoint, { touchpointId, t, v: last?.v ?? 0, personaId });
  if (made.ok) session.attention.goTo({ kind: "point", id: made.value.id, touchpointId });
}

/** Opens the touchpoint's feedback journey; makes one from the template when it has none. */
export function openFeedbackOf(session: JourneySession, touchpointId: string): void {
  const [known] = session.view().touchpoints.get(touchpointId)?.subJourneyIds ?? [];
  if (known) {
    session.attention.setOpen(known, !session.attention.getState().open.has(known));
    return;
  }
  session.undo.beginStep();
  const made = session.run(openFeedback, { touchpointId, kind: "feedback", lang: currentLanguage() });
  if (made.ok) session.attention.setOpen(made.value.id, true);
}

/** Moves touchpoints one place along their path, over the border of the stage when they stand there. */
function shiftTouchpoints(session: JourneySession, touchpointIds: string[], by: 1 | -1): void {
  const [first] = touchpointIds;
  const path = first === undefined ? null : pathOf(session.view(), first);
  const place = path && placeBesideMany(path, touchpointIds, by);
  if (!path || !place) return;
  const inOrder = path.touchpointIds.filter((id) => touchpointIds.includes(id));
  session.run(moveTouchpoints, { touchpointIds: inOrder, ...place });
}

/** Where each of some things of a list goes when they move one step together, the foremost first; none when one stands at the end. */
function stepsOf(list: readonly string[], moving: readonly string[], by: 1 | -1): [string, number][] {
  const steps = list.flatMap((id, at): [string, number][] => (moving.includes(id) ? [[id, at + by]] : []));
  if (steps.some(([, to]) => to < 0 || to >= list.length)) return [];
  return by > 0 ? steps.toReversed() : steps;
}

function bend(
  session: JourneySession,
  pointId: string,
  touchpointId: string,
  direction: Direction,
  fine: boolean,
): void {
  const point = session
    .view()
    .touchpoints.get(touchpointId)
    ?.points.find(({ id }) => id === pointId);
  if (!point) return;
  const step = fine ? 0.1 : 0.25;
  const by = { up: [0, step], down: [0, -step], left: [-0.05, 0], right: [0.05, 0] }[direction];
  const [dt = 0, dv = 0] = by;
  const t = Math.min(0.98, Math.max(0.02, point.t + dt));
  const v = Math.min(2, Math.max(-2, Math.round((point.v + dv) * 100) / 100));
  session.run(bendEmotion, { pointId, t, v });
}

/** Moves lanes one place up or down among those that are seen; they stop together at the edge. */
function shiftLanes(session: JourneySession, laneIds: readonly string[], by: 1 | -1): void {
  const lying = lanesAsTheyLie(session.view().lanes).flatMap(({ id }) => (laneIds.includes(id) ? [id] : []));
  for (const laneId of by > 0 ? lying.toReversed() : lying) {
    const index = laneIndexBeside(session.view().lanes, laneId, by);
    if (index === null) return;
    session.run(moveLane, { laneId, index });
  }
}

/** Moves what is in hand itself, as far as its kind can go that way. */
function shift(session: JourneySession, direction: Direction, fine: boolean): void {
  const by = direction === "left" || direction === "up" ? -1 : 1;
  const sideways = direction === "left" || direction === "right";
  const view = session.view();
  const things = handful(session);
  for (const thing of things)
    if (thing.kind === "point") bend(session, thing.id, thing.touchpointId, direction, fine);
  if (sideways) {
    shiftTouchpoints(session, idsOf(things, "touchpoint"), by);
    const stages = idsOf(things, "stage");
    for (const { stages: list } of [view.path, ...[...view.subJourneys.values()].map(({ path }) => path)])
      for (const [stageId, index] of stepsOf(
        list.map(({ id }) => id),
        stages,
        by,
      ))
        session.run(moveStage, { stageId, index });
  } else shiftLanes(session, idsOf(things, "lane"), by);
}

/** The next thing to type in, along the row. */
function tabOn(session: JourneySession, layout: MapLayout, thing: Thing, back: boolean): boolean {
  const next = neighbour(session.view(), layout, thing, back ? "left" : "right");
  if (!next) return false;
  beginAt(session, next);
  return true;
}

/** Opens the text of a thing that has one: a point has none, and the quotes of a touchpoint are customers' words. */
function openText(session: JourneySession, thing: Thing | null): void {
  if (!thing || thing.kind === "point") return;
  const lane = thing.kind === "cell" ? session.view().lanes.find(({ id }) => id === thing.laneId) : null;
  if (thing.kind !== "cell" || (lane && hasCells(lane.kind))) session.attention.edit(thing);
}

type Keys = Readonly<Record<string, () => void>>;

function letterKeys(session: JourneySession, selected: Thing | null): Keys {
  const touchpointId = touchpointOf(selected);
  return {
    n: () => addAfter(session, selected),
    s: () => addStageAfter(session, selected),
    e: () => touchpointId && addPoint(session, touchpointId),
    f: () => touchpointId && openFeedbackOf(session, touchpointId),
    Enter: () => openText(session, selected),
    F2: () => openText(session, selected),
    Delete: () => deleteHandful(session),
    Backspace: () => deleteHandful(session),
  };
}

/** Undo and redo work in texts too: what a browser would take back there knows nothing of the others. */
function undoKey(session: JourneySession, event: KeyboardEvent): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return false;
  if (key === "y" || event.shiftKey) session.undo.redo();
  else session.undo.undo();
  return true;
}

/** The keyboard of the map: arrows go from cell to cell, Alt and arrows move the thing itself, letters add. */
export function useMapKeys(layout: MapLayout): void {
  const session = useSession();
  const flow = useReactFlow();
  const now = useRef({ layout });
  useEffect(() => {
    now.current = { layout };
  }, [layout]);

  useEffect(() => {
    const { attention } = session;
    const whileEditing = (event: KeyboardEvent, editing: Thing): boolean => {
      if (
        event.key === "Escape" ||
        (event.key === "Enter" && editing.kind !== "cell" && editing.kind !== "shape")
      ) {
        attention.goTo(editing);
        return true;
      }
      return (
        event.key === "Tab" &&
        editing.kind !== "lane" &&
        editing.kind !== "shape" &&
        tabOn(session, now.current.layout, editing, event.shiftKey)
      );
    };
    const arrow = (event: KeyboardEvent, direction: Direction, selected: Thing | null): boolean => {
      const { layout: current } = now.current;
      if (
        selected &&
        (event.altKey ||
          (selected.kind === "point" && !event.shiftKey && (direction === "up" || direction === "down")))
      ) {
        if (session.connection().canEdit) shift(session, direction, event.shiftKey);
        return true;
      }
      const next = selected ? neighbour(session.view(), current, selected, direction) : firstThing(current);
      if (next) attention.goTo(next);
      return true;
    };
    const zoom: Keys = {
      "+": () => void flow.zoomIn({ duration: 120 }),
      "-": () => void flow.zoomOut({ duration: 120 }),
      "0": () => void fitAll(flow, now.current.layout, session.view().shapes),
      "1": () => void flow.zoomTo(1, { duration: 150 }),
      "2": () => {
        const { selected } = attention.getState();
        if (selected) fitThing(flow, now.current.layout, selected, session.view().shapes);
      },
    };
    const onMap = (event: KeyboardEvent): boolean => {
      const { selected } = attention.getState();
      const direction = ARROWS[event.key];
      if (direction) return arrow(event, direction, selected);
      if (event.ctrlKey || event.metaKey || event.altKey) return false;
      if (event.key === "Escape") {
        attention.select(null);
        return selected !== null;
      }
      // Enter on a button presses the button, unless it is the face of a thing on the map.
      if (event.key === "Enter" && !isFace(event.target)) return false;
      const run =
        (isHeld() ? undefined : zoom[event.key]) ??
        (session.connection().canEdit ? letterKeys(session, selected)[event.key] : undefined);
      run?.();
      return run !== undefined;
    };
    const press = (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented) return;
      const { editing } = attention.getState();
      const inMap =
        editing !== null && event.target instanceof HTMLElement && event.target.closest(".map") !== null;
      const handled =
        (inMap || !isTyping(event.target) ? undoKey(session, event) : false) ||
        (inMap ? whileEditing(event, editing) : !isTyping(event.target) && onMap(event));
      if (handled) event.preventDefault();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [session, flow]);
}

/** The face of a thing: the button that shows a cell, a card or a name. */
function isFace(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target === document.body) return true;
  return target.closest("[data-thing]") !== null && target.closest(".tool, [data-press]") === null;
}

import {
  addLaneTemplate,
  addStage,
  addTouchpoint,
  canCollapse,
  clipOf,
  LANE_TEMPLATE_NAMES,
  mergeTouchpoints,
  pasteClip,
  setLane,
  setLock,
  splitTouchpoint,
  type PathStage,
} from "@polku/journey";
import { touchpointOf, type Thing } from "../../session/attention.ts";
import { deleteHandful, handful, idsOf, stagesOf } from "../../session/handful.ts";
import type { JourneySession } from "../../session/journeySession.ts";
import type { LeadingPlace } from "../../session/leadsTo.ts";
import { deedsOfShapes } from "./shapeDeeds.ts";
import { isNarrowed, lookAs, lookAtAll, useMapLook } from "../../session/mapLook.ts";
import type { hands } from "../../i18n/en/hands.ts";

export type DeedName = keyof (typeof hands)["deeds"];

/** One thing that can be done now: its name, which the interface says, its keys, and the doing. */
export type Deed = {
  readonly name: DeedName;
  /** What it is done with, when that has a name of its own. */
  readonly title?: string;
  readonly keys?: string;
  /** Whether it is about the selected thing: these stand in its menu. */
  readonly ofThing: boolean;
  readonly run: () => void;
};

/** What can be put on the free canvas. */
export type CanvasTool = "note" | "text" | "arrow" | "frame" | "drawing";

/** What the page can do beside the map. */
export type PageDeeds = {
  readonly openFeedback: (touchpointId: string) => void;
  readonly trash: () => void;
  /** Takes a tool of the free canvas. */
  readonly tool: (tool: CanvasTool) => void;
  readonly lanes: () => void;
  readonly views: () => void;
  readonly find: () => void;
  readonly present: () => void;
  readonly walk: () => void;
  readonly summary: () => void;
  /** Where a touchpoint or a stage leads, if this reader may go there. */
  readonly below: (place: LeadingPlace) => { readonly title: string; readonly open: () => void } | null;
  /** Makes a future state of the journey; null for who may not. */
  readonly makeFuture: (() => void) | null;
  /** The other states that the journey can be seen beside. */
  readonly sideBySide: readonly { readonly title: string; readonly open: () => void }[];
  readonly keys: () => void;
};

function addBeside(session: JourneySession, stage: PathStage, index: number): void {
  session.undo.beginStep();
  const made = session.run(addTouchpoint, { stageId: stage.id, index });
  if (!made.ok) return;
  session.attention.goTo({ kind: "touchpoint", id: made.value.id });
  session.attention.edit({ kind: "touchpoint", id: made.value.id });
}

/** Puts a copy of some touchpoints with everything in them right after the last of them. */
export function duplicateTouchpoints(session: JourneySession, touchpointIds: readonly string[]): void {
  const view = session.view();
  const stage = stagesOf(view).findLast((one) => one.touchpointIds.some((id) => touchpointIds.includes(id)));
  const last = stage?.touchpointIds.findLastIndex((id) => touchpointIds.includes(id));
  if (!stage || last === undefined) return;
  session.undo.beginStep();
  const clip = clipOf(view, session.journeyId, { stageIds: [], touchpointIds });
  const made = session.run(pasteClip, { clip, stageId: stage.id, index: last + 1 });
  if (made.ok) session.attention.goTo({ kind: "touchpoint", id: made.value.id });
}

function deedsOfTouchpoint(session: JourneySession, page: PageDeeds, touchpointId: string): Deed[] {
  const view = session.view();
  const stage = stagesOf(view).find(({ touchpointIds }) => touchpointIds.includes(touchpointId));
  if (!stage) return [];
  const at = stage.touchpointIds.indexOf(touchpointId);
  const next = stage.touchpointIds[at + 1];
  const step = (name: DeedName, run: () => void, keys?: string): Deed => ({
    name,
    ofThing: true,
    run,
    ...(keys ? { keys } : {}),
  });
  const inStep = (run: () => void) => () => {
    session.undo.beginStep();
    run();
  };
  return [
    step("insertLeft", () => addBeside(session, stage, at)),
    step("insertRight", () => addBeside(session, stage, at + 1), "N"),
    step("duplicate", () => duplicateTouchpoints(session, [touchpointId]), "Ctrl D"),
    step(
      "split",
      inStep(() => void session.run(splitTouchpoint, { touchpointId })),
    ),
    ...(next
      ? [
          step(
            "merge",
            inStep(() => void session.run(mergeTouchpoints, { touchpointId, withId: next })),
          ),
        ]
      : []),
    step("feedback", () => page.openFeedback(touchpointId), "F"),
    ...openBelow(page, { kind: "touchpoint", id: touchpointId }),
  ];
}

function openBelow(page: PageDeeds, place: LeadingPlace): Deed[] {
  const below = page.below(place);
  return below ? [{ name: "openBelow", ofThing: true, run: below.open, title: below.title }] : [];
}

function lockDeed(session: JourneySession, on: "stages" | "lanes", id: string, locked: boolean): Deed {
  const name = on === "stages" ? (locked ? "unlockStage" : "lockStage") : locked ? "unlockLane" : "lockLane";
  return { name, ofThing: true, run: () => void session.run(setLock, { on, id, locked: !locked }) };
}

function deedsOfThing(session: JourneySession, page: PageDeeds, thing: Thing): Deed[] {
  const view = session.view();
  const deeds: Deed[] = [];
  const touchpointId = touchpointOf(thing);
  if (touchpointId) deeds.push(...deedsOfTouchpoint(session, page, touchpointId));
  if (thing.kind === "lane") {
    const lane = view.lanes.find(({ id }) => id === thing.id);
    if (lane) {
      const set = (change: Parameters<typeof setLane.run>[1]["set"]) => () =>
        void session.run(setLane, { laneId: lane.id, set: change });
      deeds.push({ name: "hideLane", ofThing: true, run: set({ hidden: true }) });
      if (canCollapse(lane.kind))
        deeds.push({
          name: lane.collapsed ? "unfoldLane" : "collapseLane",
          ofThing: true,
          run: set({ collapsed: !lane.collapsed }),
        });
      deeds.push({
        name: lane.frozen ? "letGoLane" : "freezeLane",
        ofThing: true,
        run: set({ frozen: !lane.frozen }),
      });
      if (lane.height !== null)
        deeds.push({ name: "usualHeight", ofThing: true, run: set({ height: null }) });
      deeds.push(lockDeed(session, "lanes", lane.id, lane.locked));
    }
  }
  if (thing.kind === "stage") {
    const stage = stagesOf(view).find(({ id }) => id === thing.id);
    if (stage) deeds.push(...openBelow(page, thing), lockDeed(session, "stages", stage.id, stage.locked));
  }
  if (thing.kind === "shape") deeds.push(...deedsOfShapes(session, [thing.id]));
  deeds.push(deleteDeed(session));
  return deeds;
}

const deleteDeed = (session: JourneySession): Deed => ({
  name: "delete",
  keys: "Delete",
  ofThing: true,
  run: () => deleteHandful(session),
});

/** What can be done with many things at once. */
function deedsOfMany(session: JourneySession, things: readonly Thing[]): Deed[] {
  const shapeIds = idsOf(things, "shape");
  if (shapeIds.length > 0) return [...deedsOfShapes(session, shapeIds), deleteDeed(session)];
  const ids = idsOf(things, "touchpoint");
  const duplicate: Deed = {
    name: "duplicate",
    keys: "Ctrl D",
    ofThing: true,
    run: () => duplicateTouchpoints(session, ids),
  };
  return ids.length > 0 ? [duplicate, deleteDeed(session)] : [deleteDeed(session)];
}

const TOOL_DEEDS = [
  ["addNote", "note", "Shift N"],
  ["addText", "text", "T"],
  ["addArrow", "arrow", "A"],
  ["addFrame", "frame", "R"],
  ["addDrawing", "drawing", "D"],
] as const;

function toolDeeds({ tool }: PageDeeds): Deed[] {
  return TOOL_DEEDS.map(([name, one, keys]) => ({ name, keys, ofThing: false, run: () => tool(one) }));
}

/** Everything that can be done now, what is about the selected thing first. Without the right to edit, only looking is left. */
export function deedsNow(session: JourneySession, page: PageDeeds): Deed[] {
  const keys: Deed = { name: "keys", keys: "?", ofThing: false, run: page.keys };
  const looking: Deed[] = [
    ...session.view().savedViews.map((view): Deed => ({
      name: "view",
      title: view.title,
      ofThing: false,
      run: () => lookAs(view),
    })),
    ...(isNarrowed(useMapLook.getState())
      ? [{ name: "viewAll" as const, ofThing: false, run: lookAtAll }]
      : []),
    { name: "views", ofThing: false, run: page.views },
    { name: "find", keys: "Ctrl F", ofThing: false, run: page.find },
    { name: "present", keys: "P", ofThing: false, run: page.present },
    { name: "walk", keys: "W", ofThing: false, run: page.walk },
    { name: "summary", ofThing: false, run: page.summary },
    ...page.sideBySide.map(({ title, open }): Deed => ({
      name: "sideBySide",
      title,
      ofThing: false,
      run: open,
    })),
    ...(page.makeFuture ? [{ name: "makeFuture" as const, ofThing: false, run: page.makeFuture }] : []),
    keys,
  ];
  if (!session.connection().canEdit) return looking;
  const view = session.view();
  const { selected } = session.attention.getState();
  const things = handful(session);
  const plain = (name: DeedName, run: () => void, key?: string): Deed => ({
    name,
    ofThing: false,
    run,
    ...(key ? { keys: key } : {}),
  });
  const hidden = view.lanes.filter((lane) => lane.hidden);
  return [
    ...(things.length > 1
      ? deedsOfMany(session, things)
      : selected
        ? deedsOfThing(session, page, selected)
        : []),
    ...(session.undo.canUndo() ? [plain("undo", () => session.undo.undo(), "Ctrl Z")] : []),
    ...(session.undo.canRedo() ? [plain("redo", () => session.undo.redo(), "Ctrl Shift Z")] : []),
    ...toolDeeds(page),
    plain("addStage", () => {
      const made = session.run(addStage, {});
      if (made.ok) session.attention.goTo({ kind: "stage", id: made.value.id });
    }),
    ...(hidden.length > 0
      ? [
          plain("showLanes", () => {
            session.undo.beginStep();
            for (const lane of hidden) session.run(setLane, { laneId: lane.id, set: { hidden: false } });
          }),
        ]
      : []),
    ...LANE_TEMPLATE_NAMES.map((template) =>
      plain(`laneTemplate_${template}`, () => {
        session.undo.beginStep();
        session.run(addLaneTemplate, { template });
      }),
    ),
    plain(
      view.meta.locked ? "unlockMap" : "lockMap",
      () => void session.run(setLock, { on: "meta", locked: !view.meta.locked }),
    ),
    plain("lanes", page.lanes),
    plain("trash", page.trash),
    ...looking,
  ];
}

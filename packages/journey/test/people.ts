// Seeded random people who edit one journey together, and the network between them.
import * as Y from "yjs";
import {
  applyCommand,
  cellKey,
  clipOf,
  createJourneyDoc,
  createUndo,
  readJourney,
  seedJourney,
  watchJourney,
} from "../src/index.ts";
import type { CommandContext, JourneyDoc, JourneyUndo, JourneyView, JourneyWatcher } from "../src/index.ts";

/** A small seeded generator (mulberry32): the same seed gives the same run, so a failure can be played again. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A coordinate, now and then far beyond the edge of the canvas. */
function somewhere(from: () => number): number {
  return (from() - 0.5) * (from() < 0.1 ? 1e9 : 2_000);
}

let counter = 0;

/** A context whose ids and moments are counted, not random. */
export function contextOf(doc: JourneyDoc, by = "ana"): CommandContext {
  return {
    doc,
    by,
    origin: by,
    newId: () => `${by}-${(counter += 1)}`,
    now: () => new Date(1_700_000_000_000 + (counter += 1)).toISOString(),
  };
}

/** Does what shall succeed, and answers the id of what it made or changed; throws when it was refused. */
export function run(context: CommandContext, name: string, args: unknown): string {
  const result = applyCommand(context, name, args);
  if (!result.ok) throw new Error(`${name} was refused: ${result.code} ${result.field}`);
  return result.value.id;
}

export const view = (context: CommandContext): JourneyView => readJourney(context.doc);

/** The id of the nth touchpoint of the main path; empty when there is none. */
export const touchpointOf = (context: CommandContext, n = 0): string =>
  view(context).path.touchpointIds[n] ?? "";

/** The id of the nth stage of the main path; empty when there is none. */
export const stageOf = (context: CommandContext, n = 0): string => view(context).path.stages[n]?.id ?? "";

/** The id of the first lane of a kind; empty when there is none. */
export const laneOf = (context: CommandContext, kind: string): string =>
  view(context).lanes.find((lane) => lane.kind === kind)?.id ?? "";

/** What stands in a cell, a block each; undefined where nobody wrote. */
export const cellOf = (context: CommandContext, kind: string, touchpointId: string): string[] | undefined =>
  view(context)
    .cells.get(cellKey(laneOf(context, kind), touchpointId))
    ?.blocks.map(({ text }) => text);

export const write = (context: CommandContext, kind: string, touchpointId: string, text: string): string =>
  run(context, "editCell", { laneId: laneOf(context, kind), touchpointId, text });

/** A seeded journey with three stages, a touchpoint in each, and the usual lanes. */
export function freshJourney(by = "ana"): { doc: JourneyDoc; context: CommandContext } {
  const doc = createJourneyDoc();
  const context = contextOf(doc, by);
  seedJourney(context, { title: "Helpdesk", lang: "en" });
  return { doc, context };
}

export function copyOf(doc: JourneyDoc): JourneyDoc {
  const copy = createJourneyDoc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

/** Brings two replicas to the same state. */
export function exchange(a: JourneyDoc, b: JourneyDoc): void {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)), "network");
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)), "network");
}

/** Two replicas of one journey with a person at each. */
export function twoPeople(): { ana: CommandContext; ben: CommandContext; meet: () => void } {
  const { doc, context } = freshJourney();
  const other = copyOf(doc);
  return { ana: context, ben: contextOf(other, "ben"), meet: () => exchange(doc, other) };
}

export class RandomPerson {
  readonly context: CommandContext;
  private readonly random: () => number;
  private readonly undo: JourneyUndo;
  /** What this person's window shows, kept up to date change by change as the web app does. */
  readonly watch: JourneyWatcher;
  private readonly outbox: Uint8Array[] = [];
  private readonly sentTo = new Map<RandomPerson, number>();

  constructor(doc: JourneyDoc, name: string, random: () => number) {
    this.context = contextOf(doc, name);
    this.random = random;
    this.undo = createUndo(doc, name, 0);
    this.watch = watchJourney(doc);
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "network") this.outbox.push(update);
    });
  }

  get doc(): JourneyDoc {
    return this.context.doc;
  }

  private pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.random() * list.length)];
  }

  private text(): string {
    const letters = "aäö 😀kö\n";
    return Array.from({ length: Math.floor(this.random() * 6) }, () => this.pick(Array.from(letters))).join(
      "",
    );
  }

  /** One random command with arguments that name living things, most of the time. */
  act(): void {
    const view = this.watch.view();
    const roll = this.random();
    if (roll < 0.05) this.undo.undo();
    else if (roll < 0.08) this.undo.redo();
    else {
      const [name, args] = this.choose(view);
      applyCommand(this.context, name, args);
    }
  }

  private choose(view: JourneyView): [string, unknown] {
    const touchpointId = this.pick([...view.touchpoints.keys()]) ?? "none";
    const stages = [view.path, ...[...view.subJourneys.values()].map(({ path }) => path)].flatMap(
      (path) => path.stages,
    );
    const stage = this.pick(stages);
    const stageId = stage?.id ?? "none";
    const lane = this.pick(view.lanes);
    const laneId = lane?.id ?? "none";
    const point = this.pick(view.touchpoints.get(touchpointId)?.points ?? []);
    const pin = this.pick(view.touchpoints.get(touchpointId)?.pins ?? []);
    const index = Math.floor(this.random() * 5);
    const v = Math.round((this.random() * 4 - 2) * 100) / 100;
    const t = this.random();
    const key = view.cells.get(`${laneId}/${touchpointId}`)?.blocks[0]?.text ?? "";
    const choices: [string, unknown][] = [
      ["addTouchpoint", { stageId, index, title: this.text() }],
      ["addTouchpoint", { stageId, index }],
      ["moveTouchpoint", { touchpointId, stageId, index }],
      ["moveTouchpoint", { touchpointId, stageId, index }],
      [
        "setTouchpoint",
        {
          touchpointId,
          set: { channel: this.pick(["phone", "web", "email"]), official: this.random() < 0.5 },
        },
      ],
      ["setTouchpoint", { touchpointId, set: { expectation: { desired: v } } }],
      ["setTouchpoint", { touchpointId, set: { links: [{ url: `https://example.org/${index}` }] } }],
      ["changeExpectation", { touchpointId, desired: v, until: "2026-05-01", why: this.text() }],
      ["deletePastExpectation", { pastId: this.pick(view.pastExpectations)?.id ?? "none" }],
      ["addPromise", { touchpointId, text: this.text() }],
      [
        "setPromise",
        {
          promiseId: this.pick(view.promises)?.id ?? "none",
          set: { status: this.pick(["open", "kept", "broken"]), noticedAt: touchpointId },
        },
      ],
      [
        "editText",
        {
          on: "touchpoints",
          id: touchpointId,
          key: "title",
          text: (view.touchpoints.get(touchpointId)?.title ?? "") + this.text(),
        },
      ],
      ["editCell", { laneId, touchpointId, text: this.text() + key }],
      ["editCell", { laneId, touchpointId, text: key + this.text() }],
      ["addStage", { index, title: this.text(), subJourneyId: stage?.subJourneyId ?? null }],
      ["moveStage", { stageId, index }],
      ["setStage", { stageId, set: { leadsTo: this.pick(["repair", "call", null]) } }],
      ["addLane", { kind: "custom", index }],
      ["moveLane", { laneId, index }],
      ["setLane", { laneId, set: { hidden: this.random() < 0.5 } }],
      ["addEmotionPoint", { touchpointId, t, v }],
      ["bendEmotion", { pointId: point?.id ?? "none", t, v }],
      ["deleteEmotionPoint", { pointId: point?.id ?? "none" }],
      ["pinQuote", { quoteId: `q${index}`, touchpointId, v }],
      ["setPin", { pinId: pin?.id ?? "none", set: { v } }],
      ["unpinQuote", { pinId: pin?.id ?? "none" }],
      ["mergeTouchpoints", { touchpointId, withId: this.pick([...view.touchpoints.keys()]) ?? "none" }],
      [
        "moveTouchpoints",
        { touchpointIds: [touchpointId, this.pick([...view.touchpoints.keys()]) ?? "none"], stageId, index },
      ],
    ];
    const shapeId = this.pick([...view.shapes.keys()]) ?? "none";
    const place = { x: Math.round(somewhere(this.random)), y: Math.round(somewhere(this.random)) };
    const end = this.pick([{ shapeId }, { touchpointId }, place]);
    if (this.random() < 0.15) {
      const onCanvas: [string, unknown][] = [
        ["addShape", { kind: "note", at: place, text: this.text() }],
        ["addShape", { kind: "note", at: { ...place, touchpointId } }],
        ["addShape", { kind: "frame", at: place }],
        ["addShape", { kind: "arrow", from: { shapeId }, to: end }],
        ["addShape", { kind: "drawing", at: place, points: [0, 0, index, 9] }],
        ["moveShapes", { shapeIds: [shapeId], dx: place.x, dy: index }],
        ["placeShapes", { places: [{ shapeId, at: { ...place, touchpointId } }] }],
        ["placeShapes", { places: [{ shapeId, at: place, size: { width: 100 + index, height: 90 } }] }],
        ["bendArrow", { shapeId, to: end }],
        ["stackShapes", { shapeIds: [shapeId], to: this.pick(["front", "back"]) }],
        ["setShapes", { shapeIds: [shapeId], set: { colour: "rose", group: `g${index}` } }],
        ["editText", { on: "shapes", id: shapeId, key: "text", text: this.text() }],
        ["setLock", { on: "shapes", id: shapeId, locked: this.random() < 0.3 }],
        ["deleteThings", { shapeIds: [shapeId] }],
        ["restoreDeleted", { map: "shapes", id: this.pick([...this.doc.getMap("shapes").keys()]) }],
      ];
      return this.pick(onCanvas) ?? ["addStage", {}];
    }
    const rare: [string, unknown][] = [
      ["deleteTouchpoint", { touchpointId }],
      ["deleteStage", { stageId }],
      ["deleteLane", { laneId }],
      ["deleteThings", { touchpointIds: [touchpointId], cells: [{ laneId, touchpointId }] }],
      ["restoreDeleted", { map: "touchpoints", id: this.pick([...this.doc.getMap("touchpoints").keys()]) }],
      ["restoreDeleted", { map: "stages", id: this.pick([...this.doc.getMap("stages").keys()]) }],
      ["setLock", { on: "stages", id: stageId, locked: this.random() < 0.3 }],
      ["setLock", { on: "lanes", id: laneId, locked: this.random() < 0.3 }],
      ["saveView", { title: this.text(), filter: { channel: ["phone"] }, hiddenLaneIds: [laneId] }],
      ["deleteView", { viewId: this.pick(view.savedViews)?.id ?? "none" }],
      ["openFeedback", { touchpointId, lang: "fi" }],
      ["openFeedback", { touchpointId, kind: "survey" }],
      ["deletePromise", { promiseId: this.pick(view.promises)?.id ?? "none" }],
      ["addPersona", { name: this.text(), kind: "segment" }],
      ["deletePersona", { personaId: this.pick(view.personas)?.id ?? "none" }],
      ["addLoop", { from: touchpointId, to: this.pick([...view.touchpoints.keys()]) ?? "none" }],
      ["deleteLoop", { loopId: this.pick(view.loops)?.id ?? "none" }],
      ["addInsight", { title: this.text(), touchpointIds: [touchpointId], quoteIds: [`q${index}`] }],
      [
        "tellBack",
        { insightId: this.pick(view.insights)?.id ?? "none", quoteId: `q${index}`, told: t > 0.3 },
      ],
      ["deleteSubJourney", { subJourneyId: this.pick([...view.subJourneys.keys()]) ?? "none" }],
    ];
    // What makes many things at once, while there are few: a run is about what meets, not about size.
    const growing: [string, unknown][] = [
      ["splitTouchpoint", { touchpointId }],
      [
        "pasteTable",
        { laneId: this.random() < 0.5 ? null : laneId, touchpointId, rows: [["a", "b"], [this.text()]] },
      ],
      ["replaceWords", { words: "ö", with: "öö" }],
      [
        "pasteClip",
        { clip: clipOf(view, "j", { stageIds: [], touchpointIds: [touchpointId] }), stageId, index },
      ],
      ["addLaneTemplate", { template: "blueprint" }],
    ];
    if (view.touchpoints.size < 16 && view.lanes.length < 16 && this.random() < 0.05)
      return this.pick(growing) ?? ["addStage", {}];
    return this.pick(this.random() < 0.12 ? rare : choices) ?? ["addStage", {}];
  }

  /** Sends others what they have not got yet: out of order and sometimes twice, as a network may. */
  deliverTo(others: readonly RandomPerson[]): void {
    for (const other of others) {
      const updates = this.outbox.slice(this.sentTo.get(other) ?? 0);
      this.sentTo.set(other, this.outbox.length);
      const shuffled = updates.toSorted(() => this.random() - 0.5);
      if (this.random() < 0.2) shuffled.push(...updates.slice(0, 1));
      for (const update of shuffled) Y.applyUpdate(other.doc, update, "network");
    }
  }
}

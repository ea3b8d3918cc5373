import * as Y from "yjs";
import { readCell, type CellFacts } from "../cell.ts";
import { readEmotionPoint, type EmotionPointView } from "../emotionPoint.ts";
import { readInsight, type InsightView } from "../insight.ts";
import { readLane, type LaneView } from "../lane.ts";
import { readLoop, type LoopView } from "../loop.ts";
import { type PastExpectation, readPastExpectation } from "../pastExpectation.ts";
import { readPersona, type PersonaView } from "../persona.ts";
import { readPin, type PinView } from "../pin.ts";
import { readPromise, type PromiseView } from "../promise.ts";
import { readSavedView, type SavedView } from "../savedView.ts";
import { readShape, type ShapeFacts } from "../shape.ts";
import { readStage, type StageView } from "../stage.ts";
import { readSubJourney, type SubJourneyFacts } from "../subJourney.ts";
import { readTouchpoint, type TouchpointFacts } from "../touchpoint.ts";
import type { EntityMapName, JourneyDoc } from "../schema.ts";
import { entities } from "../schema.ts";
import { isDeleted, type Entity } from "./attributes.ts";

type FactTypes = {
  stages: StageView;
  lanes: LaneView;
  touchpoints: TouchpointFacts;
  cells: CellFacts;
  emotionPoints: EmotionPointView;
  subJourneys: SubJourneyFacts;
  personas: PersonaView;
  pins: PinView;
  promises: PromiseView;
  pastExpectations: PastExpectation;
  loops: LoopView;
  insights: InsightView;
  shapes: ShapeFacts;
  savedViews: SavedView;
};

/** What each root map holds, read: living entities by id. */
export type Facts = { readonly [N in keyof FactTypes]: Map<string, FactTypes[N]> };

export type FactName = keyof Facts;

type Readers = { readonly [N in FactName]: (id: string, entity: Entity) => FactTypes[N] | null };

const readers: Readers = {
  stages: readStage,
  lanes: readLane,
  touchpoints: readTouchpoint,
  cells: readCell,
  emotionPoints: readEmotionPoint,
  subJourneys: readSubJourney,
  personas: readPersona,
  pins: readPin,
  promises: readPromise,
  pastExpectations: readPastExpectation,
  loops: readLoop,
  insights: readInsight,
  shapes: readShape,
  savedViews: readSavedView,
};

export const FACT_NAMES = Object.keys(readers).filter(
  (name): name is FactName & EntityMapName => name in readers,
);

export function noFacts(): Facts {
  return {
    stages: new Map(),
    lanes: new Map(),
    touchpoints: new Map(),
    cells: new Map(),
    emotionPoints: new Map(),
    subJourneys: new Map(),
    personas: new Map(),
    pins: new Map(),
    promises: new Map(),
    pastExpectations: new Map(),
    loops: new Map(),
    insights: new Map(),
    shapes: new Map(),
    savedViews: new Map(),
  };
}

/** Ids that would disturb a plain object somewhere down the road are not ids (RULES J3). */
function isUsableId(id: string): boolean {
  return id !== "" && id.length <= 100 && id !== "__proto__";
}

/** Reads one entity anew into `facts`; what is deleted, unreadable or no entity leaves them. */
export function readInto<N extends FactName>(facts: Facts, doc: JourneyDoc, name: N, id: string): void {
  const entity = entities(doc, name).get(id);
  const living = isUsableId(id) && entity instanceof Y.Map && !isDeleted(entity);
  const read: FactTypes[N] | null = living ? readers[name](id, entity) : null;
  const map: Map<string, FactTypes[N]> = facts[name];
  if (read === null) map.delete(id);
  else map.set(id, read);
}

/** Reads everything. */
export function readAllFacts(doc: JourneyDoc): Facts {
  const facts = noFacts();
  for (const name of FACT_NAMES) {
    for (const id of entities(doc, name).keys()) readInto(facts, doc, name, id);
  }
  return facts;
}

import type { CellView } from "../cell.ts";
import type { InsightView } from "../insight.ts";
import type { LaneView } from "../lane.ts";
import type { LoopView } from "../loop.ts";
import type { MetaView } from "../meta.ts";
import type { PastExpectation } from "../pastExpectation.ts";
import type { PersonaView } from "../persona.ts";
import type { PromiseView } from "../promise.ts";
import type { SavedView } from "../savedView.ts";
import type { ShapeView } from "../shape.ts";
import type { StageView } from "../stage.ts";
import type { SubJourneyFacts } from "../subJourney.ts";
import type { TouchpointView } from "../touchpoint.ts";

/** Touchpoints in time order, grouped in stages: the main path, or the path of one sub-journey. */
export type PathView = {
  readonly stages: readonly PathStage[];
  /** All touchpoints of the path in time order: stage order, touchpoint order, id (method A4). */
  readonly touchpointIds: readonly string[];
};

export type PathStage = StageView & { readonly touchpointIds: readonly string[] };

export type SubJourneyView = SubJourneyFacts & { readonly path: PathView };

/**
 * A journey as plain, frozen data: total (every attribute has a value), without deleted things and without orphans. Two views of one
 * document share every part that did not change between them, so `===` tells what changed.
 */
export type JourneyView = {
  readonly meta: MetaView;
  readonly lanes: readonly LaneView[];
  readonly path: PathView;
  readonly subJourneys: ReadonlyMap<string, SubJourneyView>;
  /** Every living touchpoint, those of sub-journeys included. */
  readonly touchpoints: ReadonlyMap<string, TouchpointView>;
  readonly cells: ReadonlyMap<string, CellView>;
  readonly personas: readonly PersonaView[];
  readonly promises: readonly PromiseView[];
  /** What was hoped for before, the oldest first. */
  readonly pastExpectations: readonly PastExpectation[];
  readonly loops: readonly LoopView[];
  readonly insights: readonly InsightView[];
  /** What lies on the free canvas and is seen, the lowest first. */
  readonly shapes: ReadonlyMap<string, ShapeView>;
  /** How many shapes a newer version made that this one cannot draw; they are kept. */
  readonly unknownShapes: number;
  readonly savedViews: readonly SavedView[];
};

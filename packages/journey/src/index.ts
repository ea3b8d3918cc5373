/** The front door of the journey: everything others may use, by name. */
export { cellKey } from "./cell.ts";
export type { CellBlock, CellView } from "./cell.ts";
export { VALENCE } from "./emotionPoint.ts";
export type { EmotionPointView } from "./emotionPoint.ts";
export { INSIGHT_STATUSES } from "./insight.ts";
export type { InsightView } from "./insight.ts";
export { canCollapse, hasCells, isLine, LANE_HEIGHT, LANE_KINDS } from "./lane.ts";
export type { LaneKind, LaneView } from "./lane.ts";
export type { LoopView } from "./loop.ts";
export { FEELING_KEYS, FEELING_STEPS, FEELING_WORDS, ownFeelingWord } from "./feelingWords.ts";
export type { FeelingStep } from "./feelingWords.ts";
export { JOURNEY_LEVELS, LANGUAGES } from "./meta.ts";
export type { Language, MetaView } from "./meta.ts";
export { compareOrder, orderBetween, ordersAfter } from "./order.ts";
export type { PastExpectation } from "./pastExpectation.ts";
export { PERSONA_BASES, PERSONA_KINDS } from "./persona.ts";
export type { PersonaOrigin, PersonaView } from "./persona.ts";
export { STANCES } from "./pin.ts";
export type { PinView } from "./pin.ts";
export { PROMISE_STATUSES } from "./promise.ts";
export type { PromiseView } from "./promise.ts";
export { SHAPE_COLOURS, SHAPE_KINDS, SHAPE_LIMIT, SHAPE_SIZE } from "./shape.ts";
export type { ArrowEnd, ShapeColour, ShapeKind, ShapeView } from "./shape.ts";
export { FEEDBACK_PHASES } from "./stage.ts";
export type { FeedbackPhase, StageView } from "./stage.ts";
export { SUB_JOURNEY_KINDS } from "./subJourney.ts";
export type { SubJourneyKind } from "./subJourney.ts";
export { CHANNELS, CONTACT_KINDS, INITIATORS, isWebAddress, STAGE_SIDES } from "./touchpoint.ts";
export type { Channel, ContactKind, TouchpointLink, TouchpointView } from "./touchpoint.ts";

export { createJourneyDoc, ENTITY_MAPS, openRoots, SCHEMA_VERSION } from "./schema.ts";
export type { EntityMapName, JourneyDoc } from "./schema.ts";
export { addState } from "./documentState.ts";
export { readShapeById, shapesBy } from "./read/ownShapes.ts";
export { readPersonas } from "./read/readPersonas.ts";
export { journeysBelow, leadsSomewhere } from "./read/journeysBelow.ts";
export type { WayDown } from "./read/journeysBelow.ts";
export { pinnedPathOf, pinsSeal } from "./read/pinnedPath.ts";
export type { PinnedPath } from "./read/pinnedPath.ts";
export { quotesNamed } from "./read/quotesNamed.ts";
export { hasWords, watchTouched, wordsOf } from "./touched.ts";
export type { TouchedEntity, WordsOf } from "./touched.ts";
export { readJourney, readJourneyMeta } from "./read/readJourney.ts";
export { watchJourney } from "./read/watchJourney.ts";
export type { JourneyWatcher } from "./read/watchJourney.ts";
export type { JourneyView, PathStage, PathView, SubJourneyView } from "./read/view.ts";
export { readTrash } from "./read/trash.ts";
export type { TrashItem, TrashMap } from "./read/trash.ts";
export { FILTER_KEYS } from "./savedView.ts";
export type { FilterKey, MapFilter, MapSight, SavedView } from "./savedView.ts";
export { CLIP_FORMAT, clipFor, clipOf } from "./clip/clip.ts";
export type { JourneyClip } from "./clip/clip.ts";
export { clipField } from "./clip/clipFields.ts";
export { findWords } from "./find/findWords.ts";
export type { FoundWords } from "./find/findWords.ts";
export { createUndo } from "./undo.ts";
export type { JourneyUndo } from "./undo.ts";
export { exportJourney, importJourney, JOURNEY_FORMAT, readJourneyFile } from "./journeyFile.ts";
export type { JourneyFile } from "./journeyFile.ts";
export { futureStateOf } from "./futureState.ts";
export { CHANGE_DEEDS, CHANGE_KINDS } from "./history/change.ts";
export type { Change, ChangeDeed, ChangeKind } from "./history/change.ts";
export { compareJourneys } from "./history/compareJourneys.ts";
export { restoreJourney } from "./history/restoreJourney.ts";
export { viewOfFile } from "./history/viewOfFile.ts";
export { FEEDBACK_TEMPLATE } from "./templates/feedback.ts";
export { seedJourney } from "./templates/blank.ts";
export type { Seed } from "./templates/blank.ts";

export type { Refusal, Result } from "./result.ts";
export type { Args, Field, Fields } from "./commands/field.ts";
export type { Command, CommandContext, Touched } from "./commands/command.ts";
export { applyCommand, COMMAND_NAMES } from "./commands/registry.ts";
export { editCell } from "./commands/editCell.ts";
export { editText, smallestEdit } from "./commands/editText.ts";
export type { TextEdit } from "./commands/editText.ts";
export { addEmotionPoint, bendEmotion, deleteEmotionPoint } from "./commands/emotion.ts";
export { changeExpectation, deletePastExpectation, setPastExpectation } from "./commands/expectations.ts";
export { addLane, addLaneTemplate, deleteLane, moveLane, setLane } from "./commands/lanes.ts";
export { LANE_TEMPLATE_NAMES } from "./templates/lanes.ts";
export type { LaneTemplate } from "./templates/lanes.ts";
export { lockOn } from "./commands/locks.ts";
export { setJourney } from "./commands/setJourney.ts";
export { setLock } from "./commands/setLock.ts";
export { mergeTouchpoints, splitTouchpoint } from "./commands/columns.ts";
export { deleteThings, moveTouchpoints } from "./commands/many.ts";
export { pasteClip } from "./commands/pasteClip.ts";
export { pasteTable, planTable, TABLE_LIMIT } from "./commands/pasteTable.ts";
export type { TablePlan } from "./commands/pasteTable.ts";
export { replaceWords } from "./commands/replaceWords.ts";
export { deleteView, saveView } from "./commands/savedViews.ts";
export { restoreDeleted } from "./commands/trash.ts";
export { addPersona, deletePersona, setPersona, takePersona } from "./commands/personas.ts";
export { addInsight, deleteInsight, setInsight, tellBack } from "./commands/insights.ts";
export { addLoop, deleteLoop } from "./commands/loops.ts";
export { addPromise, deletePromise, setPromise } from "./commands/promises.ts";
export { pinQuote, setPin, unpinQuote } from "./commands/pins.ts";
export { addShape, bendArrow, moveShapes, placeShapes, setShapes, stackShapes } from "./commands/shapes.ts";
export { copiedShapes, pasteShapes } from "./commands/pasteShapes.ts";
export type { CopiedShape } from "./commands/pasteShapes.ts";
export { addStage, deleteStage, moveStage, setStage } from "./commands/stages.ts";
export { deleteSubJourney, openFeedback } from "./commands/subJourneys.ts";
export {
  addTouchpoint,
  deleteTouchpoint,
  moveTouchpoint,
  setTouchpoint,
  setTouchpoints,
} from "./commands/touchpoints.ts";

export { feedbackLoop } from "./derive/feedbackLoop.ts";
export type { FeedbackLoop } from "./derive/feedbackLoop.ts";
export { evidenceHealth } from "./derive/health/evidenceHealth.ts";
export type { EvidenceHealth } from "./derive/health/evidenceHealth.ts";
export type { HealthFilter, HealthInput, HealthQuote, LibrarySums } from "./derive/health/healthInput.ts";
export type { HealthPlace } from "./derive/health/places.ts";
export { carriedShapes } from "./derive/carriedShapes.ts";
export { passesFilter } from "./derive/passesFilter.ts";
export { laneIndexAbove, laneIndexBeside, lanesAsTheyLie } from "./derive/laneOrder.ts";
export { placeBeside, placeBesideMany } from "./derive/placeBeside.ts";
export type { Place } from "./derive/placeBeside.ts";
export { teamPoints } from "./derive/teamPoints.ts";
export { customerCurves } from "./derive/customerCurves.ts";
export type { CustomerCurve } from "./derive/customerCurves.ts";
export { touchpointLinks } from "./derive/touchpointLinks.ts";
export type { QuoteFacts } from "./derive/touchpointLinks.ts";
export {
  agreement,
  arrivingMood,
  balance,
  biasWarnings,
  closedLoop,
  outerLoop,
  CONVENTIONS,
  coverage,
  curveGap,
  drawnMean,
  gapBetween,
  dialogue,
  curveKnots,
  curveMean,
  curveSegments,
  curveTangents,
  curveValue,
  emotionCurve,
  segmentValue,
  settlePoints,
  empathyIndex,
  evidence,
  evidenceCurve,
  evidenceKnot,
  expectationZone,
  perceivedValence,
  grounding,
  GROUNDING_LEVELS,
  groundingReason,
  changes,
  hopesBefore,
  lift,
  countsAsEvidence,
  trustedValence,
  localExtremes,
  memorable,
  parseMoment,
  peakEnd,
  people,
  personKey,
  ratingToValence,
  reachedFrom,
  responseRate,
  rising,
  rollUp,
  isoWeek,
  mondayOf,
  weekOf,
  skew,
  ASKED_KINDS,
  FAMILY_OF_KIND,
  INTERNAL_KINDS,
  LISTENED_KINDS,
  methodFamily,
  sourceClass,
  SOURCE_KINDS,
  speedIndex,
  split,
  timeBetween,
  urgency,
  cardMarks,
  touchpointMarks,
  wayToHuman,
  replyMeasures,
} from "./derive/index.ts";
export type {
  BalanceQuadrant,
  BiasInput,
  ClosedLoop,
  FeedbackCase,
  InsightStatus,
  Conventions,
  Coverage,
  CurveGap,
  Dialogue,
  Message,
  CurveSegment,
  DrawnPoint,
  DrawnTouchpoint,
  EmotionCurve,
  Knot,
  EmpathyParts,
  Evidence,
  EvidenceCurve,
  EvidenceKnot,
  LinkedTouchpoint,
  Disconfirmation,
  ExpectationZone,
  Grounding,
  GroundingLevel,
  GroundingReason,
  EvidenceLink,
  Extreme,
  PeakEnd,
  Person,
  RatingScale,
  ResponseRate,
  Rising,
  RolledUp,
  Skew,
  AskedKind,
  InternalKind,
  ListenedKind,
  MethodFamily,
  SourceClass,
  SourceKind,
  CaseSpeed,
  Split,
  TimeBetween,
  Urgency,
  TouchpointMark,
  WayToHuman,
  ReplyMeasures,
} from "./derive/index.ts";

/** The measures of the method, by name. Pure: plain inputs, no document, no clock. */
export { agreement } from "./agreement.ts";
export { arrivingMood } from "./arrivingMood.ts";
export { balance } from "./balance.ts";
export type { BalanceQuadrant } from "./balance.ts";
export { biasWarnings } from "./biasWarnings.ts";
export type { BiasInput } from "./biasWarnings.ts";
export { closedLoop, outerLoop } from "./closedLoop.ts";
export type { ClosedLoop, FeedbackCase, InsightStatus } from "./closedLoop.ts";
export { CONVENTIONS } from "./conventions.ts";
export type { Conventions } from "./conventions.ts";
export { coverage } from "./coverage.ts";
export type { Coverage } from "./coverage.ts";
export { curveGap, drawnMean, gapBetween } from "./curveGap.ts";
export type { CurveGap } from "./curveGap.ts";
export { dialogue } from "./dialogue.ts";
export type { Dialogue, Message } from "./dialogue.ts";
export {
  curveKnots,
  curveMean,
  curveSegments,
  curveTangents,
  curveValue,
  emotionCurve,
  segmentValue,
  settlePoints,
} from "./emotionCurve.ts";
export type { CurveSegment, DrawnPoint, DrawnTouchpoint, EmotionCurve, Knot } from "./emotionCurve.ts";
export { empathyIndex } from "./empathyIndex.ts";
export type { EmpathyParts } from "./empathyIndex.ts";
export { evidence } from "./evidence.ts";
export type { Evidence } from "./evidence.ts";
export { evidenceCurve, evidenceKnot } from "./evidenceCurve.ts";
export type { EvidenceCurve, EvidenceKnot, LinkedTouchpoint } from "./evidenceCurve.ts";
export { expectationZone, perceivedValence } from "./expectationZone.ts";
export type { Disconfirmation, ExpectationZone } from "./expectationZone.ts";
export { grounding, GROUNDING_LEVELS, groundingReason } from "./grounding.ts";
export type { Grounding, GroundingLevel, GroundingReason } from "./grounding.ts";
export { changes, lift } from "./lift.ts";
export { countsAsEvidence, trustedValence } from "./link.ts";
export type { EvidenceLink } from "./link.ts";
export { hopesBefore } from "./hopesBefore.ts";
export { localExtremes } from "./localExtremes.ts";
export type { Extreme } from "./localExtremes.ts";
export { memorable } from "./memorable.ts";
export { parseMoment } from "./moment.ts";
export { peakEnd } from "./peakEnd.ts";
export type { PeakEnd } from "./peakEnd.ts";
export { people, personKey } from "./people.ts";
export type { Person } from "./people.ts";
export { ratingToValence } from "./ratingToValence.ts";
export type { RatingScale } from "./ratingToValence.ts";
export { responseRate } from "./responseRate.ts";
export type { ResponseRate } from "./responseRate.ts";
export { rising } from "./rising.ts";
export type { Rising } from "./rising.ts";
export { reachedFrom, rollUp } from "./rollUp.ts";
export type { RolledUp } from "./rollUp.ts";
export { skew } from "./skew.ts";
export type { Skew } from "./skew.ts";
export {
  ASKED_KINDS,
  FAMILY_OF_KIND,
  INTERNAL_KINDS,
  LISTENED_KINDS,
  methodFamily,
  sourceClass,
  SOURCE_KINDS,
} from "./sourceKinds.ts";
export type {
  AskedKind,
  InternalKind,
  ListenedKind,
  MethodFamily,
  SourceClass,
  SourceKind,
} from "./sourceKinds.ts";
export { speedIndex } from "./speedIndex.ts";
export type { CaseSpeed } from "./speedIndex.ts";
export { split } from "./split.ts";
export type { Split } from "./split.ts";
export { isoWeek, mondayOf, weekOf } from "./week.ts";
export { urgency } from "./urgency.ts";
export type { Urgency } from "./urgency.ts";
export { cardMarks, touchpointMarks } from "./touchpointMarks.ts";
export type { TouchpointMark } from "./touchpointMarks.ts";
export { wayToHuman } from "./wayToHuman.ts";
export type { WayToHuman } from "./wayToHuman.ts";
export { replyMeasures } from "./replyMeasures.ts";
export type { ReplyMeasures } from "./replyMeasures.ts";
export { timeBetween } from "./timeBetween.ts";
export type { TimeBetween } from "./timeBetween.ts";

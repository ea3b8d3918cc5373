/**
 * The one mapping from a group of worked examples (`vectors.json`) to our measures. It only
 * calls: every number comes from `src/derive`. Runs in Node without a build.
 */
import {
  balance,
  biasWarnings,
  closedLoop,
  coverage,
  curveGap,
  curveMean,
  curveValue,
  dialogue,
  emotionCurve,
  empathyIndex,
  evidence,
  evidenceCurve,
  expectationZone,
  grounding,
  localExtremes,
  parseMoment,
  peakEnd,
  ratingToValence,
  responseRate,
  skew,
  speedIndex,
  urgency,
} from "../src/derive/index.ts";
import type {
  BiasInput,
  CaseSpeed,
  DrawnPoint,
  DrawnTouchpoint,
  EmpathyParts,
  EvidenceLink,
  FeedbackCase,
  LinkedTouchpoint,
  Message,
} from "../src/derive/index.ts";

/** The examples' fixed moment, used where an input names none. */
export const NOW = "2026-11-22T00:00:00Z";

interface Inputs {
  ratingToValence: { scale: string; x: number | string | null };
  curve: { touchpoints: DrawnTouchpoint[]; at?: number[] };
  peakEnd: { touchpoints: DrawnTouchpoint[] };
  localExtremes: { touchpoints: DrawnTouchpoint[]; minProminence?: number };
  grounding: { links: EvidenceLink[]; now?: string };
  evidence: { links: EvidenceLink[] };
  evidenceCurve: { touchpoints: LinkedTouchpoint[] };
  coverage: { touchpoints: (LinkedTouchpoint & { mot?: boolean })[]; now?: string };
  curveGap: { points: DrawnPoint[]; links: EvidenceLink[] };
  skew: { attached: number[]; library: number[] };
  responseRate: { invited?: number | null; responded?: number | null };
  biasWarnings: BiasInput & { now?: string };
  dialogue: { messages: Message[] };
  closedLoop: { items: FeedbackCase[]; now?: string; slaHours?: number };
  speedIndex: { items: CaseSpeed[] };
  empathyIndex: EmpathyParts;
  balance: { empathy: number | null; speed: number | null };
  disconfirmation: { perceived: number | null; desired: number | null; adequate?: number | null };
  urgency: { valence: number | null; arc: number | null };
}

export type VectorGroup = keyof Inputs;

function moment(now: string | undefined): number {
  const at = parseMoment(now ?? NOW);
  if (at === null) throw new Error(`Not a moment: ${now}`);
  return at;
}

const measures: { [G in VectorGroup]: (input: Inputs[G]) => unknown } = {
  ratingToValence: ({ scale, x }) => ratingToValence(scale, x),
  curve: ({ touchpoints, at }) => {
    const curve = emotionCurve(touchpoints);
    return {
      knots: curve.knots.map(({ x, v }) => [x, v]),
      tangents: curve.tangents,
      values: (at ?? []).map((x) => curveValue(curve, x)),
      mean: curveMean(curve),
    };
  },
  peakEnd: ({ touchpoints }) => peakEnd(emotionCurve(touchpoints)),
  localExtremes: ({ touchpoints, minProminence }) => localExtremes(emotionCurve(touchpoints), minProminence),
  grounding: ({ links, now }) => grounding(links, moment(now)),
  evidence: ({ links }) => evidence(links),
  evidenceCurve: ({ touchpoints }) => evidenceCurve(touchpoints),
  coverage: ({ touchpoints, now }) => coverage(touchpoints, moment(now)),
  curveGap: ({ points, links }) => curveGap(points, links),
  skew: ({ attached, library }) => skew(attached, library),
  responseRate: ({ invited, responded }) => responseRate(invited, responded),
  biasWarnings: (input) => biasWarnings(input, moment(input.now)),
  dialogue: ({ messages }) => dialogue(messages),
  closedLoop: ({ items, now, slaHours }) => closedLoop(items, moment(now), slaHours),
  speedIndex: ({ items }) => speedIndex(items),
  empathyIndex: (parts) => empathyIndex(parts),
  balance: ({ empathy, speed }) => balance(empathy, speed),
  disconfirmation: ({ perceived, desired, adequate }) => expectationZone(perceived, desired, adequate),
  urgency: ({ valence, arc }) => urgency(valence, arc),
};

/**
 * What the measure of `group` gives for an example's `input`, with the keys of its `expected`, unrounded.
 * The input is trusted to have the group's shape: it comes from the examples. Throws for an unknown group.
 */
export function compute(group: string, input: unknown): unknown {
  if (!Object.hasOwn(measures, group)) throw new Error(`No measure for the group "${group}"`);
  const measure = measures[group as VectorGroup] as (input: unknown) => unknown;
  return measure(input);
}

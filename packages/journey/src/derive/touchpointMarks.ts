import type { ContactKind, TouchpointView } from "../touchpoint.ts";
import { drawnMean, gapBetween } from "./curveGap.ts";
import { perceivedValence } from "./expectationZone.ts";
import type { Evidence } from "./evidence.ts";
import { lift } from "./lift.ts";
import type { EvidenceLink } from "./link.ts";
import { memorable } from "./memorable.ts";
import { split } from "./split.ts";
import { teamPoints } from "./teamPoints.ts";
import { urgency } from "./urgency.ts";
import type { WayToHuman } from "./wayToHuman.ts";

/** One thing that a touchpoint's facts and evidence tell together, with the numbers it was found by. Valences −2..2. */
export type TouchpointMark =
  | { readonly code: "split"; readonly low: number; readonly high: number }
  | { readonly code: "fix_first"; readonly v: number; readonly arc: number; readonly assumed: boolean }
  | { readonly code: "dead_end"; readonly contactKind: ContactKind }
  | { readonly code: "easy_for_us"; readonly customer: number; readonly company: number }
  | { readonly code: "solved_unhappy"; readonly v: number; readonly assumed: boolean }
  | { readonly code: "wanted_other"; readonly contact: boolean; readonly channel: boolean }
  | { readonly code: "rosier" | "gloomier"; readonly gap: number }
  | { readonly code: "quiet_pain"; readonly v: number; readonly arc: number; readonly assumed: boolean }
  | { readonly code: "memorable"; readonly n: number }
  | { readonly code: "highlight"; readonly v: number; readonly arc: number; readonly assumed: boolean }
  | { readonly code: "number_without_voice" }
  | { readonly code: "way_to_human"; readonly steps: number; readonly minutes: number | null }
  | { readonly code: "lift"; readonly by: number }
  | { readonly code: "change"; readonly by: number }
  | { readonly code: "should_just_work"; readonly v: number; readonly assumed: boolean };

type MarkCode = TouchpointMark["code"];

/** What is not worth a place on the card: it is no news there, or has another place. */
const QUIET: ReadonlySet<MarkCode> = new Set<MarkCode>([
  "rosier",
  "gloomier",
  "way_to_human",
  "lift",
  "change",
  "should_just_work",
  "number_without_voice",
]);

export interface MarkInput {
  readonly touchpoint: TouchpointView;
  readonly links: readonly EvidenceLink[];
  readonly evidence: Evidence;
  readonly way: WayToHuman | null;
  /** The mean of the touchpoint minus that of the nearest earlier one (`changes`); null where either is unknown. */
  readonly change?: number | null;
}

function urgencyMark(v: number | null, arc: number | null, assumed: boolean): TouchpointMark[] {
  const code = urgency(v, arc);
  return code === "normal" || v === null || arc === null ? [] : [{ code, v, arc, assumed }];
}

function effortMark({ effort: { customer, company } }: TouchpointView): TouchpointMark[] {
  const uneven = customer !== null && company !== null && customer >= 4 && company <= 2;
  return uneven ? [{ code: "easy_for_us", customer, company }] : [];
}

function wantedMark({ wanted, wantedChannel, contactKind, channel }: TouchpointView): TouchpointMark[] {
  const otherContact = wanted !== null && wanted !== contactKind;
  const otherChannel = wantedChannel !== null && wantedChannel !== channel;
  return otherContact || otherChannel
    ? [{ code: "wanted_other", contact: otherContact, channel: otherChannel }]
    : [];
}

function wayMark({ contactKind }: TouchpointView, way: WayToHuman | null): TouchpointMark[] {
  if (way === null) return [];
  return way.found
    ? [{ code: "way_to_human", steps: way.steps, minutes: way.minutes }]
    : [{ code: "dead_end", contactKind }];
}

function moved(code: "lift" | "change", by: number | null | undefined): TouchpointMark[] {
  return by === null || by === undefined || Math.abs(by) < 0.05 ? [] : [{ code, by }];
}

/**
 * Everything that follows for one touchpoint, the most urgent first (method, "What follows from the essays"; A6, A9). How it was felt is
 * what three valued people said, else what the team drew, and then the mark is `assumed`.
 */
export function touchpointMarks({ touchpoint, links, evidence, way, change }: MarkInput): TouchpointMark[] {
  const drawn = drawnMean(teamPoints(touchpoint));
  const felt = perceivedValence(evidence, drawn);
  const crowds = split(links);
  const strong = memorable(links);
  const gap = gapBetween(drawn, evidence);
  const urgent = urgencyMark(felt.v, touchpoint.arc, felt.assumed);
  const alone = touchpoint.contactKind === "bot" || touchpoint.contactKind === "self_service";
  const numbers = touchpoint.waitMinutes !== null || touchpoint.effort.customer !== null;
  const only = (code: MarkCode): TouchpointMark[] => urgent.filter((mark) => mark.code === code);
  return [
    ...(crowds.split ? [{ code: "split", low: crowds.low, high: crowds.high } as const] : []),
    ...only("fix_first"),
    ...wayMark(touchpoint, way).filter(({ code }) => code === "dead_end"),
    ...effortMark(touchpoint),
    ...(touchpoint.solved === true && felt.v !== null && felt.v <= -0.5
      ? [{ code: "solved_unhappy", v: felt.v, assumed: felt.assumed } as const]
      : []),
    ...wantedMark(touchpoint),
    ...(gap.flag !== null && gap.gap !== null ? [{ code: gap.flag, gap: gap.gap } as const] : []),
    ...only("quiet_pain"),
    ...(strong.memorable ? [{ code: "memorable", n: strong.n } as const] : []),
    ...only("highlight"),
    ...(numbers && evidence.n === 0 ? [{ code: "number_without_voice" } as const] : []),
    ...wayMark(touchpoint, way).filter(({ code }) => code === "way_to_human"),
    ...moved("lift", lift(teamPoints(touchpoint))),
    ...moved("change", change),
    ...(alone && felt.v !== null && Math.abs(felt.v) <= 0.5 && !crowds.split
      ? [{ code: "should_just_work", v: felt.v, assumed: felt.assumed } as const]
      : []),
  ];
}

/** Nobody being there is also what a touchpoint says of which nobody has said anything yet: too little for its card. */
function isUnsaid(mark: TouchpointMark): boolean {
  return mark.code === "dead_end" && mark.contactKind === "none";
}

/** The marks for a card: at most two, the most urgent. */
export function cardMarks(marks: readonly TouchpointMark[]): readonly TouchpointMark[] {
  return marks.filter((mark) => !QUIET.has(mark.code) && !isUnsaid(mark)).slice(0, 2);
}

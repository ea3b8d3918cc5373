import type { JourneyView, SubJourneyView } from "../read/view.ts";
import type { TouchpointView } from "../touchpoint.ts";
import { arrivingMood } from "./arrivingMood.ts";
import { balance, type BalanceQuadrant } from "./balance.ts";
import { CONVENTIONS, type Conventions } from "./conventions.ts";
import { empathyIndex, type EmpathyParts } from "./empathyIndex.ts";
import { feedbackLoop } from "./feedbackLoop.ts";
import { hoursBetween, parseMoment } from "./moment.ts";
import { speedIndex } from "./speedIndex.ts";
import { teamPoints } from "./teamPoints.ts";

/** How a sub-journey answers the customer, as its path is drawn: one case, not a mean over cases. Hours null where no time is written. */
export interface ReplyMeasures {
  /** Steps in which somebody or something answers after the customer has told: a person, a person with a tool, a machine. */
  readonly personal: number;
  readonly assisted: number;
  readonly canned: number;
  /** The customer told, a person answered, and the customer spoke or was asked again. */
  readonly isDialogue: boolean | null;
  readonly hoursToHuman: number | null;
  readonly hoursToResolve: number | null;
  readonly hoursToTold: number | null;
  /** Told, but later than promised (`slaHours`); only where both times are written. */
  readonly late: boolean;
  readonly parts: EmpathyParts;
  /** 0–100, or null. */
  readonly speed: number | null;
  readonly empathy: number | null;
  readonly quadrant: BalanceQuadrant | null;
}

interface Step {
  readonly touchpoint: TouchpointView;
  readonly phase: string | null;
}

function stepsOf(view: JourneyView, { path }: SubJourneyView): Step[] {
  return path.stages.flatMap(({ phase, touchpointIds }) =>
    touchpointIds.flatMap((id) => {
      const touchpoint = view.touchpoints.get(id);
      return touchpoint ? [{ touchpoint, phase }] : [];
    }),
  );
}

/** Hours from one step to another by when they begin; null where a time is missing, and never below 0. */
function hours(from: Step | undefined, to: Step | undefined): number | null {
  const start = parseMoment(from?.touchpoint.startsAt);
  const end = parseMoment(to?.touchpoint.startsAt);
  return start === null || end === null || end < start ? null : hoursBetween(start, end);
}

/** Whether it is the organisation that answers there: not silence, and not a neighbour. */
function answers({ touchpoint, phase }: Step): boolean {
  return touchpoint.official && touchpoint.contactKind !== "none" && phase !== "give";
}

function isPerson({ touchpoint }: Step): boolean {
  return touchpoint.contactKind === "human" || touchpoint.contactKind === "assisted";
}

/** How much better the customer leaves the sub-journey than they came into it, −4..4; null where either end is undrawn. */
function recovery(view: JourneyView, sub: SubJourneyView, steps: readonly Step[]): number | null {
  const start = arrivingMood(teamPoints(view.touchpoints.get(sub.parentTouchpointId)));
  const ends = steps.flatMap(({ touchpoint }) => arrivingMood(teamPoints(touchpoint)) ?? []);
  const end = ends[ends.length - 1];
  return start === null || end === undefined ? null : end - start;
}

/**
 * The measures of method A8 over a sub-journey as it is drawn. The clock starts where the customer tells (the first step of the phase
 * `give`, else the first step). Its answers are the organisation's steps after that.
 */
export function replyMeasures(
  view: JourneyView,
  sub: SubJourneyView,
  conventions: Conventions = CONVENTIONS,
): ReplyMeasures {
  const steps = stepsOf(view, sub);
  const given = steps.findIndex(({ phase }) => phase === "give");
  const from = Math.max(0, given);
  const after = steps.slice(from + 1).filter(answers);
  const kinds = after.map(({ touchpoint }) => touchpoint.contactKind);
  const person = after.find(isPerson);
  const loop = feedbackLoop(view, sub);
  const told = steps.find(({ touchpoint }) => touchpoint.id === loop.toldTouchpointId);
  const hoursToTold = hours(steps[from], told);
  const speeds = {
    hoursToFirst: hours(steps[from], person),
    hoursToResolve: hours(
      steps[from],
      steps.find(({ phase }) => phase === "resolve"),
    ),
  };
  const personal = kinds.filter((kind) => kind === "human").length;
  const assisted = kinds.filter((kind) => kind === "assisted").length;
  const isDialogue = after.length === 0 ? null : after.filter(isPerson).length >= 2;
  const parts: EmpathyParts = {
    human: after.length === 0 ? null : (personal + assisted) / after.length,
    dialogue: isDialogue === null ? null : Number(isDialogue),
    closed: sub.kind === "free" ? null : Number(loop.state === "closed"),
    recovery: recovery(view, sub, steps),
  };
  const speed = speedIndex([speeds], conventions);
  const empathy = empathyIndex(parts);
  return {
    personal,
    assisted,
    canned: after.length - personal - assisted,
    isDialogue,
    hoursToHuman: speeds.hoursToFirst,
    hoursToResolve: speeds.hoursToResolve,
    hoursToTold,
    late: hoursToTold !== null && hoursToTold > conventions.slaHours,
    parts,
    speed,
    empathy,
    quadrant: balance(empathy, speed)?.quadrant ?? null,
  };
}

import type { Entity } from "./read/attributes.ts";
import { readFlag, readMaybeOneOf, readString, readText } from "./read/attributes.ts";
import { readOrder } from "./order.ts";

/** The phases of a feedback journey, in their order (method A10; `ask` is the company's invitation). */
export const FEEDBACK_PHASES = [
  "trigger",
  "ask",
  "find",
  "give",
  "acknowledge",
  "hear",
  "resolve",
  "told",
  "learn",
] as const;
export type FeedbackPhase = (typeof FEEDBACK_PHASES)[number];

export type StageView = {
  readonly id: string;
  readonly title: string;
  readonly goal: string;
  readonly order: string;
  /** The sub-journey it belongs to; null on the main path. */
  readonly subJourneyId: string | null;
  readonly phase: FeedbackPhase | null;
  /** The id of the journey that looks at it more closely (RULES J29); null where none does. */
  readonly leadsTo: string | null;
  /** Held by an editor, with everything in it (RULES J18). */
  readonly locked: boolean;
};

export function readStage(id: string, stage: Entity): StageView {
  return Object.freeze({
    id,
    title: readText(stage, "title"),
    goal: readText(stage, "goal"),
    order: readOrder(stage.get("order")),
    subJourneyId: readString(stage, "subJourneyId"),
    phase: readMaybeOneOf(stage, "phase", FEEDBACK_PHASES),
    leadsTo: readString(stage, "leadsTo"),
    locked: readFlag(stage, "locked", false),
  });
}

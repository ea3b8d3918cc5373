import type { LaneKind } from "../lane.ts";

export const CHANGE_KINDS = [
  "journey",
  "stage",
  "lane",
  "touchpoint",
  "note",
  "text",
  "point",
  "quote",
  "subJourney",
  "persona",
  "promise",
  "expectation",
  "loop",
  "insight",
  "shape",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const CHANGE_DEEDS = ["added", "deleted", "renamed", "moved", "changed"] as const;
export type ChangeDeed = (typeof CHANGE_DEEDS)[number];

/** One thing that was done to a journey: facts, from which the interface makes a sentence in the reader's language. */
export type Change = {
  readonly kind: ChangeKind;
  readonly deed: ChangeDeed;
  readonly id: string;
  /** What the thing is called now, or was when it is gone; of a quote its id. Empty when it has no name. */
  readonly title: string;
  /** What it was and is: a name, a text, a valence, the place it was moved from and to. Null when that is not what changed. */
  readonly was: string | number | null;
  readonly now: string | number | null;
  /** The title of the touchpoint or the stage it is in. */
  readonly place: string | null;
  /** The lane of a text, or the lane itself. */
  readonly lane: { readonly kind: LaneKind; readonly title: string } | null;
  /** The names of the attributes that changed, for what has no sentence of its own. */
  readonly fields: readonly string[];
};

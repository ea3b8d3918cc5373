import type { Scale } from "./scales.ts";

/** Who says a turn. `other` until a person or a clear mark says more. */
export type Speaker = "customer" | "agent" | "bot" | "other";

/** A score as the customer gave it; its valence is derived elsewhere (method A3). */
export interface Rating {
  readonly scale: Scale;
  readonly x: number;
}

/** One turn of a conversation, or one answer of a survey; `from` is its place in the contact's text. */
export interface Turn {
  readonly speaker: Speaker;
  readonly name?: string;
  /** The question an answer belongs to. */
  readonly question?: string;
  readonly text: string;
  readonly from: number;
  readonly startS?: number;
  readonly endS?: number;
  /** Where the file times its parts more finely: place in the turn's text, seconds it begins, seconds it ends. */
  readonly cues?: readonly Cue[];
  /** When the turn is a mail. */
  readonly letter?: Letter;
}

/** What stands around the words of a mail. */
export interface Letter {
  /** Empty when the mail has none. */
  readonly subject: string;
  /** When it was sent, ISO 8601 UTC; null when it does not say. */
  readonly at: string | null;
  readonly to: readonly { readonly speaker: Speaker; readonly name: string }[];
  /** The earlier words that it repeats under its own; empty when it repeats none. They are no words of this turn. */
  readonly quoted: string;
}

/** What the person who answered read beside what they gave: the question of the only words, and that of the score. */
export interface Asked {
  readonly words?: string;
  readonly score?: string;
}

export type Cue = readonly [place: number, startS: number, endS: number];

/** A stretch of a text that somebody coded elsewhere; it comes in as a quote with its codes as themes. */
export interface CodedStretch {
  readonly from: number;
  readonly to: number;
  readonly themes: readonly string[];
}

/** One thing a customer said or did towards us: a survey answer, a conversation, a review. */
export interface Contact {
  /** Row in the file, headings being row 1; transcripts and texts are row 1. */
  readonly row: number;
  readonly text: string;
  /** ISO 8601 UTC, or null when the file does not say. */
  readonly occurredAt: string | null;
  /** True when the time of day is known too. */
  readonly timed: boolean;
  readonly externalId?: string;
  /** Who said it, as the file says (mail, number, name). Only its keyed hash may be stored. */
  readonly person?: string;
  readonly lang?: string;
  readonly rating?: Rating;
  /** Questions of a survey; several answers have theirs in `thread`. */
  readonly asked?: Asked;
  readonly channel?: string;
  readonly themes: readonly string[];
  readonly thread?: readonly Turn[];
  readonly stretches?: readonly CodedStretch[];
}

/** A row left out, and why; the good rows around it are kept. */
export interface SkippedRow {
  readonly row: number;
  readonly why: SkipReason;
}

export type SkipReason =
  | "too-few-cells"
  | "too-many-cells"
  | "broken-quotes"
  | "cell-too-long"
  | "no-words-no-score"
  | "broken-record"
  | "too-many-rows";

/** Lays turns one after another, an empty line between, and notes where each begins. */
export function layOut(turns: readonly Omit<Turn, "from">[]): { text: string; thread: Turn[] } {
  const thread: Turn[] = [];
  let text = "";
  for (const turn of turns) {
    if (text !== "") text += "\n\n";
    thread.push({ ...turn, from: text.length });
    text += turn.text;
  }
  return { text, thread };
}

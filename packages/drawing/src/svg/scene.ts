import {
  CONVENTIONS,
  drawnMean,
  evidence,
  gapBetween,
  grounding,
  ownFeelingWord,
  split,
  teamPoints,
} from "@polku/journey";
import type {
  Conventions,
  CurveGap,
  Evidence,
  EvidenceLink,
  FeelingStep,
  Grounding,
  JourneyView,
  PromiseView,
  TouchpointView,
} from "@polku/journey";
import { PALETTES } from "../look.ts";
import type { Palette, Theme } from "../look.ts";
import type { Words } from "../words.ts";

/** A quote's words, for who may read them. */
export interface QuoteWords {
  readonly text: string;
  readonly speaker: string;
}

/** What a picture is made of beside the journey itself. */
export interface RenderInput {
  readonly words: Words;
  /** The evidence links of each touchpoint; one missing here rests on nothing. */
  readonly links: ReadonlyMap<string, readonly EvidenceLink[]>;
  /** ms since 1970; decides what is stale. */
  readonly now: number;
  readonly theme?: Theme;
  /** Other colours than those of the theme. */
  readonly palette?: Palette;
  /** Customers' words by quote id; without them the picture shows how many spoke, and how they felt. */
  readonly quotes?: ReadonlyMap<string, QuoteWords>;
  /** Images of the free canvas by id, as data: addresses; one that is not here is drawn as its frame and its words. */
  readonly images?: ReadonlyMap<string, string>;
  /** Which sub-journeys stand open; all unless said. */
  readonly open?: (subJourneyId: string) => boolean;
  /** Whether columns stand apart by the time between them. */
  readonly toScale?: boolean;
  readonly conventions?: Conventions;
  /** Whether each step of the feeling scale is named beside it; it is, unless said. */
  readonly namesSteps?: boolean;
}

/** What the measures say of one touchpoint. */
interface Rest {
  readonly grounding: Grounding;
  readonly evidence: Evidence;
  readonly gap: CurveGap;
  /** Two crowds, one below −1 and one above +1. */
  readonly split: boolean;
}

/** Everything the painters share while one picture is made. */
export interface Scene {
  readonly view: JourneyView;
  readonly palette: Palette;
  readonly words: Words;
  readonly quotes: ReadonlyMap<string, QuoteWords>;
  readonly images: ReadonlyMap<string, string>;
  readonly conventions: Conventions;
  readonly namesSteps: boolean;
  readonly touchpoint: (id: string) => TouchpointView | undefined;
  readonly rest: (touchpointId: string) => Rest;
  readonly promises: (touchpointId: string) => readonly PromiseView[];
}

/** What −2 … +2 are called in this picture: the journey's own word, else that of the reader's language. */
function feelingWords({ meta }: JourneyView, { feeling }: Words): Words["feeling"] {
  const word = (step: FeelingStep): string => ownFeelingWord(meta, step) ?? feeling[step];
  return { [-2]: word(-2), [-1]: word(-1), 0: word(0), 1: word(1), 2: word(2) };
}

/** Prepares a picture; each touchpoint is measured once. */
export function openScene(view: JourneyView, input: RenderInput): Scene {
  const conventions = input.conventions ?? CONVENTIONS;
  const measured = new Map<string, Rest>();
  const promises = new Map<string, PromiseView[]>();
  for (const promise of view.promises) {
    const made = promises.get(promise.touchpointId);
    if (made === undefined) promises.set(promise.touchpointId, [promise]);
    else made.push(promise);
  }
  const measure = (id: string): Rest => {
    const links = input.links.get(id) ?? [];
    const heard = evidence(links, conventions);
    const drawn = drawnMean(teamPoints(view.touchpoints.get(id)));
    return {
      grounding: grounding(links, input.now, conventions),
      evidence: heard,
      gap: gapBetween(drawn, heard, conventions),
      split: split(links).split,
    };
  };
  return {
    view,
    palette: input.palette ?? PALETTES[input.theme ?? "light"],
    words: { ...input.words, feeling: feelingWords(view, input.words) },
    quotes: input.quotes ?? new Map(),
    images: input.images ?? new Map(),
    conventions,
    namesSteps: input.namesSteps ?? true,
    touchpoint: (id) => view.touchpoints.get(id),
    promises: (id) => promises.get(id) ?? [],
    rest: (id) => {
      const known = measured.get(id) ?? measure(id);
      measured.set(id, known);
      return known;
    },
  };
}

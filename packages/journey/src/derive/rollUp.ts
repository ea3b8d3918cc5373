import type { PinView } from "../pin.ts";
import type { PinnedPath } from "../read/pinnedPath.ts";
import { evidence, type Evidence } from "./evidence.ts";
import { grounding, type Grounding } from "./grounding.ts";
import { linksOfPins, type QuoteFacts } from "./touchpointLinks.ts";

/** What a journey below rests on, as the place that leads to it tells it. */
export type RolledUp = {
  readonly journeyId: string;
  /** How many journeys are counted: it, and those that it leads on to. */
  readonly journeys: number;
  readonly grounding: Grounding;
  readonly evidence: Evidence;
  /** Its touchpoints in their order, each with the people in it and below it. */
  readonly touchpoints: readonly (Pick<Evidence, "n" | "nv" | "mean"> & {
    readonly id: string;
    readonly title: string;
  })[];
};

/** Journeys by id, as far as whoever asks may see them: what is not among them is counted for nobody. */
export type PathsBelow = ReadonlyMap<string, PinnedPath>;

/** Every journey that can be reached from some, each once, however they lead to one another; `without` is passed by. */
export function reachedFrom(paths: PathsBelow, ids: readonly string[], without: string): string[] {
  const met = new Set<string>([without]);
  const reached: string[] = [];
  const waiting = [...ids];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const path = paths.get(id);
    if (!path || met.has(id)) continue;
    met.add(id);
    reached.push(id);
    waiting.push(...path.below, ...path.touchpoints.flatMap(({ below }) => below));
  }
  return reached;
}

const pinsIn = (paths: PathsBelow, ids: readonly string[]): PinView[] =>
  ids.flatMap((id) => paths.get(id)?.touchpoints.flatMap(({ pins }) => pins) ?? []);

/**
 * What a journey rests on for a place above it: everybody in it and in the journeys it leads on to counts, each person once (RULES J15, J33).
 * Null when it is not among `paths`. `aboveId` is the journey that asks; where the way leads back to it, it is not counted as its own below.
 */
export function rollUp(
  paths: PathsBelow,
  quotes: ReadonlyMap<string, QuoteFacts>,
  { journeyId, aboveId, now }: { journeyId: string; aboveId: string; now: number },
): RolledUp | null {
  const path = paths.get(journeyId);
  const counted = reachedFrom(paths, [journeyId], aboveId);
  if (!path || counted.length === 0) return null;
  const links = linksOfPins(pinsIn(paths, counted), quotes);
  return {
    journeyId,
    journeys: counted.length,
    grounding: grounding(links, now),
    evidence: evidence(links),
    touchpoints: path.touchpoints.map(({ id, title, pins, below }) => {
      const further = reachedFrom(paths, below, aboveId).filter((one) => one !== journeyId);
      const { n, nv, mean } = evidence(linksOfPins([...pins, ...pinsIn(paths, further)], quotes));
      return { id, title, n, nv, mean };
    }),
  };
}

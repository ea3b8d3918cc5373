import type { Language } from "@polku/journey";
import type { CreatedJourney } from "@polku/protocol";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { JourneyEntry } from "./journeys.ts";
import { request } from "./request.ts";

const LEVELS = [0, 1, 2, 3] as const;

/** A level that has a name; what is none counts as a journey of its own. */
export function asLevel(level: number): (typeof LEVELS)[number] {
  return LEVELS.find((one) => one === level) ?? 1;
}

/** A journey one level up, and the touchpoint or stage of it that leads down; without one when the list does not know of it (yet). */
export type Above = { readonly journey: JourneyEntry; readonly placeId?: string };

/** The journeys that lead to this one, of those in the list: the widest view first. A journey is not above itself. */
export function above(journeys: readonly JourneyEntry[], id: string): Above[] {
  return journeys
    .flatMap((journey): Above[] => {
      const way = journey.below.find(({ journeyId }) => journeyId === id);
      if (!way || journey.id === id) return [];
      return [{ journey, placeId: "stageId" in way ? way.stageId : way.touchpointId }];
    })
    .toSorted(
      (a, b) => a.journey.level - b.journey.level || a.journey.title.localeCompare(b.journey.title, "fi"),
    );
}

/**
 * The way down to a journey, from the top to the one right above it. Where several journeys lead to it, the ones that a person came by
 * are taken (`cameFrom`, from the top; the list may be a second behind a link that they just followed), else the widest. Journeys that lead round in a ring end where they would begin again.
 */
export function wayTo(
  journeys: readonly JourneyEntry[],
  id: string,
  cameFrom: readonly string[] = [],
): Above[] {
  const left = [...cameFrom];
  const met = new Set([id]);
  const way: Above[] = [];
  for (let current = id; ;) {
    const parents = above(journeys, current).filter(({ journey }) => !met.has(journey.id));
    const hint = journeys.find((one) => one.id === left.at(-1) && !met.has(one.id));
    if (hint) left.pop();
    else left.length = 0;
    const chosen = parents.find(({ journey }) => journey === hint) ?? (hint ? { journey: hint } : parents[0]);
    if (!chosen) return way;
    way.unshift(chosen);
    met.add(chosen.journey.id);
    current = chosen.journey.id;
  }
}

/** The ids of the journeys that somebody came by, from the top, as an address holds them. */
export function cameBy(search: string): string[] {
  return (new URLSearchParams(search).get("from") ?? "").split(".").filter((id) => id !== "");
}

/** The address of a journey by the way from the top to it; `at` is the touchpoint or stage of it to be shown. */
export function addressBy(way: readonly string[], id: string, at?: string): string {
  const search = new URLSearchParams();
  if (way.length > 0) search.set("from", way.slice(-8).join("."));
  if (at !== undefined) search.set("at", at);
  return `/j/${id}${search.size > 0 ? `?${search}` : ""}`;
}

/** A journey with those below it. One that stands in the tree already is named again, and not unfolded again. */
export type JourneyNode = {
  readonly journey: JourneyEntry;
  readonly again: boolean;
  readonly below: readonly JourneyNode[];
};

/** What lies below what: the journeys that lead somewhere or are led to, those at the top first. */
export function treeOf(journeys: readonly JourneyEntry[]): JourneyNode[] {
  const byId = new Map(journeys.map((journey) => [journey.id, journey]));
  const unfolded = new Set<string>();
  const below = ({ id, below: ways }: JourneyEntry): JourneyEntry[] =>
    [...new Set(ways.map(({ journeyId }) => journeyId))].flatMap((other) =>
      other === id ? [] : (byId.get(other) ?? []),
    );
  const nodeOf = (journey: JourneyEntry): JourneyNode => {
    const again = unfolded.has(journey.id);
    unfolded.add(journey.id);
    return { journey, again, below: again ? [] : below(journey).map(nodeOf) };
  };
  const linked = journeys
    .filter((journey) => below(journey).length > 0)
    .toSorted((a, b) => a.level - b.level || a.title.localeCompare(b.title, "fi"));
  const tops = linked.filter(({ id }) => above(journeys, id).length === 0).map(nodeOf);
  // What only leads round in a ring has no top: it begins somewhere.
  const rings = linked.flatMap((journey) => (unfolded.has(journey.id) ? [] : [nodeOf(journey)]));
  return [...tops, ...rings];
}

/** Makes a new journey at a level. */
export function useMakeJourneyBelow() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ title, lang, level }: { title: string; lang: Language; level: number }) => {
      const made = await request<CreatedJourney>("POST", "/api/v1/journeys", { title, lang });
      const set = { id: "level", name: "setJourney", args: { set: { level } } };
      await request("POST", `/api/v1/journeys/${made.id}/commands`, set);
      return made;
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ["journeys"] }),
  });
}

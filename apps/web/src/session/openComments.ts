import { create } from "zustand";

/** How many open threads hang on each thing of the open map, by `thingKey`; a card shows its own. */
const useCounts = create<{ counts: ReadonlyMap<string, number> }>(() => ({ counts: new Map() }));

export function setOpenComments(counts: ReadonlyMap<string, number>): void {
  useCounts.setState({ counts });
}

export function useOpenComments(key: string): number {
  return useCounts(({ counts }) => counts.get(key) ?? 0);
}

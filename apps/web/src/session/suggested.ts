import { create } from "zustand";

/** How many suggestions wait at each touchpoint of the open journey; nothing of it is in the document, and nothing of it counts as evidence. */
export const useSuggested = create<{ readonly counts: ReadonlyMap<string, number> }>(() => ({
  counts: new Map(),
}));

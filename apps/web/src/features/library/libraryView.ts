import { create } from "zustand";
import { NO_FILTERS, type Filters } from "./search/filters.ts";

export type LibraryTab = "contacts" | "quotes" | "themes" | "sources";

export type LibraryView = Filters & {
  readonly tab: LibraryTab;
  readonly q: string;
  /** By what a search is sorted; null: by relevance with words, by date without. */
  readonly sort: "date" | "relevance" | null;
  /** The contact that is being read. */
  readonly reading: string | null;
  /** Where the searched words stand in it: [from, to] pairs. */
  readonly hits: readonly (readonly [number, number])[];
};

export const AT_FIRST: LibraryView = {
  ...NO_FILTERS,
  tab: "contacts",
  q: "",
  sort: null,
  reading: null,
  hits: [],
};

/** Where one is in the library; it is found again there when the panel is opened again. Only of this window. */
export const useLibraryView = create<LibraryView>(() => AT_FIRST);

export const show = (change: Partial<LibraryView>): void => useLibraryView.setState(change);

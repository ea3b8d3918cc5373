import { create } from "zustand";

export type LibraryTab = "contacts" | "quotes" | "sources";

type LibraryView = {
  readonly tab: LibraryTab;
  readonly q: string;
  /** Only what came from this source. */
  readonly source: string | null;
  readonly attached: boolean | null;
  /** The contact that is being read. */
  readonly reading: string | null;
  /** Where the searched words stand in it: [from, to] pairs. */
  readonly hits: readonly (readonly [number, number])[];
};

/** Where one is in the library; it is found again there when the panel is opened again. Only of this window. */
export const useLibraryView = create<LibraryView>(() => ({
  tab: "contacts",
  q: "",
  source: null,
  attached: null,
  reading: null,
  hits: [],
}));

export const show = (change: Partial<LibraryView>): void => useLibraryView.setState(change);

import { create } from "zustand";

/** What may lie at the left edge, over the library and the comments: one at a time, for two would lie over each other. */
export type BesidePanel = "lanes" | "personas" | "views";

export const useBesidePanel = create<{ readonly open: BesidePanel | null }>(() => ({ open: null }));

/** Opens one in the place of what lies there. */
export function openBeside(panel: BesidePanel): void {
  useBesidePanel.setState({ open: panel });
}

/** Closes one, if it is the one that is open. */
export function closeBeside(panel: BesidePanel): void {
  if (useBesidePanel.getState().open === panel) useBesidePanel.setState({ open: null });
}

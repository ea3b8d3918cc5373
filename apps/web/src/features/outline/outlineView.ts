import type { GroundingLevel, PathView } from "@polku/journey";
import type { ComponentType } from "react";
import { create } from "zustand";
import { useJourney } from "../../session/SessionContext.tsx";

/** What other features put into the outline; the page introduces them. */
export type OutlineParts = {
  readonly Ring: ComponentType<{ readonly level: GroundingLevel }>;
  /** The lanes: named, added, put in order, taken away. */
  readonly Lanes: ComponentType;
  /** Which journeys this one belongs to: those above it, and its other state. */
  readonly Trail: ComponentType;
  /** The journey that a touchpoint leads to. */
  readonly Leads: ComponentType<{ readonly to: string }>;
  /** What somebody who takes part without editing does with notes of their own. */
  readonly OwnNotes: ComponentType;
  /** Opens the feedback journey of a touchpoint; makes one when it has none. */
  readonly openFeedback: (touchpointId: string) => void;
};

/** A path of the outline: the main one, or that of a sub-journey. */
export type OutlinePathProps = {
  readonly path: PathView;
  readonly subJourneyId: string | null;
  readonly parts: InnerParts;
};

/** With the path itself among the parts: a touchpoint may hold a journey, whose touchpoints may hold another. */
export type InnerParts = OutlineParts & { readonly Path: ComponentType<OutlinePathProps> };

/** A title that takes the caret as soon as it stands on the page: counted, so that asking twice works twice. */
type Caret = { readonly id: string; readonly count: number };

type OutlineView = {
  /** Touchpoints whose details are unfolded. */
  readonly unfolded: ReadonlySet<string>;
  /** Stages that are not as they are at first. */
  readonly turned: ReadonlySet<string>;
  readonly caret: Caret | null;
};

/** What only this person does in the outline of this window. */
export const useOutlineView = create<OutlineView>(() => ({
  unfolded: new Set(),
  turned: new Set(),
  caret: null,
}));

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

export function toggleTouchpoint(id: string): void {
  useOutlineView.setState(({ unfolded }) => ({ unfolded: toggled(unfolded, id) }));
}

export function toggleStage(id: string): void {
  useOutlineView.setState(({ turned }) => ({ turned: toggled(turned, id) }));
}

/** From this many touchpoints on a path its stages are folded at first: a reader wants to choose, a browser could not show all. */
const MANY = 400;

/** Whether a stage is folded in this window. */
export function useIsFolded(stageId: string): boolean {
  const isMany = useJourney((view) => view.path.touchpointIds.length > MANY);
  return useOutlineView((view) => view.turned.has(stageId) !== isMany);
}

/** Puts the caret into the title of a stage or a touchpoint, now or when it appears. */
export function putCaret(id: string): void {
  useOutlineView.setState(({ caret }) => ({ caret: { id, count: (caret?.count ?? 0) + 1 } }));
}

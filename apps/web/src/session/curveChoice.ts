import { create } from "zustand";

/** Whose curves this person sees beside the team's, and whose points they add: theirs alone, never in the document. */
export type CurveChoice = {
  /** Ids of personas. */
  readonly shown: ReadonlySet<string>;
  /** Null: the team's. */
  readonly active: string | null;
  /** Whether what was hoped for before is drawn too. */
  readonly hopesBefore: boolean;
  readonly showHopesBefore: (shown: boolean) => void;
  readonly show: (personaId: string, shown: boolean) => void;
  readonly draw: (personaId: string | null) => void;
};

export const useCurveChoice = create<CurveChoice>()((set) => ({
  shown: new Set(),
  active: null,
  hopesBefore: false,
  showHopesBefore: (hopesBefore) => set({ hopesBefore }),
  show: (personaId, isShown) =>
    set(({ shown, active }) => {
      const next = new Set(shown);
      if (isShown) next.add(personaId);
      else next.delete(personaId);
      return { shown: next, active: !isShown && active === personaId ? null : active };
    }),
  // A curve that is drawn is seen.
  draw: (personaId) =>
    set(({ shown }) => ({
      active: personaId,
      shown: personaId === null ? shown : new Set([...shown, personaId]),
    })),
}));

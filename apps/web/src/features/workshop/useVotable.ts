import { useMemo } from "react";
import type { AgendaStep, WorkshopNote } from "../../api/workshop.ts";
import { useMoments } from "./useMoments.ts";

export type Votable = { readonly thing: string; readonly name: string };

/** What this step votes on, in the order of the map or of the notes. */
export function useVotable(
  step: Pick<AgendaStep, "voteOn">,
  notes: readonly WorkshopNote[],
): readonly Votable[] {
  const moments = useMoments();
  return useMemo(() => {
    if (step.voteOn === "notes") return notes.map(({ id, text }) => ({ thing: `note:${id}`, name: text }));
    return moments.map(({ id, title }) => ({ thing: `touchpoint:${id}`, name: title }));
  }, [step.voteOn, notes, moments]);
}

import type { JourneyView } from "@polku/journey";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { AgendaStep, WorkshopNote } from "../../api/workshop.ts";
import { useJourney } from "../../session/SessionContext.tsx";

export type Votable = { readonly thing: string; readonly name: string };

const touchpointsOf = (view: JourneyView): JourneyView["touchpoints"] => view.touchpoints;
const orderOf = (view: JourneyView): readonly string[] => view.path.touchpointIds;

/** What this step votes on, in the order of the map or of the notes. */
export function useVotable(
  step: Pick<AgendaStep, "voteOn">,
  notes: readonly WorkshopNote[],
): readonly Votable[] {
  const { t } = useTranslation();
  const touchpoints = useJourney(touchpointsOf);
  const order = useJourney(orderOf);
  return useMemo(() => {
    if (step.voteOn === "notes") return notes.map(({ id, text }) => ({ thing: `note:${id}`, name: text }));
    return order.map((id) => ({
      thing: `touchpoint:${id}`,
      name: touchpoints.get(id)?.title || t("touchpoint.untitled"),
    }));
  }, [step.voteOn, notes, order, touchpoints, t]);
}

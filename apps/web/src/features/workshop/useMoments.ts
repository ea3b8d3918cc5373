import type { JourneyView } from "@polku/journey";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useJourney } from "../../session/SessionContext.tsx";

const touchpointsOf = (view: JourneyView): JourneyView["touchpoints"] => view.touchpoints;
const orderOf = (view: JourneyView): readonly string[] => view.path.touchpointIds;

/** A moment of the path, to be drawn, voted on or told of. */
export type Moment = { readonly id: string; readonly title: string };

/** The touchpoints of the path in their order, with their titles. */
export function useMoments(): readonly Moment[] {
  const { t } = useTranslation();
  const touchpoints = useJourney(touchpointsOf);
  const order = useJourney(orderOf);
  return useMemo(
    () => order.map((id) => ({ id, title: touchpoints.get(id)?.title || t("touchpoint.untitled") })),
    [order, touchpoints, t],
  );
}

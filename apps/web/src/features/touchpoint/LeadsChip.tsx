import { Waypoints } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useSearch } from "wouter";
import { useJourneys } from "../../api/journeys.ts";
import { addressBy, cameBy, wayTo } from "../../api/levels.ts";
import { useSession } from "../../session/SessionContext.tsx";

/** Where a touchpoint leads: the name of the journey below, and the way there. What one may not see is not named. */
export default function LeadsChip({ to }: { readonly to: string }) {
  const { t } = useTranslation();
  const { journeyId } = useSession();
  const came = cameBy(useSearch());
  const { data } = useJourneys();
  if (!data) return null;
  const target = data.find(({ id }) => id === to);
  if (!target)
    return (
      <span className="sub-chip" data-unseen title={t("levels.unseen")}>
        <Waypoints size={13} aria-hidden="true" />
        <span className="sub-chip__title">{t("levels.unseenShort")}</span>
      </span>
    );
  const title = target.title || t("journey.untitled");
  const way = [...wayTo(data, journeyId, came).map(({ journey }) => journey.id), journeyId];
  return (
    <Link
      className="sub-chip nodrag nopan"
      data-press
      href={addressBy(way, to)}
      title={t("levels.leads", { title })}
      aria-label={t("levels.open", { title })}
    >
      <Waypoints size={13} aria-hidden="true" />
      <span className="sub-chip__title">{title}</span>
    </Link>
  );
}

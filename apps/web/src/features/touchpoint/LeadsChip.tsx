import { Waypoints } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useSearch } from "wouter";
import { placedMean, useJourneysBelow } from "../../api/below.ts";
import { useJourneys } from "../../api/journeys.ts";
import { addressBy, cameBy, wayTo } from "../../api/levels.ts";
import { useSession } from "../../session/SessionContext.tsx";
import { MeansCurve } from "../../ui/MeansCurve.tsx";
import { GroundingRing } from "./GroundingRing.tsx";

/**
 * Where a touchpoint or a stage leads: the name of the journey below and what it rests on, and the way there. What one may not see is neither
 * named nor counted.
 */
export default function LeadsChip({ to }: { readonly to: string }) {
  const { t } = useTranslation();
  const { journeyId } = useSession();
  const came = cameBy(useSearch());
  const { data } = useJourneys();
  const { data: below } = useJourneysBelow(journeyId);
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
  const found = below?.find(({ journeyId: id }) => id === to);
  const people = found ? t("levels.below.people", { count: found.evidence.n }) : "";
  const way = [...wayTo(data, journeyId, came).map(({ journey }) => journey.id), journeyId];
  return (
    <Link
      className="sub-chip nodrag nopan"
      data-press
      href={addressBy(way, to)}
      title={[t("levels.leads", { title }), people].join(" ").trim()}
    >
      <Waypoints size={13} aria-hidden="true" />
      <span className="visually-hidden">
        {t("levels.open", { title })}
        {people && `. ${people}`}
      </span>
      <span className="sub-chip__title" aria-hidden="true">
        {title}
      </span>
      {found && (
        <>
          <MeansCurve means={found.touchpoints.map(placedMean)} width={36} height={16} />
          <span className="sub-chip__people" aria-hidden="true">
            <GroundingRing level={found.grounding.level} />
            {found.evidence.n}
          </span>
        </>
      )}
    </Link>
  );
}

import { useTranslation } from "react-i18next";
import type { JourneyEntry } from "../../api/journeys.ts";
import { asLevel } from "../../api/levels.ts";
import { useIsDark } from "../../ui/useIsDark.ts";

type Props = {
  readonly journey: JourneyEntry;
  /** Whether it is the future state of another in the list. */
  readonly isFuture: boolean;
  /** Whether it leads to another, or another to it. */
  readonly isLinked: boolean;
};

/** One journey in the list: a picture of its beginning, its name and when it changed. */
export function JourneyCard({ journey, isFuture, isLinked }: Props) {
  const { t, i18n } = useTranslation();
  const changed = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium" }).format(
    new Date(journey.changedAt),
  );
  const theme = useIsDark() ? "dark" : "light";
  const picture = `/api/v1/journeys/${journey.id}/preview?theme=${theme}&v=${encodeURIComponent(journey.changedAt)}`;
  return (
    <>
      <span className="journey-card__picture">
        <img src={picture} alt="" loading="lazy" />
      </span>
      <span className="journey-card__words">
        <span className="journey-card__title">{journey.title || t("journey.untitled")}</span>
        <span className="journey-card__facts">
          {isFuture && <span className="chip">{t("states.future")}</span>}
          {(isLinked || journey.level !== 1) && (
            <span className="chip" title={t(`levels.names.${asLevel(journey.level)}`)}>
              {t("levels.short", { level: journey.level })}
            </span>
          )}
          {journey.sample && <span className="chip">{t("journey.sample")}</span>}
          <span>{t("home.changed", { when: changed })}</span>
        </span>
      </span>
    </>
  );
}

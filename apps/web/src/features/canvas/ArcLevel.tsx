import { useTranslation } from "react-i18next";
import { useJourney } from "../../session/SessionContext.tsx";
import "./arcLevel.css";

/** How much hangs on a touchpoint, 1 to 5, as a bar of that height; side by side the bars of a journey show its dramatic arc. */
export default function ArcLevel({ touchpointId }: { readonly touchpointId: string }) {
  const { t } = useTranslation();
  const arc = useJourney((view) => view.touchpoints.get(touchpointId)?.arc ?? null);
  if (arc === null) return null;
  const label = `${t("facts.arc")}: ${arc}`;
  return (
    <span
      className="arc-level"
      role="img"
      aria-label={label}
      title={label}
      style={{ height: `${arc * 20}%` }}
    >
      <span aria-hidden="true">{arc}</span>
    </span>
  );
}

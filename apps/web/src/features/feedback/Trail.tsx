import { ChevronRight, CornerLeftUp } from "lucide-react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { trailTo, useAlone } from "../../session/alone.ts";
import { useAttentionStore, useJourney, useSession } from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { useOpenPanel } from "../../ui/useOpenPanel.ts";
import { ReplyTable } from "./ReplyTable.tsx";
import "./feedback.css";

/** Where one is while a sub-journey stands alone, from the whole journey down; each step of the way leads back. */
export default function Trail() {
  const { t } = useTranslation();
  const session = useSession();
  const attention = useAttentionStore();
  const alone = useAlone();
  useOpenPanel("foot", alone !== undefined);
  const title = useJourney((view) => view.meta.title);
  // Titles of touchpoints change with every letter; the trail follows when the structure does.
  useJourney((view) => view.subJourneys);
  if (!alone) return null;
  const view = session.view();
  const trail = trailTo(view, alone.id);
  return (
    <nav className="trail" aria-label={t("subJourneys.trail")}>
      <Button
        className="button--small"
        icon={<CornerLeftUp size={15} />}
        onClick={() => {
          attention.openAlone(null);
          attention.setOpen(trail[0]?.id ?? alone.id, true);
        }}
      >
        {title || t("journey.untitled")}
      </Button>
      {trail.map((sub) => {
        const parent = view.touchpoints.get(sub.parentTouchpointId)?.title || t("touchpoint.untitled");
        const name = sub.title || t(`subJourney.${sub.kind}`);
        return (
          <Fragment key={sub.id}>
            <ChevronRight size={14} aria-hidden="true" />
            <span className="trail__parent">{parent}</span>
            <ChevronRight size={14} aria-hidden="true" />
            {sub.id === alone.id ? (
              <strong aria-current="page">{name}</strong>
            ) : (
              <Button className="button--small" onClick={() => attention.openAlone(sub.id)}>
                {name}
              </Button>
            )}
          </Fragment>
        );
      })}
      <ReplyTable subJourneyId={alone.id} />
    </nav>
  );
}

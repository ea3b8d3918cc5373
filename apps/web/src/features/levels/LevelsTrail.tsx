import { ChevronRight, CornerLeftUp } from "lucide-react";
import { Fragment, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearch } from "wouter";
import { useAskBelowAnew } from "../../api/below.ts";
import { useJourneys } from "../../api/journeys.ts";
import { above, addressBy, cameBy, wayTo } from "../../api/levels.ts";
import { trailTo } from "../../session/alone.ts";
import { stagesOf } from "../../session/handful.ts";
import { useAttentionStore, useJourney, useSession } from "../../session/SessionContext.tsx";
import { useCameBack } from "../../session/useCameBack.ts";
import "./levels.css";

/** Where one is among journeys that lead to one another; each step of the way leads back up to the place that led down. */
export default function LevelsTrail({ inText }: { readonly inText?: boolean }) {
  const { t } = useTranslation();
  const { journeyId } = useSession();
  const title = useJourney((view) => view.meta.title);
  const search = useSearch();
  const { data } = useJourneys();
  useShowPlace();
  useHearOfBelow();
  if (!data) return null;
  const way = wayTo(data, journeyId, cameBy(search));
  const last = way.at(-1);
  if (!last) return null;
  const ids = way.map(({ journey }) => journey.id);
  const others = above(data, journeyId).filter(({ journey }) => journey.id !== last.journey.id);
  return (
    <nav className="levels" data-in-text={inText || undefined} aria-label={t("levels.trail")}>
      <CornerLeftUp size={15} aria-hidden="true" />
      {way.map(({ journey, placeId }, i) => (
        <Fragment key={journey.id}>
          <Link href={addressBy(ids.slice(0, i), journey.id, placeId)}>
            {journey.title || t("journey.untitled")}
          </Link>
          <ChevronRight size={14} aria-hidden="true" />
        </Fragment>
      ))}
      <strong aria-current="page">{title || t("journey.untitled")}</strong>
      {others.length > 0 && (
        <span className="levels__others">
          {t("levels.alsoIn")}
          {others.map(({ journey, placeId }) => (
            <Link key={journey.id} href={addressBy([], journey.id, placeId)}>
              {journey.title || t("journey.untitled")}
            </Link>
          ))}
        </span>
      )}
    </nav>
  );
}

/** Whoever came back up finds the touchpoint or stage in hand that they had gone down from. */
function useShowPlace(): void {
  const session = useSession();
  const attention = useAttentionStore();
  const at = new URLSearchParams(useSearch()).get("at");
  const kind = useJourney((view) => {
    if (at === null) return null;
    if (view.touchpoints.has(at)) return "touchpoint" as const;
    return stagesOf(view).some(({ id }) => id === at) ? ("stage" as const) : null;
  });
  useEffect(() => {
    if (at === null || kind === null) return;
    const view = session.view();
    const holder = [...view.subJourneys.values()].find(
      ({ path }) => path.touchpointIds.includes(at) || path.stages.some(({ id }) => id === at),
    );
    for (const { id } of holder ? trailTo(view, holder.id) : []) attention.setOpen(id, true);
    attention.goTo({ kind, id: at });
  }, [session, attention, at, kind]);
}

/** The numbers of the journeys below stay true: the server tells when they rest on other pins, or words were erased. */
function useHearOfBelow(): void {
  const session = useSession();
  const askAnew = useAskBelowAnew(session.journeyId);
  useCameBack(askAnew);
  useEffect(
    () =>
      session.onMessage(({ t }) => {
        if (t === "below" || t === "evidence") askAnew();
      }),
    [session, askAnew],
  );
}

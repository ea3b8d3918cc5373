import type { JourneyView } from "@polku/journey";
import { Check } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Quote } from "../../api/quotes.ts";
import { soundOfQuote } from "../../api/recordings.ts";
import { useHearQuote, type AgendaStep, type KnownWorkshop } from "../../api/workshop.ts";
import { useJourney, useQuotes } from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PlayClip } from "../../ui/PlayClip.tsx";
import { clockOf } from "../../ui/clockOf.ts";

/** What somebody still has to hear in a step: how many, and the one that comes next. */
export type Hearing = {
  readonly needed: number;
  readonly left: number;
  readonly next: Quote | undefined;
};

const touchpointsOf = (view: JourneyView): JourneyView["touchpoints"] => view.touchpoints;

/** The quotes of the map in the order of the path; those that are heard in this step are done with. */
export function useHearing(
  step: Pick<AgendaStep, "id" | "hear">,
  { own }: Pick<KnownWorkshop, "own">,
): Hearing {
  const touchpoints = useJourney(touchpointsOf);
  const quotes = useQuotes();
  return useMemo(() => {
    const ids = new Set([...touchpoints.values()].flatMap(({ pins }) => pins.map(({ quoteId }) => quoteId)));
    const heard = new Set(own.heard.filter(({ stepId }) => stepId === step.id).map(({ quoteId }) => quoteId));
    const needed = Math.min(step.hear, ids.size);
    const next = [...ids].flatMap((id) => (heard.has(id) ? [] : (quotes.get(id) ?? [])))[0];
    return { needed, left: Math.max(0, needed - heard.size), next };
  }, [touchpoints, quotes, own.heard, step.id, step.hear]);
}

type Props = { readonly journeyId: string; readonly step: AgendaStep; readonly hearing: Hearing };

/** One customer's words at a time, large; whoever has heard them says so, and after the last one may draw. */
export function HearFirst({ journeyId, step, hearing: { needed, left, next } }: Props) {
  const { t } = useTranslation();
  const hear = useHearQuote(journeyId);
  const seconds = next?.clip ? Math.round(next.clip.to - next.clip.from) : 0;
  const length = clockOf(seconds);
  return (
    <section className="hear-first" aria-label={t("workshop.draw.listenFirst")}>
      <p className="field__hint">{t("workshop.draw.heard", { heard: needed - left, needed })}</p>
      {next ? (
        <>
          <blockquote className="hear-first__words" aria-live="polite">
            {next.text}
          </blockquote>
          <div className="hear-first__row">
            {next.clip && (
              <PlayClip
                src={soundOfQuote(next.id)}
                words={{ play: t("sound.playClip", { length }), pause: t("sound.pauseClip") }}
              />
            )}
            <Button
              look="primary"
              icon={<Check size={16} />}
              // Not disabled while it is on its way: the focus of a keyboard would fall off. Said twice it counts once.
              onClick={() => hear.mutate({ stepId: step.id, quoteId: next.id })}
            >
              {t("workshop.draw.heardIt")}
            </Button>
          </div>
        </>
      ) : (
        <p className="field__hint">{t("workshop.draw.noWords")}</p>
      )}
      {hear.isError && <Notice problem>{hear.error.message}</Notice>}
    </section>
  );
}

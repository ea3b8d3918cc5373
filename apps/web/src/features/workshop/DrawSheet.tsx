import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDrawCurve, type AgendaStep, type KnownWorkshop } from "../../api/workshop.ts";
import { FeelingSlider } from "../../ui/FeelingSlider.tsx";
import { FingerCurve } from "../../ui/FingerCurve.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { setUnheard } from "../../session/unheard.ts";
import { useFeelingName } from "../../session/useFeelingName.ts";
import { HearFirst, useHearing } from "./HearFirst.tsx";
import { useMoments } from "./useMoments.ts";

type Props = { readonly journeyId: string; readonly step: AgendaStep; readonly known: KnownWorkshop };

/** ms after the last stroke in which the curve is sent */
const PAUSE = 400;

/** One's own curve, before anybody reveals it. Where so many quotes must be heard first, they come first. */
export function DrawSheet({ journeyId, step, known }: Props) {
  const { t } = useTranslation();
  const hearing = useHearing(step, known);
  const believes = step.hear === 0;
  useEffect(() => {
    setUnheard(believes);
    return () => setUnheard(false);
  }, [believes]);
  if (!known.mayWrite) return <p className="field__hint">{t("workshop.draw.notHere")}</p>;
  return (
    <div className="drawing">
      <p className="drawing__counts" role="status">
        {t("workshop.draw.count", { count: known.workshop?.counts.drawers ?? 0 })}
        {!believes && ` · ${t("workshop.draw.ready", { count: known.workshop?.counts.ready ?? 0 })}`}
      </p>
      {hearing.left > 0 ? (
        <HearFirst journeyId={journeyId} step={step} hearing={hearing} />
      ) : (
        <OwnCurve journeyId={journeyId} step={step} known={known} />
      )}
    </div>
  );
}

/** The curve as it is drawn here; it goes to the server a moment after the last stroke, and at once when the sheet goes. */
function useOwnCurve({ journeyId, step, known }: Props) {
  const [drawn, setDrawn] = useState<ReadonlyMap<string, number>>(
    () =>
      new Map(
        known.own.points
          .filter(({ stepId }) => stepId === step.id)
          .map(({ touchpointId, v }) => [touchpointId, v]),
      ),
  );
  const { mutate, error, isPending } = useDrawCurve(journeyId);
  const waiting = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly send: () => void } | null>(
    null,
  );
  useEffect(
    () => () => {
      clearTimeout(waiting.current?.timer);
      waiting.current?.send();
    },
    [],
  );
  const draw = (next: ReadonlyMap<string, number>): void => {
    setDrawn(next);
    clearTimeout(waiting.current?.timer);
    const send = (): void => {
      waiting.current = null;
      mutate({ stepId: step.id, points: [...next].map(([touchpointId, v]) => ({ touchpointId, v })) });
    };
    waiting.current = { timer: setTimeout(send, PAUSE), send };
  };
  return { drawn, draw, error, isPending };
}

function OwnCurve(props: Props) {
  const { t } = useTranslation();
  const feelingName = useFeelingName();
  const moments = useMoments();
  const { drawn, draw, error, isPending } = useOwnCurve(props);
  const set = (id: string, v: number): void => draw(new Map(drawn).set(id, v));
  return (
    <>
      <p className="field__hint">{t("workshop.draw.private")}</p>
      <FingerCurve moments={moments} drawn={drawn} onDraw={set} />
      <p className="field__hint" role="status">
        {drawn.size > 0 && !isPending && !error
          ? t("workshop.draw.kept", { count: drawn.size, of: moments.length })
          : t("workshop.draw.how")}
      </p>
      {error && <Notice problem>{error.message}</Notice>}
      <ol className="drawing__moments">
        {moments.map(({ id, title }) => {
          const v = drawn.get(id);
          return (
            <li key={id}>
              <FeelingSlider
                title={title}
                label={t("participant.felt", { title })}
                v={v}
                felt={v === undefined ? t("participant.notYet") : feelingName(v)}
                onChange={(next) => set(id, next)}
              />
            </li>
          );
        })}
      </ol>
    </>
  );
}

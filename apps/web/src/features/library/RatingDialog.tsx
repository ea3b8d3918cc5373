import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAgreement, useRate, useRatingsToDo } from "../../api/ratings.ts";
import { soundOfQuote } from "../../api/recordings.ts";
import { useFeelingName } from "../../session/useFeelingName.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { FeelingSign, signOf } from "../../ui/FeelingSign.tsx";
import { PlayClip } from "../../ui/PlayClip.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { FEELINGS, feelingOfKey } from "./FeelingPicker.tsx";
import { Trouble } from "./Trouble.tsx";

const takeFocus = (element: HTMLElement | null): void => element?.focus();

/** The second rating of what others rated: one quote after another, without being told how it was rated first. */
export function RatingDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const feelingName = useFeelingName();
  const toDo = useRatingsToDo();
  const rate = useRate();
  const [quote] = toDo.data?.items ?? [];
  const [stopped, setStopped] = useState(false);
  const isDone = stopped || toDo.data?.left === 0;
  const busy = rate.isPending || toDo.isFetching;
  const say = (valence: number): void => {
    if (quote && !busy && !isDone) rate.mutate({ id: quote.id, valence });
  };
  return (
    <Dialog title={t("rating.title")} onClose={onClose}>
      {/* The keys 1–5 are the five buttons below. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        // Each quote takes the keys anew: the button that was pressed for the last one is gone.
        key={isDone ? "done" : (quote?.id ?? "opening")}
        ref={takeFocus}
        className="rating"
        tabIndex={-1}
        role="group"
        aria-label={t("rating.title")}
        onKeyDown={(event) => {
          const feeling = feelingOfKey(event.key);
          if (feeling !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) say(feeling);
        }}
      >
        {toDo.error && <Trouble error={toDo.error} again={() => void toDo.refetch()} />}
        {rate.error && <Trouble error={rate.error} />}
        {toDo.isPending && !toDo.error && <Waiting words={t("ui.opening")} />}
        {quote && !isDone && (
          <>
            <p className="rating__says">{t("rating.says")}</p>
            <blockquote className="rating__words">{quote.text}</blockquote>
            <p className="facts">
              <span>{t(`speaker.${quote.speaker}`)}</span>
              <span>{quote.sourceTitle}</span>
            </p>
            {quote.heard && (
              <PlayClip
                src={soundOfQuote(quote.id)}
                words={{ play: t("sound.play"), pause: t("sound.pauseClip") }}
              />
            )}
            <div className="rating__steps">
              {FEELINGS.map((v) => (
                <button key={v} type="button" className="rating__step" disabled={busy} onClick={() => say(v)}>
                  <FeelingSign v={v} />
                  <span>{signOf(v)}</span>
                  <span>{feelingName(v)}</span>
                </button>
              ))}
            </div>
            <div className="rating__end">
              <p className="rating__says" role="status">
                {t("rating.left", { count: toDo.data?.left ?? 0 })}
              </p>
              <Button look="quiet" className="button--small" onClick={() => setStopped(true)}>
                {t("rating.stop")}
              </Button>
            </div>
          </>
        )}
        {isDone && <Agreement />}
      </div>
    </Dialog>
  );
}

/** How far two raters agree, with n and the formula, and where they do not. */
function Agreement() {
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useAgreement(true);
  if (error) return <Trouble error={error} again={() => void refetch()} />;
  if (!data) return <Waiting words={t("ui.opening")} />;
  const two = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(i18n.language, { style: "percent" });
  return (
    <div className="rating__agreement">
      <h3>{t("rating.agreement")}</h3>
      {data.same === null ? (
        <p>{t("rating.none")}</p>
      ) : (
        <>
          <p>{t("rating.same", { count: data.n, share: percent.format(data.same) })}</p>
          <p>
            {data.kappa === null
              ? t("rating.noKappa")
              : t("rating.kappa", { kappa: two.format(data.kappa), n: data.n })}
          </p>
          <p className="rating__says">{t("rating.formula")}</p>
        </>
      )}
      {data.apart.length > 0 && (
        <>
          <h3>{t("rating.apart")}</h3>
          <ul className="rating__apart">
            {data.apart.map(({ quoteId, text, first, second }) => (
              <li key={quoteId}>
                <q>{text}</q>
                <span className="facts">
                  <span className="facts__score">
                    <FeelingSign v={first} /> {t("rating.first", { v: signOf(first) })}
                  </span>
                  <span className="facts__score">
                    <FeelingSign v={second} /> {t("rating.second", { v: signOf(second) })}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

import { GripVertical, Layers, MapPin, Pencil, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useChangeQuote, useRemoveQuote, type Quote } from "../../api/quotes.ts";
import { touchpointOf } from "../../session/attention.ts";
import { useAttention, useAttentionStore, useCanEdit, useJourney } from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { clipWords, soundOfQuote } from "../../api/recordings.ts";
import { PlayClip } from "../../ui/PlayClip.tsx";
import { FeelingSign, signOf } from "../../ui/FeelingSign.tsx";
import { Tool } from "../../ui/Tool.tsx";
import { clockOf } from "../../ui/clockOf.ts";
import { useDragQuote } from "./pin/quoteDrag.ts";
import { PinDialog } from "./pin/PinDialog.tsx";
import { usePin } from "./pin/usePin.ts";
import type { QuoteTraits } from "./quoteTraits.ts";
import { SimilarQuotes } from "./search/SimilarQuotes.tsx";
import { ThemeChip } from "./ThemeChip.tsx";
import { TraitsFields } from "./TraitsFields.tsx";
import { Trouble } from "./Trouble.tsx";

type Props = {
  readonly quote: Quote;
  /** It was made a moment ago: the next thing to do is to pin it. */
  readonly isNew?: boolean;
  readonly onRead?: () => void;
  /** Choosing many, where a list offers it. */
  readonly choice?: {
    readonly chosen: readonly Quote[];
    readonly onChoose: (quote: Quote, chosen: boolean) => void;
  };
};

/** A quote: the words, what is said of them, where it is pinned, and the ways to pin it. */
export function QuoteCard({ quote, isNew, onRead, choice }: Props) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const card = useRef<HTMLElement>(null);
  const [state, setState] = useState<"still" | "editing" | "removing">("still");
  const [similar, setSimilar] = useState(false);
  const isChosen = choice?.chosen.some(({ id }) => id === quote.id) ?? false;
  useDragQuote(card, quote, canEdit && state === "still", choice?.chosen);
  return (
    <article ref={card} className="quote-card" data-withdrawn={quote.withdrawn || undefined}>
      {choice && canEdit && (
        <input
          type="checkbox"
          className="quote-card__choose"
          aria-label={t("coding.choose", { words: quote.text.slice(0, 60) })}
          checked={isChosen}
          onChange={(event) => choice.onChoose(quote, event.target.checked)}
        />
      )}
      <blockquote className="quote-card__words">
        {canEdit && (
          <span className="quote-card__grip" title={t("library.pin.drag")}>
            <GripVertical size={16} aria-hidden="true" />
          </span>
        )}
        {quote.text === "" && quote.clip
          ? t("sound.onlyHeard", { from: clockOf(quote.clip.from), to: clockOf(quote.clip.to) })
          : quote.text}
      </blockquote>
      {quote.clip && <PlayClip src={soundOfQuote(quote.id)} words={clipWords(t, quote.clip)} />}
      <QuoteFacts quote={quote} />
      <PinnedTo quoteId={quote.id} />
      {state === "editing" && <Editing quote={quote} onDone={() => setState("still")} />}
      {state === "removing" && <Removing quote={quote} onDone={() => setState("still")} />}
      {canEdit && state === "still" && (
        <div className="quote-card__tools">
          <PinButtons quote={quote} takesFocus={isNew === true} />
          {onRead && (
            <Button look="quiet" className="button--small" onClick={onRead}>
              {t("library.openContact")}
            </Button>
          )}
          <span className="quote-card__hands">
            <Tool label={t("search.similar")} onClick={() => setSimilar((shown) => !shown)}>
              <Layers size={15} />
            </Tool>
            <Tool label={t("library.quote.edit")} onClick={() => setState("editing")}>
              <Pencil size={15} />
            </Tool>
            <Tool label={t("library.quote.remove")} onClick={() => setState("removing")}>
              <Trash2 size={15} />
            </Tool>
          </span>
        </div>
      )}
      {similar && state === "still" && <SimilarQuotes quoteId={quote.id} />}
    </article>
  );
}

function QuoteFacts({ quote }: { readonly quote: Quote }) {
  const { t } = useTranslation();
  const persona = useJourney((view) => view.personas.find(({ id }) => id === quote.personaId));
  return (
    <p className="facts">
      <span className="facts__score">
        {quote.valence === null ? (
          t("quote.unvalued")
        ) : (
          <>
            <FeelingSign v={quote.valence} />
            {signOf(quote.valence)}
          </>
        )}
      </span>
      <span>{t(`speaker.${quote.speaker}`)}</span>
      {persona && <span>{persona.name || t("personas.untitled")}</span>}
      <span>{quote.sourceTitle}</span>
      {quote.themes.map((theme) => (
        <ThemeChip key={theme} theme={theme} />
      ))}
      {quote.withdrawn && <span className="chip">{t("library.quote.withdrawn")}</span>}
      {quote.sample && <span className="chip">{t("library.sample")}</span>}
    </p>
  );
}

/** The touchpoints of the open journey that rest on the quote; each leads there. */
function PinnedTo({ quoteId }: { readonly quoteId: string }) {
  const { t } = useTranslation();
  const attention = useAttentionStore();
  const touchpoints = useJourney((view) => view.touchpoints);
  const places = [...touchpoints.values()].filter(({ pins }) => pins.some((pin) => pin.quoteId === quoteId));
  if (places.length === 0) return null;
  return (
    <p className="quote-card__places">
      <MapPin size={14} aria-label={t("library.quote.pinned")} role="img" />
      {places.map(({ id, title }) => {
        const name = title || t("touchpoint.untitled");
        return (
          <button
            key={id}
            type="button"
            className="chip chip--press"
            aria-label={t("library.quote.showOnMap", { title: name })}
            onClick={() => attention.goTo({ kind: "touchpoint", id })}
          >
            {name}
          </button>
        );
      })}
    </p>
  );
}

function PinButtons({ quote, takesFocus }: { readonly quote: Quote; readonly takesFocus: boolean }) {
  const { t } = useTranslation();
  const pin = usePin();
  const [choosing, setChoosing] = useState(false);
  const tools = useRef<HTMLDivElement>(null);
  const selectedId = useAttention(({ selected }) => touchpointOf(selected));
  const selected = useJourney((view) => (selectedId ? view.touchpoints.get(selectedId) : undefined));
  const offered = selected?.pins.some(({ quoteId }) => quoteId === quote.id) ? undefined : selected;
  useEffect(() => {
    if (takesFocus) tools.current?.querySelector("button")?.focus();
  }, [takesFocus]);
  return (
    <div ref={tools} className="quote-card__pin">
      {offered && (
        <Button
          className="button--small"
          icon={<MapPin size={15} />}
          onClick={() => pin([quote], offered.id)}
        >
          {t("library.pin.toSelected", { title: offered.title || t("touchpoint.untitled") })}
        </Button>
      )}
      <Button
        className="button--small"
        look={offered ? "quiet" : "plain"}
        icon={offered ? undefined : <MapPin size={15} />}
        onClick={() => setChoosing(true)}
      >
        {t("library.pin.to")}
      </Button>
      {choosing && <PinDialog quotes={[quote]} onClose={() => setChoosing(false)} />}
    </div>
  );
}

function Editing({ quote, onDone }: { readonly quote: Quote; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const change = useChangeQuote();
  const [traits, setTraits] = useState<QuoteTraits>(quote);
  const save = (): void => {
    const { speaker, manner, moment, personaId, themes, valence } = traits;
    const said = { speaker, manner, moment, personaId, themes: [...themes] };
    // A valence that was not touched stays whose it is: the customer's score must not become a person's word.
    const felt = valence === undefined || valence === quote.valence ? {} : { valence };
    change.mutate({ id: quote.id, change: { ...said, ...felt } }, { onSuccess: onDone });
  };
  return (
    <form
      className="quote-card__edit"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TraitsFields traits={traits} onChange={setTraits} scored={null} open />
      {change.error && <Trouble error={change.error} />}
      <div className="making__go">
        <Button look="primary" type="submit" disabled={change.isPending}>
          {t("library.quote.save")}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t("library.quote.cancel")}
        </Button>
      </div>
    </form>
  );
}

function Removing({ quote, onDone }: { readonly quote: Quote; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const remove = useRemoveQuote();
  return (
    <div className="quote-card__edit" role="group" aria-label={t("library.quote.remove")}>
      <p>{t("library.quote.removeSure")}</p>
      {remove.error && <Trouble error={remove.error} />}
      <div className="making__go">
        <Button look="danger" disabled={remove.isPending} onClick={() => remove.mutate(quote.id)}>
          {t("library.quote.remove")}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t("library.quote.cancel")}
        </Button>
      </div>
    </div>
  );
}

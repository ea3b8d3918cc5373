import { feelingStep } from "@polku/drawing";
import { setPin, STANCES, unpinQuote, type PinView } from "@polku/journey";
import { AudioLines, MessageSquarePlus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCanEdit, useCommand, useJourney, useQuotes, useSession } from "../../session/SessionContext.tsx";
import { useGrounding } from "../../session/useGrounding.ts";
import type { Quote } from "../../api/quotes.ts";
import { clipWords, soundOfQuote } from "../../api/recordings.ts";
import { useFeelingName } from "../../session/useFeelingName.ts";
import { PlayClip } from "../../ui/PlayClip.tsx";
import { Button } from "../../ui/Button.tsx";
import { FeelingSign } from "../../ui/FeelingSign.tsx";
import { useSignedNumber } from "../../ui/useSignedNumber.ts";
import { Tool } from "../../ui/Tool.tsx";
import { SaidAndDidHere } from "./SaidAndDid.tsx";
import "./evidence.css";

type PinnedProps = {
  readonly touchpointId: string;
  /** Opens the quotes of the library, to be pinned here. */
  readonly onAttach: () => void;
};

const PLACES = { any: null, arrive: 0.1, during: 0.5, leave: 0.9 } as const;
const PLACE_NAMES = ["any", "arrive", "during", "leave"] as const;

/** The third of a touchpoint in which a pin stands. */
function placeName(at: number | null): (typeof PLACE_NAMES)[number] {
  if (at === null) return "any";
  return at < 1 / 3 ? "arrive" : at > 2 / 3 ? "leave" : "during";
}

/** What customers said at a touchpoint: the words, how they felt, and whether they speak for it or against. */
export function PinnedQuotes({ touchpointId, onAttach }: PinnedProps) {
  const canEdit = useCanEdit();
  const { t } = useTranslation();
  const pins = useJourney((view) => view.touchpoints.get(touchpointId)?.pins);
  const quotes = useQuotes();
  const { evidence } = useGrounding(touchpointId);
  const signed = useSignedNumber(1);
  const shown = (pins ?? []).filter((pin) => pin.status !== "rejected");
  return (
    <section className="pinned" aria-label={t("quote.pinned")}>
      <h3>{t("quote.pinned")}</h3>
      {evidence.mean !== null && (
        <p className="pinned__mean">
          {t("quote.mean", { mean: signed(evidence.mean), count: evidence.nv })}
          {evidence.ci95 &&
            ` ${t("quote.interval", { low: signed(evidence.ci95[0]), high: signed(evidence.ci95[1]) })}`}
        </p>
      )}
      {shown.length === 0 && (
        <p className="pinned__empty">{t(evidence.n > 0 ? "quote.innerHelp" : "quote.emptyHelp")}</p>
      )}
      <ul>
        {shown.map((pin) => (
          <Pinned key={pin.id} pin={pin} quote={quotes.get(pin.quoteId)} />
        ))}
      </ul>
      <SaidAndDidHere
        quotes={shown.flatMap((pin) => (pin.status === "confirmed" ? (quotes.get(pin.quoteId) ?? []) : []))}
      />
      {canEdit && (
        <Button className="button--small" icon={<MessageSquarePlus size={15} />} onClick={onAttach}>
          {t("coding.attach")}
        </Button>
      )}
    </section>
  );
}

/** Plays the clip of a quote, here or for the whole room. */
function Heard({ quote }: { readonly quote: Quote }) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const { listening } = useSession();
  if (!quote.clip) return null;
  return (
    <div className="pinned__heard">
      <PlayClip src={soundOfQuote(quote.id)} words={clipWords(t, quote.clip)} />
      {canEdit && (
        <button type="button" className="play-clip" onClick={() => listening.play(quote.id, 0)}>
          <AudioLines size={13} aria-hidden="true" />
          {t("sound.together.start")}
        </button>
      )}
    </div>
  );
}

const VALENCES = [-2, -1, 0, 1, 2] as const;

function Pinned({ pin, quote }: { readonly pin: PinView; readonly quote: Quote | undefined }) {
  const { t } = useTranslation();
  const feelingName = useFeelingName();
  const canEdit = useCanEdit();
  const run = useCommand();
  if (!quote)
    return (
      <li className="pinned__one pinned__one--gone">
        <p>{t("quote.gone")}</p>
        {canEdit && (
          <Tool label={t("quote.unpin")} onClick={() => run(unpinQuote, { pinId: pin.id })}>
            <X size={15} />
          </Tool>
        )}
      </li>
    );
  return (
    <li
      className="pinned__one"
      style={{ borderColor: pin.v === null ? "var(--guide)" : `var(--feeling${feelingStep(pin.v)})` }}
    >
      {quote.text !== "" && <blockquote className="pinned__words">{quote.text}</blockquote>}
      <Heard quote={quote} />
      <p className="pinned__who">
        {pin.v !== null && <FeelingSign v={pin.v} />}
        {t(`speaker.${quote.speaker}`)} · {quote.sourceTitle}
      </p>
      <div className="pinned__tools">
        <label className="visually-hidden" htmlFor={`v-${pin.id}`}>
          {t("quote.valence")}
        </label>
        <select
          id={`v-${pin.id}`}
          className="input input--small"
          disabled={!canEdit}
          value={pin.v === null ? "" : String(feelingStep(pin.v))}
          onChange={(event) =>
            run(setPin, {
              pinId: pin.id,
              set: { v: event.target.value === "" ? null : Number(event.target.value), vBy: "human" },
            })
          }
        >
          <option value="">{t("quote.unvalued")}</option>
          {VALENCES.map((v) => (
            <option key={v} value={v}>
              {feelingName(v)}
            </option>
          ))}
        </select>
        <label className="visually-hidden" htmlFor={`s-${pin.id}`}>
          {t("quote.stance")}
        </label>
        <select
          id={`s-${pin.id}`}
          className="input input--small"
          disabled={!canEdit}
          value={pin.stance}
          onChange={(event) => {
            const stance = STANCES.find((one) => one === event.target.value);
            if (stance) run(setPin, { pinId: pin.id, set: { stance } });
          }}
        >
          {STANCES.map((stance) => (
            <option key={stance} value={stance}>
              {t(`quote.stances.${stance}`)}
            </option>
          ))}
        </select>
        <select
          className="input input--small"
          aria-label={t("coding.placeIn")}
          disabled={!canEdit}
          value={placeName(pin.t)}
          onChange={(event) => {
            const place = PLACE_NAMES.find((one) => one === event.target.value);
            if (place) run(setPin, { pinId: pin.id, set: { t: PLACES[place] } });
          }}
        >
          {PLACE_NAMES.map((place) => (
            <option key={place} value={place}>
              {t(`coding.places.${place}`)}
            </option>
          ))}
        </select>
        {canEdit && (
          <Tool label={t("quote.unpin")} onClick={() => run(unpinQuote, { pinId: pin.id })}>
            <X size={15} />
          </Tool>
        )}
      </div>
    </li>
  );
}

import { feelingStep } from "@polku/drawing";
import type { JourneyView, LaneView } from "@polku/journey";
import { Quote as QuoteIcon } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { isInHand, touchpointNameId, type Thing } from "../../session/attention.ts";
import { useAttention, useAttentionStore, useJourney, useQuotes } from "../../session/SessionContext.tsx";
import { clipWords, soundOfQuote } from "../../api/recordings.ts";
import { PlayClip } from "../../ui/PlayClip.tsx";
import { FeelingSign } from "../../ui/FeelingSign.tsx";
import "./evidence.css";

type Props = {
  readonly lane: LaneView;
  readonly row: { readonly height: number };
  readonly touchpointId: string;
};

const PER_QUOTE = 74;

/** Whether somebody was heard in a sub-journey of a touchpoint: their words are shown there. */
function hasPinsInside(
  { touchpoints, subJourneys }: Pick<JourneyView, "touchpoints" | "subJourneys">,
  touchpointId: string,
): boolean {
  const inside = touchpoints.get(touchpointId)?.subJourneyIds ?? [];
  return inside.some((id) =>
    (subJourneys.get(id)?.path.touchpointIds ?? []).some(
      (inner) =>
        (touchpoints.get(inner)?.pins.some(({ status }) => status === "confirmed") ?? false) ||
        hasPinsInside({ touchpoints, subJourneys }, inner),
    ),
  );
}

/** What customers said there, in their own words; the one thing on the map that is set in another voice. */
export const QuoteLane = memo(function QuoteLane({ lane, row, touchpointId }: Props) {
  const { t } = useTranslation();
  const me: Thing = { kind: "cell", laneId: lane.id, touchpointId };
  const known = useJourney((view) => view.touchpoints.get(touchpointId)?.pins);
  const quotes = useQuotes();
  const selected = useAttention((attention) => isInHand(attention, me));
  const attention = useAttentionStore();
  const pins = (known ?? []).flatMap((pin) => {
    const quote = quotes.get(pin.quoteId);
    return quote && pin.status !== "rejected" ? [{ pin, quote }] : [];
  });
  const isHeardInside = useJourney((view) => hasPinsInside(view, touchpointId));
  const room = Math.max(1, Math.floor((row.height - 22) / PER_QUOTE));
  const rest = pins.length - room;
  const heard = pins
    .slice(0, room)
    .flatMap(({ quote }) => (quote.clip ? [{ id: quote.id, clip: quote.clip }] : []));
  return (
    <>
      <button
        type="button"
        className="quotes"
        data-thing={`cell:${lane.id}/${touchpointId}`}
        data-selected={selected || undefined}
        data-focus
        aria-describedby={touchpointNameId(touchpointId)}
        tabIndex={selected ? 0 : -1}
        onClick={() => attention.select(me)}
        onFocus={() => attention.select(me)}
      >
        <span className="visually-hidden">{t("quote.lane", { count: pins.length })}</span>
        {pins.length === 0 && isHeardInside && <span className="quotes__inside">{t("quote.innerHelp")}</span>}
        {pins.length === 0 && !isHeardInside && (
          <span className="quotes__empty">
            <QuoteIcon size={14} aria-hidden="true" />
            {t("quote.whoSaidThis")}
          </span>
        )}
        {pins.slice(0, room).map(({ pin, quote }) => (
          <span
            key={pin.id}
            className="quotes__one"
            style={{ borderColor: pin.v === null ? "var(--guide)" : `var(--feeling${feelingStep(pin.v)})` }}
          >
            <span className="quotes__words">{quote.text}</span>
            <span className="quotes__who">
              {pin.v !== null && <FeelingSign v={pin.v} />}
              {t(`speaker.${quote.speaker}`)}
            </span>
          </span>
        ))}
        {rest > 0 && <span className="quotes__more">{t("quote.more", { count: rest })}</span>}
      </button>
      {heard.length > 0 && (
        <span className="quotes__heard nodrag nopan">
          {heard.map(({ id, clip }) => (
            <PlayClip key={id} src={soundOfQuote(id)} words={clipWords(t, clip)} />
          ))}
        </span>
      )}
    </>
  );
});

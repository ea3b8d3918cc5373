import { quoteDots, type CurveLane, type QuoteDot, type TouchpointColumn } from "@polku/drawing";
import type { TouchpointView } from "@polku/journey";
import { memo, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { soundOfQuote } from "../../api/recordings.ts";
import type { Quote } from "../../api/quotes.ts";
import { touchpointOf } from "../../session/attention.ts";
import { useAttention, useQuotes } from "../../session/SessionContext.tsx";
import { turnClip } from "../../ui/PlayClip.tsx";
import { useSignedNumber } from "../../ui/useSignedNumber.ts";
import { FeelingMark } from "./FeelingMark.tsx";

/** A quote that somebody points at, and where it lies. */
export type Read = { readonly dot: QuoteDot; readonly quote: Quote };

type Props = {
  readonly column: TouchpointColumn;
  readonly pins: TouchpointView["pins"];
  readonly lane: CurveLane;
  readonly onRead: (read: Read | null) => void;
};

/** What customers said at one touchpoint, each quote at its own valence: pointed at it is read, pressed it is heard. */
export const QuoteDots = memo(function QuoteDots({ column, pins, lane, onRead }: Props) {
  const quotes = useQuotes();
  const reachable = useAttention(({ selected }) => touchpointOf(selected) === column.touchpointId);
  return quoteDots(column, pins, lane).map((dot) => {
    const quote = quotes.get(dot.quoteId);
    return quote ? (
      <Dot key={dot.pinId} dot={dot} quote={quote} reachable={reachable} onRead={onRead} />
    ) : null;
  });
});

type DotProps = Read & { readonly reachable: boolean; readonly onRead: Props["onRead"] };

function Dot({ dot, quote, reachable, onRead }: DotProps) {
  const { t } = useTranslation();
  const signed = useSignedNumber(1);
  const hear = (): void => {
    if (quote.clip) turnClip(soundOfQuote(quote.id));
  };
  const onKey = (event: KeyboardEvent<SVGGElement>): void => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    hear();
  };
  const words = t("curves.quote", { v: signed(dot.v), words: `“${quote.text}”` });
  return (
    <g
      className="emotion__quote nodrag nopan"
      role={quote.clip ? "button" : "img"}
      // The quotes of the selected touchpoint are in the way of Tab; those of all would bar it.
      tabIndex={reachable ? 0 : -1}
      aria-label={quote.clip ? `${words} ${t("curves.play")}` : words}
      data-sound={quote.clip ? true : undefined}
      onPointerEnter={() => onRead({ dot, quote })}
      onPointerLeave={() => onRead(null)}
      onFocus={() => onRead({ dot, quote })}
      onBlur={() => onRead(null)}
      onClick={hear}
      onKeyDown={onKey}
    >
      <circle className="emotion__near" cx={dot.x} cy={dot.y} r={9} />
      <FeelingMark v={dot.v} x={dot.x} y={dot.y} r={4.5} hollow={dot.tentative} />
    </g>
  );
}

const WIDTH = 280;
const HEIGHT = 190;

/** The words of the quote that is pointed at, in the customer's voice, above its dot or below it where that is out of sight. */
export function QuoteRead({ read, lane }: { readonly read: Read; readonly lane: CurveLane }) {
  const { t } = useTranslation();
  const { dot, quote } = read;
  const above = dot.y > lane.y + lane.height / 2;
  return (
    <foreignObject
      className="emotion__read"
      x={dot.x - WIDTH / 2}
      y={above ? dot.y - HEIGHT - 10 : dot.y + 10}
      width={WIDTH}
      height={HEIGHT}
      aria-hidden="true"
    >
      <div className="emotion__voice" data-above={above || undefined}>
        <blockquote>
          <p>{quote.text === "" ? "…" : `“${quote.text}”`}</p>
          <footer>
            {t(`speaker.${quote.speaker}`)} · {quote.sourceTitle}
            {quote.clip && ` · ${t("curves.press")}`}
          </footer>
        </blockquote>
      </div>
    </foreignObject>
  );
}

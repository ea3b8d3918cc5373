import { TIME, type MapLayout, type TimeGap } from "@polku/drawing";
import { useTranslation } from "react-i18next";
import { useSpan } from "./useSpan.ts";
import "./timeGaps.css";

/** Narrower than this, px, a time is said only to who points at it. */
const LEAST_FOR_WORDS = 56;

type Lane = { readonly y: number; readonly height: number };

type Props = {
  readonly gaps: readonly TimeGap[];
  readonly cardRow: Lane;
  /** The lane of the curve; null where it is not shown. */
  readonly curve: Lane | null;
  /** Far out there are no words. */
  readonly brief: boolean;
};

/** The time between touchpoints, where the columns stand apart by it: a line as long as the wait, its length in words, a break in very long ones. */
export default function TimeGaps({ gaps, cardRow, curve, brief }: Props) {
  const said = useSpan();
  const middle = cardRow.height > 0 ? cardRow.y + cardRow.height / 2 : (curve?.y ?? 0) + 16;
  return (
    <>
      {gaps.map((gap) => (
        <Gap key={gap.from} gap={gap} y={middle} words={brief ? null : said(gap.ms)} />
      ))}
      {curve &&
        gaps
          .filter(({ broken }) => broken)
          .map(({ from, x, width }) => (
            <div
              key={from}
              className="time-gap__cut"
              style={{ left: x + width / 2 - 5, top: curve.y, height: curve.height }}
            />
          ))}
    </>
  );
}

/** The times of the main path, and how long one unit of the drawing is. */
export function MainTimeGaps({ layout, brief }: { readonly layout: MapLayout; readonly brief: boolean }) {
  const { t } = useTranslation();
  const said = useSpan();
  const { time, cardRow, rows, columns } = layout;
  const [first] = columns;
  if (!time) return null;
  const curve = rows.find(({ kind, collapsed }) => kind === "emotion" && !collapsed) ?? null;
  return (
    <>
      <TimeGaps gaps={time.gaps} cardRow={cardRow} curve={curve} brief={brief} />
      {first && time.gaps.length > 0 && !brief && (
        <div
          className="time-gap__scale"
          style={{ left: first.x + 10, top: cardRow.y + cardRow.height - 11, width: TIME.unit }}
          role="img"
          aria-label={t("views.unit", { time: said(time.unit) })}
        >
          <span aria-hidden="true">{said(time.unit)}</span>
        </div>
      )}
    </>
  );
}

function Gap({
  gap,
  y,
  words,
}: {
  readonly gap: TimeGap;
  readonly y: number;
  readonly words: string | null;
}) {
  const { t } = useTranslation();
  const said = useSpan();
  const { x, width, broken, ms } = gap;
  const label = t(broken ? "views.timeBroken" : "views.time", { time: said(ms) });
  return (
    <div
      className="time-gap"
      data-broken={broken || undefined}
      style={{ left: x - 6, top: y - 22, width: width + 12 }}
      role="img"
      aria-label={label}
      title={label}
    >
      {words !== null && width >= LEAST_FOR_WORDS && <span className="time-gap__words">{words}</span>}
      <span className="time-gap__line" />
    </div>
  );
}

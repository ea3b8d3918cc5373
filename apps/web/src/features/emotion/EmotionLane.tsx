import {
  quoteDots,
  touchpointColumns,
  valenceY,
  type Column,
  type CurveLane,
  type TouchpointColumn,
} from "@polku/drawing";
import { addEmotionPoint, type PathView, type TouchpointView } from "@polku/journey";
import { memo, useMemo, useState, type MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { useCanEdit, useQuotes, useSession } from "../../session/SessionContext.tsx";
import { useFeelings } from "../../session/useFeelings.ts";
import { groundAll } from "../../session/useGrounding.ts";
import { Arrival, EvidenceKnot, Marks } from "./CurveMarks.tsx";
import { CurvePoint, type Draft } from "./CurvePoint.tsx";
import { drawLane, pointsInHand } from "./drawLane.ts";
import { FeelingMark } from "./FeelingMark.tsx";
import { placeInLane } from "./placeInLane.ts";
import "./emotion.css";

type Props = {
  readonly path: PathView;
  readonly columns: readonly Column[];
  readonly visible: readonly Column[];
  readonly lane: CurveLane;
  readonly detail: "far" | "middle" | "near";
  readonly arrivingFrom: string | null;
};

const STEPS = [2, 1, 0, -1, -2] as const;

/** How it feels: the team's curve to bend, beside what customers said, with its spread; where they part is shaded. */
export const EmotionLane = memo(function EmotionLane({
  columns,
  visible,
  lane,
  detail,
  arrivingFrom,
}: Props) {
  const { t } = useTranslation();
  const session = useSession();
  const canEdit = useCanEdit();
  const touchpoints = useFeelings();
  const quotes = useQuotes();
  const [draft, setDraft] = useState<Draft | null>(null);
  const grounded = useMemo(
    () => groundAll({ ...session.view(), touchpoints }, quotes),
    [session, touchpoints, quotes],
  );
  const all = useMemo(() => touchpointColumns(columns), [columns]);
  const shown = touchpointColumns(visible);
  const drawing = useMemo(
    () => drawLane({ touchpoints, grounded, columns: all, lane, draft }),
    [touchpoints, grounded, all, lane, draft],
  );
  const nameId = `curve-${arrivingFrom ?? "path"}`;
  const first = visible[0];
  const last = visible.at(-1);
  if (!first || !last) return null;
  const margin = arrivingFrom === null ? 40 : 12;
  const left = first.x - margin;
  const width = last.x + last.width + margin - left;
  const inSight = (x: number): boolean => x >= left - 400 && x <= left + width + 400;

  const addPoint = (event: MouseEvent<SVGRectElement>): void => {
    const place = placeInLane(event, shown, lane);
    if (place) session.run(addEmotionPoint, place);
  };

  return (
    <svg
      className="emotion"
      data-detail={detail}
      style={{ left, top: lane.y, width, height: lane.height }}
      viewBox={`${left} ${lane.y} ${width} ${lane.height}`}
      role="group"
      id={nameId}
      aria-label={t("emotion.name")}
    >
      {STEPS.map((v) => (
        <line
          key={v}
          className="emotion__guide"
          data-zero={v === 0 || undefined}
          x1={left}
          x2={left + width}
          y1={valenceY(v, lane)}
          y2={valenceY(v, lane)}
        />
      ))}
      {canEdit && (
        <rect
          className="emotion__ground"
          x={left}
          y={lane.y}
          width={width}
          height={lane.height}
          onDoubleClick={addPoint}
        >
          <title>{t("emotion.addHint")}</title>
        </rect>
      )}
      <path className="emotion__spread" d={drawing.spread} />
      {drawing.gaps.map((gap) => (
        <rect
          key={gap.touchpointId}
          className="emotion__gap"
          data-flag={gap.flag}
          x={gap.x}
          width={gap.width}
          y={Math.min(gap.drawnY, gap.heardY)}
          height={Math.abs(gap.drawnY - gap.heardY)}
          rx={6}
        >
          <title>{t(`emotion.gap.${gap.flag}`)}</title>
        </rect>
      ))}
      <path className="emotion__hopes" d={drawing.hopes} />
      <Arrival touchpointId={arrivingFrom} to={drawing.knots[0]} x={(columns[0]?.x ?? 0) - 8} lane={lane} />
      {drawing.pieces
        .filter(({ from, to }) => inSight(drawing.knots[from]?.x ?? 0) || inSight(drawing.knots[to]?.x ?? 0))
        .map((piece) => (
          <path
            key={`${piece.from}-${piece.to}`}
            className="emotion__team"
            data-kind={piece.kind}
            d={piece.d}
          />
        ))}
      {detail !== "far" &&
        shown.flatMap((column) =>
          quoteDots(column, touchpoints.get(column.touchpointId)?.pins ?? [], lane).map((dot) => {
            const quote = quotes.get(dot.quoteId);
            return quote ? (
              <g key={dot.pinId} className="emotion__quote">
                <title>{`“${quote.text}” — ${t(`speaker.${quote.speaker}`)}`}</title>
                <FeelingMark v={dot.v} x={dot.x} y={dot.y} r={4.5} hollow={dot.tentative} />
              </g>
            ) : null;
          }),
        )}
      {drawing.dots.length > 1 && <path className="emotion__evidence" d={drawing.evidence} />}
      {drawing.dots
        .filter(({ x }) => inSight(x))
        .map((dot) => (
          <EvidenceKnot key={dot.touchpointId} dot={dot} grounded={grounded.get(dot.touchpointId)} />
        ))}
      {detail !== "far" && <Marks marked={drawing.dots.length > 1 ? drawing.dots : drawing.knots} />}
      {detail !== "far" &&
        shown.map((column) => (
          <PointsOf
            key={column.touchpointId}
            column={column}
            lane={lane}
            draft={draftOf(touchpoints.get(column.touchpointId), draft)}
            onDraft={setDraft}
            laneName={nameId}
            points={touchpoints.get(column.touchpointId)?.points ?? NO_POINTS}
          />
        ))}
    </svg>
  );
});

type PointsProps = {
  readonly column: TouchpointColumn;
  readonly lane: CurveLane;
  readonly draft: Draft | null;
  readonly onDraft: (draft: Draft | null) => void;
  readonly laneName: string;
  readonly points: TouchpointView["points"];
};

const NO_POINTS: TouchpointView["points"] = [];

/** The points of one touchpoint: they wake when it changes or one of them is in hand, not when another touchpoint does. */
const PointsOf = memo(function PointsOf({ column, lane, draft, onDraft, laneName, points }: PointsProps) {
  return pointsInHand({ points }, draft).map((point) => (
    <CurvePoint
      key={point.id}
      point={point}
      laneName={laneName}
      column={column}
      lane={lane}
      onDraft={onDraft}
    />
  ));
});

/** The draft, if it is of one of the touchpoint's points. */
function draftOf(touchpoint: TouchpointView | undefined, draft: Draft | null): Draft | null {
  return draft && touchpoint?.points.some(({ id }) => id === draft.id) ? draft : null;
}

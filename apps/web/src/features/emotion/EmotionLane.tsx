import {
  curvePath,
  curvePieces,
  drawnKnots,
  evidenceDots,
  expectationPath,
  gapMarks,
  quoteDots,
  spreadBand,
  touchpointColumns,
  valenceY,
  type Column,
  type CurveLane,
  type TouchpointColumn,
} from "@polku/drawing";
import {
  addEmotionPoint,
  arrivingMood,
  CONVENTIONS,
  drawnMean,
  gapBetween,
  localExtremes,
  teamPoints,
  type JourneyView,
  type PathView,
} from "@polku/journey";
import { memo, useMemo, useState, type MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { useCanEdit, useJourney, useQuotes, useSession } from "../../session/SessionContext.tsx";
import { groundAll, type Grounded } from "../../session/useGrounding.ts";
import { useSignedNumber } from "../../ui/useSignedNumber.ts";
import { CurvePoint, type Draft } from "./CurvePoint.tsx";
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
  const touchpoints = useJourney((view) => view.touchpoints);
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
            draft={draft}
            onDraft={setDraft}
            touchpoints={touchpoints}
          />
        ))}
    </svg>
  );
});

type Scene = {
  readonly touchpoints: JourneyView["touchpoints"];
  readonly grounded: ReadonlyMap<string, Grounded>;
  readonly columns: readonly TouchpointColumn[];
  readonly lane: CurveLane;
  readonly draft: Draft | null;
};

/** The team's points of a touchpoint (not a persona's own), with the one in hand where the hand holds it. */
function pointsInHand(touchpoints: JourneyView["touchpoints"], id: string, draft: Draft | null) {
  return teamPoints(touchpoints.get(id)).map((point) =>
    draft?.id === point.id ? { ...point, t: draft.t, v: draft.v } : point,
  );
}

function drawLane({ touchpoints, grounded, columns, lane, draft }: Scene) {
  const points = (id: string) => pointsInHand(touchpoints, id, draft);
  const knots = drawnKnots(columns, points, lane);
  const dots = evidenceDots(columns, (id) => grounded.get(id)?.evidence, lane, CONVENTIONS.supported);
  const gap = (id: string) => {
    const found = grounded.get(id)?.evidence;
    return found && gapBetween(drawnMean(points(id)), found, CONVENTIONS);
  };
  return {
    knots,
    dots,
    pieces: curvePieces(knots, (id) => grounded.get(id)?.grounding.level ?? "assumption"),
    evidence: curvePath(dots),
    spread: spreadBand(dots),
    gaps: gapMarks(columns, gap, lane),
    hopes: expectationPath(columns, (id) => touchpoints.get(id)?.expectation.desired ?? null, lane),
  };
}

type PointsProps = {
  readonly column: TouchpointColumn;
  readonly lane: CurveLane;
  readonly draft: Draft | null;
  readonly onDraft: (draft: Draft | null) => void;
  readonly touchpoints: JourneyView["touchpoints"];
};

function PointsOf({ column, lane, draft, onDraft, touchpoints }: PointsProps) {
  const title = touchpoints.get(column.touchpointId)?.title ?? "";
  return pointsInHand(touchpoints, column.touchpointId, draft).map((point) => (
    <CurvePoint key={point.id} point={point} title={title} column={column} lane={lane} onDraft={onDraft} />
  ));
}

function EvidenceKnot({
  dot,
  grounded,
}: {
  readonly dot: ReturnType<typeof evidenceDots>[number];
  readonly grounded: Grounded | undefined;
}) {
  const { t } = useTranslation();
  const signed = useSignedNumber(1);
  const found = grounded?.evidence;
  const sd = found?.sd === null || found?.sd === undefined ? "–" : signed(found.sd).replace("+", "");
  return (
    <g className="emotion__heard">
      <title>{t("emotion.heard", { mean: signed(dot.v), count: found?.nv ?? 0, sd })}</title>
      <circle
        className="emotion__dot"
        data-weak={dot.weak || undefined}
        cx={dot.x}
        cy={dot.y}
        r={dot.weak ? 5.5 : 7}
        style={dot.weak ? {} : { fill: `var(--feeling${Math.round(dot.v) || 0})` }}
      />
      <text className="emotion__n" x={dot.x + 11} y={dot.y - 7}>
        n {found?.nv ?? 0}
      </text>
    </g>
  );
}

type Marked = readonly {
  readonly x: number;
  readonly y: number;
  readonly v: number;
  readonly touchpointId: string;
}[];

/** Peaks, valleys and the end: of what customers felt, or of the drawing where nobody has spoken. */
function Marks({ marked }: { readonly marked: Marked }) {
  const { t } = useTranslation();
  const { peaks, valleys } = useMemo(() => localExtremes({ knots: marked, tangents: [] }), [marked]);
  const last = marked.at(-1);
  const label = (i: number, words: string, below: boolean) => {
    const at = marked[i];
    return (
      at && (
        <text key={`${words}${i}`} className="emotion__mark" x={at.x} y={below ? at.y + 24 : at.y - 15}>
          {words}
        </text>
      )
    );
  };
  return (
    <>
      {peaks.map(({ i }) => label(i, t("emotion.peak"), false))}
      {valleys.map(({ i }) => label(i, t("emotion.valley"), true))}
      {last && (
        <>
          <path className="emotion__end" d={`M${last.x + 18},${last.y - 14}v28`} />
          <text className="emotion__mark emotion__mark--end" x={last.x + 26} y={last.y + 4}>
            {t("emotion.end")}
          </text>
        </>
      )}
    </>
  );
}

type ArrivalProps = {
  readonly touchpointId: string | null;
  readonly to: { readonly x: number; readonly y: number } | undefined;
  readonly x: number;
  readonly lane: CurveLane;
};

/** A sub-journey begins in the mood that its parent touchpoint left the customer in. */
function Arrival({ touchpointId, to, x, lane }: ArrivalProps) {
  const { t } = useTranslation();
  const parent = useJourney((view) => (touchpointId ? view.touchpoints.get(touchpointId) : undefined));
  const mood = arrivingMood(teamPoints(parent));
  if (mood === null) return null;
  const y = valenceY(mood, lane);
  return (
    <g>
      {to && (
        <path
          className="emotion__team"
          data-kind="gap"
          d={`M${x},${y}C${x + 40},${y} ${to.x - 40},${to.y} ${to.x},${to.y}`}
        />
      )}
      <FeelingMark v={mood} x={x} y={y} r={6} />
      <text className="emotion__note" x={x - 4} y={mood < 1.5 ? y - 12 : y + 20}>
        {t("emotion.arriving")}
      </text>
    </g>
  );
}

import {
  gapHatch,
  personaLine,
  touchpointColumns,
  valenceY,
  type Column,
  type CurveLane,
  type TouchpointColumn,
} from "@polku/drawing";
import { addEmotionPoint, type PathView, type TouchpointView } from "@polku/journey";
import { lazy, memo, Suspense, useMemo, useState, type MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { useCurveChoice } from "../../session/curveChoice.ts";
import { useCanEdit, useJourney, useQuotes, useSession } from "../../session/SessionContext.tsx";
import { useFeelings } from "../../session/useFeelings.ts";
import { groundAll } from "../../session/useGrounding.ts";
import { patiently } from "../../ui/patiently.ts";
import { Arrival, EvidenceKnot, Marks } from "./CurveMarks.tsx";
import { CurvePoint, type Draft } from "./CurvePoint.tsx";
import { drawLane, pointsInHand } from "./drawLane.ts";
import { PersonaCurve } from "./PersonaCurve.tsx";
import { placeInLane } from "./placeInLane.ts";
import { QuoteDots, QuoteRead, type Read } from "./QuoteDots.tsx";
import "./emotion.css";

const HeardCurves = lazy(() => patiently(() => import("./HeardCurves.tsx")));

const HopesBefore = lazy(() => patiently(() => import("./HopesBefore.tsx")));

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
  const overlaid = useOverlaid();
  const isChosen = useCurveChoice((choice) => choice.shown.size > 0);
  const withPast = useCurveChoice((choice) => choice.hopesBefore);
  const chosen = useCurveChoice((choice) => choice.active);
  // A persona whose curve was being drawn may be gone by now: then it is the team's again.
  const activePlace = overlaid.find(({ persona }) => persona.id === chosen)?.place ?? null;
  const active = activePlace === null ? null : chosen;
  const [read, setRead] = useState<Read | null>(null);
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
    if (place) session.run(addEmotionPoint, { ...place, personaId: active });
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
      <path className="emotion__tolerance" d={drawing.tolerance} />
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
      {drawing.gaps.map((gap) => (
        <path key={gap.touchpointId} className="emotion__hatch" data-flag={gap.flag} d={gapHatch(gap)} />
      ))}
      <path className="emotion__hopes" d={drawing.hopes} />
      {withPast && (
        <Suspense fallback={null}>
          <HopesBefore columns={all} touchpoints={touchpoints} lane={lane} />
        </Suspense>
      )}
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
      {overlaid.map(({ persona, place }) => (
        <PersonaCurve
          key={persona.id}
          persona={persona}
          place={place}
          columns={all}
          touchpoints={touchpoints}
          lane={lane}
          draft={draft}
          active={persona.id === active && detail !== "far"}
        />
      ))}
      {isChosen && (
        <Suspense fallback={null}>
          <HeardCurves personas={overlaid} columns={all} touchpoints={touchpoints} lane={lane} />
        </Suspense>
      )}
      {detail !== "far" &&
        shown.map((column) => (
          <QuoteDots
            key={column.touchpointId}
            column={column}
            pins={touchpoints.get(column.touchpointId)?.pins ?? NO_PINS}
            lane={lane}
            onRead={setRead}
          />
        ))}
      {drawing.dots.length > 1 && <path className="emotion__evidence" d={drawing.evidence} />}
      {drawing.dots
        .filter(({ x }) => inSight(x))
        .map((dot) => (
          <EvidenceKnot key={dot.touchpointId} dot={dot} grounded={grounded.get(dot.touchpointId)} />
        ))}
      {detail !== "far" && <Marks marked={drawing.marked} memory={drawing.memory} />}
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
            personaId={active}
            place={activePlace}
          />
        ))}
      {read && <QuoteRead read={read} lane={lane} />}
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
  /** Whose points can be moved; null is the team. */
  readonly personaId: string | null;
  readonly place: number | null;
};

const NO_POINTS: TouchpointView["points"] = [];
const NO_PINS: TouchpointView["pins"] = [];

/** The personas whose curves this person looks at, each with its place in the journey's list. */
function useOverlaid() {
  const personas = useJourney((view) => view.personas);
  const shown = useCurveChoice((choice) => choice.shown);
  return useMemo(
    () =>
      personas.map((persona, place) => ({ persona, place })).filter(({ persona }) => shown.has(persona.id)),
    [personas, shown],
  );
}

/** The points of one touchpoint: they wake when it changes or one of them is in hand, not when another touchpoint does. */
const PointsOf = memo(function PointsOf(props: PointsProps) {
  const { column, lane, draft, onDraft, laneName, points, personaId, place } = props;
  const line = place === null ? undefined : personaLine(place);
  return pointsInHand({ points }, draft, personaId).map((point) => (
    <CurvePoint
      key={point.id}
      point={point}
      laneName={laneName}
      column={column}
      lane={lane}
      onDraft={onDraft}
      line={line}
    />
  ));
});

/** The draft, if it is of one of the touchpoint's points. */
function draftOf(touchpoint: TouchpointView | undefined, draft: Draft | null): Draft | null {
  return draft && touchpoint?.points.some(({ id }) => id === draft.id) ? draft : null;
}

import { expectationPath, placeX, valenceY, type CurveLane, type TouchpointColumn } from "@polku/drawing";
import { hopesBefore, type JourneyView } from "@polku/journey";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useJourney } from "../../session/SessionContext.tsx";

type Props = {
  readonly columns: readonly TouchpointColumn[];
  readonly touchpoints: JourneyView["touchpoints"];
  readonly lane: CurveLane;
};

/** Most earlier lines that are told apart by eye; the inspector says the rest in words. */
const MOST = 4;

/** The expectation line as it was, fainter the longer ago; where it changed, a step leads from the hope of then to that of now. */
export default function HopesBefore({ columns, touchpoints, lane }: Props) {
  const { t, i18n } = useTranslation();
  const past = useJourney((view) => view.pastExpectations);
  const lines = useMemo(() => hopesBefore(touchpoints, past).slice(0, MOST), [touchpoints, past]);
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium" });
  const byId = new Map(columns.map((column) => [column.touchpointId, column]));
  return (
    <g className="hopes-before">
      {past.map((one) => {
        const column = byId.get(one.touchpointId);
        const now = touchpoints.get(one.touchpointId)?.expectation.desired ?? null;
        if (!column || one.desired === null || now === null || one.desired === now) return null;
        const x = placeX(0.5, column);
        return (
          <g key={one.id}>
            {one.why !== null && <title>{one.why}</title>}
            <path
              className="hopes-before__step"
              d={`M${x},${valenceY(one.desired, lane)}V${valenceY(now, lane)}`}
            />
            <circle className="hopes-before__was" cx={x} cy={valenceY(one.desired, lane)} r={4} />
          </g>
        );
      })}
      {lines.map(({ until, hopes }, i) => {
        // It is named where it first parts from the line of now.
        const first = columns.find(({ touchpointId: id }) => {
          const then = hopes.get(id)?.desired ?? null;
          return then !== null && then !== (touchpoints.get(id)?.expectation.desired ?? null);
        });
        const v = first ? (hopes.get(first.touchpointId)?.desired ?? null) : null;
        if (!first || v === null) return null;
        return (
          <g key={until} style={{ opacity: 0.9 - i * 0.2 }}>
            <path
              className="hopes-before__line"
              d={expectationPath(columns, (id) => hopes.get(id)?.desired ?? null, lane)}
            />
            <text className="hopes-before__until" x={placeX(0.5, first)} y={valenceY(v, lane) - 8 - i * 13}>
              {until === ""
                ? t("curves.hopesLongAgo")
                : t("curves.hopesUntil", { when: day.format(new Date(until)) })}
            </text>
          </g>
        );
      })}
    </g>
  );
}

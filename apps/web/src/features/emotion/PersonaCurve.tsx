import {
  curvePath,
  drawnKnots,
  personaLine,
  type CurveLane,
  type PersonaLine,
  type TouchpointColumn,
} from "@polku/drawing";
import type { JourneyView, PersonaView } from "@polku/journey";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Draft } from "./CurvePoint.tsx";
import { pointsInHand } from "./drawLane.ts";

type Props = {
  readonly persona: PersonaView;
  /** Its place in the journey's list: from it come dash, marker and colour. */
  readonly place: number;
  readonly columns: readonly TouchpointColumn[];
  readonly touchpoints: JourneyView["touchpoints"];
  readonly lane: CurveLane;
  readonly draft: Draft | null;
  /** Its points are in hand themselves: then no markers are drawn under them. */
  readonly active: boolean;
};

/** The curve of one persona over the team's: with a dash, a marker and a colour of its own, and its name where it ends. */
export const PersonaCurve = memo(function PersonaCurve(props: Props) {
  const { persona, place, columns, touchpoints, lane, draft, active } = props;
  const { t } = useTranslation();
  const line = personaLine(place);
  const knots = useMemo(
    () => drawnKnots(columns, (id) => pointsInHand(touchpoints.get(id), draft, persona.id), lane),
    [columns, touchpoints, draft, persona.id, lane],
  );
  const name = persona.name || t("personas.untitled");
  return (
    <NamedLine
      line={line}
      knots={knots}
      name={name}
      title={persona.kind === "role" ? `${name} (${t("curves.role")})` : name}
      isRole={persona.kind === "role"}
      isMarked={!active}
    />
  );
});

type NamedLineProps = {
  readonly line: PersonaLine;
  readonly knots: ReturnType<typeof drawnKnots>;
  /** What stands where it ends. */
  readonly name: string;
  readonly title: string;
  readonly isRole?: boolean;
  readonly isMarked?: boolean;
};

/** Somebody's curve as a line of its own look, with its name where it ends. */
export function NamedLine({ line, knots, name, title, isRole = false, isMarked = true }: NamedLineProps) {
  const last = knots.at(-1);
  if (!last) return null;
  return (
    <g className="emotion__persona" style={{ color: line.colour }} data-role={isRole || undefined}>
      <title>{title}</title>
      <path className="emotion__persona-line" d={curvePath(knots)} strokeDasharray={line.dash} />
      {isMarked && knots.map(({ x, y }) => <PersonaMark key={x} line={line} x={x} y={y} r={5} />)}
      <text className="emotion__persona-name" x={last.x + 10} y={last.y - 8}>
        {name}
      </text>
    </g>
  );
}

/** A persona's marker at a place, r px in radius. */
export function PersonaMark({
  line,
  x,
  y,
  r,
}: {
  readonly line: PersonaLine;
  x: number;
  y: number;
  r: number;
}) {
  return (
    <path
      className="emotion__persona-mark"
      d={line.marker}
      transform={`translate(${x} ${y}) scale(${r})`}
      vectorEffect="non-scaling-stroke"
    />
  );
}

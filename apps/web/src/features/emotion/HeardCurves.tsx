import {
  curvePath,
  drawnKnots,
  evidenceDots,
  personaLine,
  type CurveLane,
  type TouchpointColumn,
} from "@polku/drawing";
import { CONVENTIONS, split, type JourneyView, type PersonaView } from "@polku/journey";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useCurveChoice } from "../../session/curveChoice.ts";
import { useJourney, useQuotes, useSession } from "../../session/SessionContext.tsx";
import { groundAll } from "../../session/useGrounding.ts";
import { useCustomerCurves, type NumberedCurve } from "../../session/useCustomerCurves.ts";
import { EvidenceKnot } from "./CurveMarks.tsx";
import { NamedLine } from "./PersonaCurve.tsx";

type Props = Omit<PersonaProps, "persona" | "place"> & {
  /** The personas that are chosen, each with its place in the journey's list. */
  readonly personas: readonly Pick<PersonaProps, "persona" | "place">[];
};

/** What was heard from the personas and the customers whom this person chose in "Curves". */
export default function HeardCurves({ personas, columns, touchpoints, lane }: Props) {
  const customers = useCustomerCurves();
  const before = useJourney((view) => view.personas.length);
  const shown = useCurveChoice((choice) => choice.shown);
  return (
    <>
      {personas.map(({ persona, place }) => (
        <PersonaEvidence key={persona.id} {...{ persona, place, columns, touchpoints, lane }} />
      ))}
      {customers
        .filter(({ choice }) => shown.has(choice))
        .map((curve) => (
          <CustomerLine
            key={curve.key}
            curve={curve}
            place={before + curve.n - 1}
            columns={columns}
            lane={lane}
          />
        ))}
    </>
  );
}

type PersonaProps = {
  readonly persona: PersonaView;
  /** Its place in the journey's list: from it comes the colour. */
  readonly place: number;
  readonly columns: readonly TouchpointColumn[];
  readonly touchpoints: JourneyView["touchpoints"];
  readonly lane: CurveLane;
};

/** What people said whose words were given this persona: solid as all that was heard, in the persona's colour, with n at each knot. */
const PersonaEvidence = memo(function PersonaEvidence(props: PersonaProps) {
  const { persona, place, columns, touchpoints, lane } = props;
  const { t } = useTranslation();
  const session = useSession();
  const quotes = useQuotes();
  const grounded = useMemo(() => {
    const own = new Map([...quotes].filter(([, { personaId }]) => personaId === persona.id));
    return own.size === 0 ? null : groundAll({ ...session.view(), touchpoints }, own);
  }, [session, touchpoints, quotes, persona.id]);
  const dots = useMemo(
    () =>
      evidenceDots(
        columns,
        (id) => grounded?.get(id)?.evidence,
        lane,
        CONVENTIONS.supported,
        (id) => split(grounded?.get(id)?.links ?? []).split,
      ),
    [columns, grounded, lane],
  );
  const last = dots.at(-1);
  if (!last) return null;
  const name = t("curves.heardOf", { name: persona.name || t("personas.untitled") });
  return (
    <g className="emotion__persona" style={{ color: personaLine(place).colour }}>
      <title>{name}</title>
      {dots.length > 1 && (
        <path className="emotion__persona-line emotion__persona-line--heard" d={curvePath(dots)} />
      )}
      {dots.map((dot) => (
        <EvidenceKnot key={dot.touchpointId} dot={dot} grounded={grounded?.get(dot.touchpointId)} />
      ))}
      <text className="emotion__persona-name" x={last.x + 10} y={last.y + 20}>
        {name}
      </text>
    </g>
  );
});

type CustomerProps = {
  readonly curve: NumberedCurve;
  /** By which dash, marker and colour are told from those of the personas and of other customers. */
  readonly place: number;
  readonly columns: readonly TouchpointColumn[];
  readonly lane: CurveLane;
};

/** One customer's own curve, as they gave it: nobody of the team can move it. */
const CustomerLine = memo(function CustomerLine({ curve, place, columns, lane }: CustomerProps) {
  const { t } = useTranslation();
  const line = personaLine(place);
  const knots = useMemo(
    () => drawnKnots(columns, (id) => curve.points.get(id) ?? [], lane),
    [columns, curve, lane],
  );
  const { n } = curve;
  return (
    <NamedLine
      line={line}
      knots={knots}
      name={t("curves.customer", { n })}
      title={t("curves.customerIs", { n })}
    />
  );
});

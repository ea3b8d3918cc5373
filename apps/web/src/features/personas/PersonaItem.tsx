import { personaLine } from "@polku/drawing";
import type { JourneyView, PersonaView } from "@polku/journey";
import { Eye, EyeOff, Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCurveChoice } from "../../session/curveChoice.ts";
import { useCanEdit, useJourney } from "../../session/SessionContext.tsx";
import { Tool } from "../../ui/Tool.tsx";

type Props = {
  readonly persona: PersonaView;
  readonly place: number;
  readonly onEdit: () => void;
  /** In which other journeys it walks. */
  readonly elsewhere: ReactNode;
};

/** How many touchpoints name a persona, and how many points its curve has: two numbers as one string, so that letters wake nobody. */
function presence(view: JourneyView, personaId: string): string {
  let touchpoints = 0;
  let points = 0;
  for (const touchpoint of view.touchpoints.values()) {
    if (touchpoint.personaIds.includes(personaId)) touchpoints += 1;
    points += touchpoint.points.filter((point) => point.personaId === personaId).length;
  }
  return `${touchpoints} ${points}`;
}

/** One persona in a few lines, with the line its curve is drawn by. */
export function PersonaItem({ persona, place, onEdit, elsewhere }: Props) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const [touchpoints = 0, points = 0] = useJourney((view) => presence(view, persona.id))
    .split(" ")
    .map(Number);
  const shown = useCurveChoice((choice) => choice.shown.has(persona.id));
  const show = useCurveChoice((choice) => choice.show);
  const line = personaLine(place);
  const name = persona.name || t("personas.untitled");
  return (
    <li className="persona" data-basis={persona.basis}>
      <div className="persona__head">
        <svg
          className="persona__line"
          width="36"
          height="14"
          aria-hidden="true"
          style={{ color: line.colour }}
        >
          <path d="M1,7H35" strokeDasharray={line.dash} />
          <path className="persona__mark" d={line.marker} transform="translate(18 7) scale(5)" />
        </svg>
        <h3 className="persona__name">{name}</h3>
        {points > 0 && (
          <Tool label={t("curves.show", { name })} pressed={shown} onClick={() => show(persona.id, !shown)}>
            {shown ? <Eye size={16} /> : <EyeOff size={16} />}
          </Tool>
        )}
        {canEdit && (
          <Tool label={t("personas.edit", { name })} onClick={onEdit}>
            <Pencil size={15} />
          </Tool>
        )}
      </div>
      <p className="persona__facts">
        {[
          t(`personas.kinds.${persona.kind}`),
          persona.role,
          persona.age === null ? null : String(persona.age),
          t(`personas.bases.${persona.basis}`),
        ]
          .filter((fact) => fact !== null)
          .join(" · ")}
      </p>
      {persona.goals !== "" && <p className="persona__goals">{persona.goals}</p>}
      {persona.needs.length > 0 && (
        <ul className="persona__needs">
          {persona.needs.map((need) => (
            <li key={need}>{need}</li>
          ))}
        </ul>
      )}
      <p className="persona__where">
        {t("personas.touchpoints", { count: touchpoints })}
        {points > 0 && ` · ${t("personas.points", { count: points })}`}
      </p>
      {elsewhere}
    </li>
  );
}

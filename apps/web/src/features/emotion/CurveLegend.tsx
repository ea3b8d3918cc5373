import { personaLine } from "@polku/drawing";
import { Eye, EyeOff, Pencil } from "lucide-react";
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useCurveChoice } from "../../session/curveChoice.ts";
import { useCanEdit, useJourney } from "../../session/SessionContext.tsx";
import { Tool } from "../../ui/Tool.tsx";
import { PersonaMark } from "./PersonaCurve.tsx";

/** Whose curves are shown, and for whom points are drawn: this person's choice alone. */
export function CurveLegend() {
  const { t } = useTranslation();
  const personas = useJourney((view) => view.personas);
  const { shown, active, show, draw } = useCurveChoice();
  const canEdit = useCanEdit();
  if (personas.length === 0) return null;
  const count = personas.filter(({ id }) => shown.has(id)).length;
  return (
    <DialogTrigger>
      <AriaButton className="curves__open nodrag nopan">
        {t("curves.title")}
        {count > 0 && <span className="curves__count">{count + 1}</span>}
      </AriaButton>
      <Popover placement="bottom start">
        <Dialog className="curves" aria-label={t("curves.legend")}>
          <ul>
            <li className="curves__one" data-active={active === null || undefined}>
              <svg width="44" height="14" aria-hidden="true">
                <path className="emotion-legend__line emotion-legend__line--team" d="M2,7H42" />
              </svg>
              <span className="curves__name">{t("curves.team")}</span>
              {canEdit && (
                <DrawFor name={t("curves.team")} active={active === null} onDraw={() => draw(null)} />
              )}
            </li>
            {personas.map(({ id, name, kind }, place) => {
              const line = personaLine(place);
              const called = name || t("personas.untitled");
              return (
                <li key={id} className="curves__one" data-active={active === id || undefined}>
                  <svg width="44" height="14" aria-hidden="true" style={{ color: line.colour }}>
                    <path className="emotion__persona-line" d="M2,7H42" strokeDasharray={line.dash} />
                    <PersonaMark line={line} x={22} y={7} r={5} />
                  </svg>
                  <span className="curves__name">
                    {called}
                    {kind === "role" && <span className="curves__role"> {t("curves.role")}</span>}
                  </span>
                  <Tool
                    label={t("curves.show", { name: called })}
                    pressed={shown.has(id)}
                    onClick={() => show(id, !shown.has(id))}
                  >
                    {shown.has(id) ? <Eye size={16} /> : <EyeOff size={16} />}
                  </Tool>
                  {canEdit && <DrawFor name={called} active={active === id} onDraw={() => draw(id)} />}
                </li>
              );
            })}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

type DrawProps = { readonly name: string; readonly active: boolean; readonly onDraw: () => void };

function DrawFor({ name, active, onDraw }: DrawProps) {
  const { t } = useTranslation();
  return (
    <Tool label={t("curves.drawFor", { name })} pressed={active} onClick={onDraw}>
      <Pencil size={15} />
    </Tool>
  );
}

import { personaLine, type PersonaLine } from "@polku/drawing";
import { Eye, EyeOff, Pencil } from "lucide-react";
import { useId } from "react";
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useCurveChoice } from "../../session/curveChoice.ts";
import { useCanEdit, useJourney } from "../../session/SessionContext.tsx";
import { useCustomerCurves, type NumberedCurve } from "../../session/useCustomerCurves.ts";
import { Tool } from "../../ui/Tool.tsx";
import { PersonaMark } from "./PersonaCurve.tsx";

/** Whose curves are shown, and for whom points are drawn: this person's choice alone. */
export function CurveLegend() {
  const { t } = useTranslation();
  const personas = useJourney((view) => view.personas);
  const { shown, active, show, draw } = useCurveChoice();
  const canEdit = useCanEdit();
  const customers = useCustomerCurves();
  const hasPast = useJourney((view) => view.pastExpectations.length > 0);
  if (personas.length + customers.length === 0 && !hasPast) return null;
  const choices = [...personas.map(({ id }) => id), ...customers.map(({ choice }) => choice)];
  const count = choices.filter((choice) => shown.has(choice)).length;
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
                  <Stroke line={line} />
                  <span className="curves__name">
                    {called}
                    {kind === "role" && <span className="curves__role"> {t("curves.role")}</span>}
                  </span>
                  <Sight of={called} isShown={shown.has(id)} onChange={(is) => show(id, is)} />
                  {canEdit && <DrawFor name={called} active={active === id} onDraw={() => draw(id)} />}
                </li>
              );
            })}
          </ul>
          {hasPast && <PastHopes />}
          {customers.length > 0 && <CustomerList customers={customers} first={personas.length} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** How a curve is drawn: its dash, its marker, its colour. */
function Stroke({ line }: { readonly line: PersonaLine }) {
  return (
    <svg width="44" height="14" aria-hidden="true" style={{ color: line.colour }}>
      <path className="emotion__persona-line" d="M2,7H42" strokeDasharray={line.dash} />
      <PersonaMark line={line} x={22} y={7} r={5} />
    </svg>
  );
}

type SightProps = {
  readonly of: string;
  readonly isShown: boolean;
  readonly onChange: (isShown: boolean) => void;
};

/** The choice to see a curve. */
function Sight({ of, isShown, onChange }: SightProps) {
  const { t } = useTranslation();
  return (
    <Tool label={t("curves.show", { name: of })} pressed={isShown} onClick={() => onChange(!isShown)}>
      {isShown ? <Eye size={16} /> : <EyeOff size={16} />}
    </Tool>
  );
}

/** The choice to see what was hoped for before. */
function PastHopes() {
  const { t } = useTranslation();
  const { hopesBefore, showHopesBefore } = useCurveChoice();
  return (
    <ul>
      <li className="curves__one">
        <svg width="44" height="14" aria-hidden="true">
          <path className="hopes-before__line" d="M2,7H42" />
        </svg>
        <span className="curves__name">{t("curves.hopesBefore")}</span>
        <Sight of={t("curves.hopesBefore")} isShown={hopesBefore} onChange={showHopesBefore} />
      </li>
    </ul>
  );
}

type CustomerProps = {
  readonly customers: readonly NumberedCurve[];
  /** The place of the first one's line, after those of the personas. */
  readonly first: number;
};

/** The customers who gave their own curve, each to be laid over the team's. */
function CustomerList({ customers, first }: CustomerProps) {
  const { t, i18n } = useTranslation();
  const { shown, show } = useCurveChoice();
  const id = useId();
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium" });
  return (
    <>
      <h3 className="curves__head" id={id}>
        {t("curves.customers")}
      </h3>
      <ul aria-labelledby={id}>
        {customers.map(({ choice, n, at }, i) => {
          const line = personaLine(first + i);
          const called = t("curves.customer", { n });
          return (
            <li key={choice} className="curves__one">
              <Stroke line={line} />
              <span className="curves__name">
                {called}
                {at !== null && <span className="curves__role"> {day.format(new Date(at))}</span>}
              </span>
              <Sight of={called} isShown={shown.has(choice)} onChange={(is) => show(choice, is)} />
            </li>
          );
        })}
      </ul>
    </>
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

import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import {
  useBeginWorkshop,
  useLeadWorkshop,
  type AgendaStep,
  type WorkshopState,
} from "../../api/workshop.ts";
import { useWorkshops } from "../../api/workshopSummary.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field, SelectField } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { StepFields } from "./StepFields.tsx";
import { PLAIN, stepsOf, TEMPLATE_NAMES, type TemplateName } from "./templates.ts";
import { Tool } from "../../ui/Tool.tsx";
import "./agenda.css";

type Props = {
  readonly journeyId: string;
  /** The workshop whose agenda is changed; without one, a workshop is begun. */
  readonly workshop?: WorkshopState;
  readonly onClose: () => void;
};

/** The agenda: which to begin with, and every step of it. */
export function AgendaDialog({ journeyId, workshop, onClose }: Props) {
  const { t } = useTranslation();
  const [template, setTemplate] = useState<TemplateName>("listening");
  const [title, setTitle] = useState(() => t("workshop.templates.listening.name"));
  const [steps, setSteps] = useState<AgendaStep[]>(() => workshop?.steps ?? stepsOf(t, "listening"));
  const past = useWorkshops(journeyId);
  const begin = useBeginWorkshop(journeyId);
  const lead = useLeadWorkshop(journeyId);
  const { isPending, error } = workshop ? lead : begin;
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0);

  const choose = (name: TemplateName): void => {
    setTemplate(name);
    setTitle(t(`workshop.templates.${name}.name`));
    setSteps(stepsOf(t, name));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (workshop) lead.mutate({ steps }, { onSuccess: onClose });
    else begin.mutate({ title, steps }, { onSuccess: onClose });
  };
  return (
    <Dialog title={t(workshop ? "workshop.editAgenda" : "workshop.begin")} wide onClose={onClose}>
      <form className="agenda" onSubmit={submit}>
        {!workshop && (
          <>
            <p className="field__hint">{t("workshop.beginHelp")}</p>
            {past.data && past.data.items.length > 0 && (
              <Link href={`/j/${journeyId}/summary`}>{t("summary.earlier")}</Link>
            )}
            <div className="agenda__head">
              <SelectField
                label={t("workshop.template")}
                value={template}
                options={TEMPLATE_NAMES.map((value) => ({
                  value,
                  label: t(`workshop.templates.${value}.name`),
                }))}
                onChange={choose}
              />
              <Field label={t("workshop.name")}>
                {(id) => (
                  <input
                    id={id}
                    className="input"
                    required
                    maxLength={160}
                    value={title}
                    onChange={(event) => setTitle(event.target.value)}
                  />
                )}
              </Field>
            </div>
          </>
        )}
        <StepList steps={steps} onId={workshop?.stepId} onChange={setSteps} />
        <div className="agenda__foot">
          <span className="field__hint">{t("workshop.total", { count: minutes })}</span>
          {error && <Notice problem>{error.message}</Notice>}
          <Button look="primary" type="submit" disabled={isPending || steps.length === 0}>
            {t(workshop ? "workshop.keepAgenda" : "workshop.go")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type ListProps = {
  readonly steps: readonly AgendaStep[];
  /** The step that is on: it stays in the agenda. */
  readonly onId: string | undefined;
  readonly onChange: (steps: AgendaStep[]) => void;
};

function StepList({ steps, onId, onChange }: ListProps) {
  const { t } = useTranslation();
  const move = (from: number, to: number): void => {
    const next = [...steps];
    next.splice(to, 0, ...next.splice(from, 1));
    onChange(next);
  };
  const add = (): void =>
    onChange([
      ...steps,
      {
        id: crypto.randomUUID(),
        title: t("workshop.steps.fresh"),
        instruction: "",
        minutes: 10,
        tool: "map",
        ...PLAIN,
      },
    ]);
  return (
    <>
      <ol className="agenda__steps">
        {steps.map((step, i) => (
          <li key={step.id} className="agenda__step" data-on={step.id === onId || undefined}>
            <StepFields
              step={step}
              isOn={step.id === onId}
              onChange={(change) =>
                onChange(steps.map((one) => (one.id === step.id ? { ...one, ...change } : one)))
              }
            />
            <span className="agenda__tools">
              <Tool
                label={t("workshop.steps.up", { title: step.title })}
                disabled={i === 0}
                onClick={() => move(i, i - 1)}
              >
                <ArrowUp aria-hidden="true" />
              </Tool>
              <Tool
                label={t("workshop.steps.down", { title: step.title })}
                disabled={i === steps.length - 1}
                onClick={() => move(i, i + 1)}
              >
                <ArrowDown aria-hidden="true" />
              </Tool>
              <Tool
                label={t("workshop.steps.remove", { title: step.title })}
                disabled={step.id === onId}
                onClick={() => onChange(steps.filter(({ id }) => id !== step.id))}
              >
                <Trash2 aria-hidden="true" />
              </Tool>
            </span>
          </li>
        ))}
      </ol>
      <Button icon={<Plus size={16} />} onClick={add}>
        {t("workshop.steps.add")}
      </Button>
    </>
  );
}

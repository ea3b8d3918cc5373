import { useTranslation } from "react-i18next";
import type { AgendaStep } from "../../api/workshop.ts";
import { Checkbox, Field, SelectField } from "../../ui/Field.tsx";

const TOOLS = ["map", "write", "draw", "vote", "listen"] as const satisfies readonly AgendaStep["tool"][];
const VOTE_ON = ["touchpoints", "notes"] as const satisfies readonly AgendaStep["voteOn"][];

type Props = {
  readonly step: AgendaStep;
  readonly isOn: boolean;
  readonly onChange: (change: Partial<AgendaStep>) => void;
};

/** One step of the agenda, to be written. */
export function StepFields({ step, isOn, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className="agenda__fields">
      <div className="agenda__row">
        <Field
          label={
            isOn ? `${t("workshop.steps.title")} (${t("workshop.steps.on")})` : t("workshop.steps.title")
          }
        >
          {(id) => (
            <input
              id={id}
              className="input"
              required
              maxLength={160}
              value={step.title}
              onChange={(event) => onChange({ title: event.target.value })}
            />
          )}
        </Field>
        <CountField
          label={t("workshop.steps.minutes")}
          most={480}
          value={step.minutes}
          onChange={(minutes) => onChange({ minutes })}
        />
        <SelectField
          label={t("workshop.steps.tool")}
          value={step.tool}
          options={TOOLS.map((value) => ({ value, label: t(`workshop.tool.${value}`) }))}
          onChange={(tool) => onChange({ tool })}
        />
      </div>
      <Field label={t("workshop.steps.instruction")}>
        {(id) => (
          <input
            id={id}
            className="input"
            maxLength={600}
            value={step.instruction}
            onChange={(event) => onChange({ instruction: event.target.value })}
          />
        )}
      </Field>
      {step.tool === "draw" && (
        <div className="agenda__row agenda__row--more">
          <CountField
            label={t("workshop.steps.hear")}
            least={0}
            most={20}
            value={step.hear}
            onChange={(hear) => onChange({ hear })}
          />
          <p className="field__hint">
            {t(step.hear === 0 ? "workshop.steps.believes" : "workshop.steps.hearsFirst")}
          </p>
        </div>
      )}
      {(step.tool === "write" || step.tool === "vote") && (
        <div className="agenda__row agenda__row--more">
          <Checkbox
            label={t("workshop.steps.anonymous")}
            checked={step.anonymous}
            onChange={(anonymous) => onChange({ anonymous })}
          />
          {step.tool === "write" && (
            <>
              <Checkbox
                label={t("workshop.steps.asksHuman")}
                checked={step.asksHuman}
                onChange={(asksHuman) => onChange({ asksHuman })}
              />
              <Checkbox
                label={t("workshop.steps.asksFeeling")}
                checked={step.asksFeeling}
                onChange={(asksFeeling) => onChange({ asksFeeling })}
              />
            </>
          )}
          {step.tool === "vote" && (
            <>
              <SelectField
                label={t("workshop.steps.voteOn")}
                value={step.voteOn}
                options={VOTE_ON.map((value) => ({ value, label: t(`workshop.voteOn.${value}`) }))}
                onChange={(voteOn) => onChange({ voteOn })}
              />
              <CountField
                label={t("workshop.steps.dots")}
                most={20}
                value={step.dots}
                onChange={(dots) => onChange({ dots })}
              />
            </>
          )}
        </div>
      )}
    </div>
  );
}

/** A whole number from `least` to `most`; while the field is empty the form says so. */
function CountField({
  label,
  least = 1,
  most,
  value,
  onChange,
}: {
  readonly label: string;
  readonly least?: number;
  readonly most: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          className="input agenda__minutes"
          type="number"
          required
          min={least}
          max={most}
          value={value < least ? "" : value}
          onChange={(event) => onChange(Math.round(event.target.valueAsNumber) || 0)}
        />
      )}
    </Field>
  );
}

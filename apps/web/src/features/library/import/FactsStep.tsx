import { ASKED_KINDS, INTERNAL_KINDS, LISTENED_KINDS, SOURCE_KINDS, sourceClass } from "@polku/journey";
import { useTranslation } from "react-i18next";
import { useSources } from "../../../api/sources.ts";
import { Checkbox, Field, SelectField } from "../../../ui/Field.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { moreAnswersThanAsked, type Draft, type Facts } from "./draft.ts";

type Props = { readonly draft: Draft; readonly onChange: (draft: Draft) => void };

const KINDS = [
  ["asked", ASKED_KINDS],
  ["listened", LISTENED_KINDS],
  ["internal", INTERNAL_KINDS],
] as const;
const LANGUAGES = ["", "fi", "en"] as const;
const CONSENTS = ["unknown", "consent", "contract", "legitimate_interest", "public"] as const;

/** Where the words come from: asked or listened, of how many, when, and by what right they are kept. */
export function FactsStep({ draft, onChange }: Props) {
  const { t } = useTranslation();
  const { data: sources = [] } = useSources();
  const { facts } = draft;
  const change = (some: Partial<Facts>): void => onChange({ ...draft, facts: { ...facts, ...some } });
  const joins = sources.some(({ title, kind }) => title === facts.title.trim() && kind === facts.kind);
  return (
    <div className="wizard__step">
      <div className="wizard__fields">
        <Field label={t("library.wizard.facts.kind")}>
          {(id) => (
            <select
              id={id}
              className="input"
              value={facts.kind}
              onChange={(event) => {
                const kind = SOURCE_KINDS.find((one) => one === event.target.value);
                if (kind) change({ kind });
              }}
            >
              {KINDS.map(([heard, kinds]) => (
                <optgroup key={heard} label={t(`library.wizard.facts.${heard}`)}>
                  {kinds.map((kind) => (
                    <option key={kind} value={kind}>
                      {t(`library.kind.${kind}`)}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
        <Line
          label={t("library.wizard.facts.title")}
          value={facts.title}
          onChange={(title) => change({ title })}
        />
      </div>
      {joins && <Notice>{t("library.wizard.facts.joins")}</Notice>}
      <p className="field__hint">{t("library.wizard.facts.unknown")}</p>
      <div className="wizard__fields">
        {sourceClass(facts.kind) === "asked" && (
          <>
            <Line
              label={t("library.wizard.facts.invited")}
              type="number"
              value={facts.invited}
              onChange={(invited) => change({ invited })}
            />
            <Line
              label={t("library.wizard.facts.responded")}
              type="number"
              value={facts.responded}
              onChange={(responded) => change({ responded })}
            />
          </>
        )}
        <Line
          label={t("library.wizard.facts.from")}
          type="date"
          value={facts.from}
          onChange={(from) => change({ from })}
        />
        <Line
          label={t("library.wizard.facts.to")}
          type="date"
          value={facts.to}
          onChange={(to) => change({ to })}
        />
        <SelectField
          label={t("library.wizard.facts.consent")}
          value={facts.consent}
          options={CONSENTS.map((value) => ({ value, label: t(`library.wizard.facts.consents.${value}`) }))}
          onChange={(consent) => change({ consent })}
        />
        <Line
          label={t("library.wizard.facts.retention")}
          type="date"
          value={facts.retention}
          onChange={(retention) => change({ retention })}
        />
        <Line
          label={t("library.wizard.facts.purpose")}
          value={facts.purpose}
          onChange={(purpose) => change({ purpose })}
        />
      </div>
      <div className="wizard__fields">
        <Line
          label={t("library.wizard.facts.samplingNote")}
          value={facts.samplingNote}
          onChange={(samplingNote) => change({ samplingNote })}
        />
        <SelectField
          label={t("library.wizard.facts.language")}
          value={facts.language}
          options={LANGUAGES.map((value) => ({
            value,
            label: t(`library.wizard.facts.languages.${value || "each"}`),
          }))}
          onChange={(language) => change({ language })}
        />
      </div>
      {moreAnswersThanAsked(facts) && <Notice problem>{t("library.wizard.facts.moreAnswers")}</Notice>}
      <Checkbox
        label={t("library.wizard.facts.sample")}
        checked={facts.sample}
        onChange={(sample) => change({ sample })}
      />
    </div>
  );
}

type LineProps = {
  readonly label: string;
  readonly value: string;
  readonly type?: "text" | "number" | "date";
  readonly onChange: (value: string) => void;
};

function Line({ label, value, type = "text", onChange }: LineProps) {
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          className="input"
          type={type}
          min={type === "number" ? 0 : undefined}
          maxLength={type === "text" ? 200 : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

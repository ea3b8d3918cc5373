import {
  deletePersona,
  editText,
  PERSONA_BASES,
  PERSONA_KINDS,
  setPersona,
  type PersonaView,
} from "@polku/journey";
import { ArrowLeft, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCommand, useSession } from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field, SelectField } from "../../ui/Field.tsx";
import { LineField, NumberField } from "../../ui/LineField.tsx";
import { SharedText } from "../../ui/SharedText.tsx";

type Props = { readonly persona: PersonaView; readonly onBack: () => void };

const OLDEST = 130;
const MOST_NEEDS = 50;
const LONGEST_NEED = 500;

function needsOf(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trim().slice(0, LONGEST_NEED));
  return lines.filter((line) => line !== "").slice(0, MOST_NEEDS);
}

/** Everything about one persona. Name and goals are typed together; the rest is taken when a field is left. */
export function PersonaForm({ persona, onBack }: Props) {
  const { t } = useTranslation();
  const run = useCommand();
  const { undo } = useSession();
  const set = (attributes: Parameters<typeof setPersona.run>[1]["set"]): void =>
    void run(setPersona, { personaId: persona.id, set: attributes });
  const edit = (key: "name" | "goals") => (text: string) =>
    run(editText, { on: "personas", id: persona.id, key, text });
  const needs = persona.needs.join("\n");
  return (
    <div className="persona-form">
      <Button look="quiet" className="persona-form__back" icon={<ArrowLeft size={16} />} onClick={onBack}>
        {t("personas.back")}
      </Button>
      <SharedText
        className="persona-form__name"
        label={t("personas.name")}
        placeholder={t("personas.namePlaceholder")}
        takesFocus={persona.name === ""}
        value={persona.name}
        onEdit={edit("name")}
      />
      <div className="persona-form__pair">
        <SelectField
          label={t("personas.kind")}
          value={persona.kind}
          options={PERSONA_KINDS.map((value) => ({ value, label: t(`personas.kinds.${value}`) }))}
          onChange={(kind) => set({ kind })}
        />
        <NumberField
          label={t("personas.age")}
          min={0}
          max={OLDEST}
          value={persona.age}
          onChange={(age) => set({ age })}
        />
      </div>
      <LineField label={t("personas.role")} value={persona.role} onChange={(role) => set({ role })} />
      <div className="field">
        <span className="field__label" aria-hidden="true">
          {t("personas.goals")}
        </span>
        <SharedText
          className="input persona-form__goals"
          label={t("personas.goals")}
          placeholder={t("personas.goalsHint")}
          multiline
          value={persona.goals}
          onEdit={edit("goals")}
        />
      </div>
      <Field label={t("personas.needs")}>
        {(id) => (
          <textarea
            id={id}
            className="input"
            rows={4}
            key={needs}
            defaultValue={needs}
            onBlur={(event) => {
              const next = needsOf(event.target.value);
              if (next.join("\n") !== needs) set({ needs: next });
            }}
          />
        )}
      </Field>
      <SelectField
        label={t("personas.basis")}
        value={persona.basis}
        options={PERSONA_BASES.map((value) => ({ value, label: t(`personas.bases.${value}`) }))}
        onChange={(basis) => set({ basis })}
      />
      {persona.basis === "research" && (
        <LineField
          label={t("personas.basedOn")}
          value={persona.basedOn}
          onChange={(basedOn) => set({ basedOn })}
        />
      )}
      <Button
        look="danger"
        className="persona-form__delete"
        icon={<Trash2 size={16} />}
        onClick={() => {
          undo.beginStep();
          run(deletePersona, { personaId: persona.id });
          onBack();
        }}
      >
        {t("personas.delete", { name: persona.name || t("personas.untitled") })}
      </Button>
    </div>
  );
}

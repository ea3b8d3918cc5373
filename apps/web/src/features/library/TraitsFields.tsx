import { useTranslation } from "react-i18next";
import { useJourney } from "../../session/SessionContext.tsx";
import { SelectField } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { FeelingSign, signOf } from "../../ui/FeelingSign.tsx";
import { FeelingPicker } from "./FeelingPicker.tsx";
import type { QuoteTraits } from "./quoteTraits.ts";
import { ThemesField } from "./ThemesField.tsx";

const SPEAKERS = ["customer", "agent", "bot", "other"] as const;
const MOMENTS = ["unknown", "before", "during", "after"] as const;
const MANNERS = ["stated", "observed", "felt"] as const;

type Props = {
  readonly traits: QuoteTraits;
  readonly onChange: (traits: QuoteTraits) => void;
  /** The valence that the contact's own score gives (method A3), when nobody has said otherwise. */
  readonly scored: number | null;
  /** Everything lies open at once; otherwise the feeling, and the rest behind one press. */
  readonly open?: boolean;
};

/** What is said of a quote: who speaks, how it felt, about what, when and how we know. */
export function TraitsFields({ traits, onChange, scored, open = false }: Props) {
  const { t } = useTranslation();
  const byScore = traits.valence === undefined && traits.speaker === "customer" ? scored : null;
  return (
    <div className="traits">
      <FeelingPicker
        value={traits.valence === undefined ? byScore : traits.valence}
        onChange={(valence) => onChange({ ...traits, valence })}
      />
      {byScore !== null && (
        <p className="traits__score">
          <FeelingSign v={byScore} />
          {t("library.quote.fromScore", { feeling: signOf(byScore) })}
        </p>
      )}
      {traits.speaker !== "customer" && <Notice>{t("library.quote.notCustomer")}</Notice>}
      <details className="traits__more" open={open}>
        <summary>{t("library.quote.more")}</summary>
        <div className="traits__row">
          <SelectField
            label={t("library.quote.speaker")}
            value={traits.speaker}
            options={SPEAKERS.map((value) => ({ value, label: t(`speaker.${value}`) }))}
            onChange={(speaker) => onChange({ ...traits, speaker })}
          />
          <SelectField
            label={t("library.quote.moment")}
            value={traits.moment ?? "unknown"}
            options={MOMENTS.map((value) => ({ value, label: t(`library.quote.moments.${value}`) }))}
            onChange={(moment) => onChange({ ...traits, moment: moment === "unknown" ? null : moment })}
          />
          <SelectField
            label={t("library.quote.manner")}
            value={traits.manner}
            options={MANNERS.map((value) => ({ value, label: t(`library.quote.manners.${value}`) }))}
            onChange={(manner) => onChange({ ...traits, manner })}
          />
        </div>
        <PersonaField value={traits.personaId} onChange={(personaId) => onChange({ ...traits, personaId })} />
        <ThemesField value={traits.themes} onChange={(themes) => onChange({ ...traits, themes })} />
      </details>
    </div>
  );
}

type PersonaProps = { readonly value: string | null; readonly onChange: (personaId: string | null) => void };

/** Whose words they are like, among the personas of the open map; one of another map stays until another is chosen. */
function PersonaField({ value, onChange }: PersonaProps) {
  const { t } = useTranslation();
  const personas = useJourney((view) => view.personas);
  const isElsewhere = value !== null && !personas.some(({ id }) => id === value);
  if (personas.length === 0 && !isElsewhere) return null;
  return (
    <SelectField<string>
      label={t("library.quote.persona")}
      value={value ?? ""}
      options={[
        { value: "", label: t("library.quote.noPersona") },
        ...personas.map(({ id, name }) => ({ value: id, label: name || t("personas.untitled") })),
        ...(isElsewhere ? [{ value, label: t("library.quote.otherPersona") }] : []),
      ]}
      onChange={(id) => onChange(id === "" ? null : id)}
    />
  );
}

import { useTranslation } from "react-i18next";
import { KINDS, type Draft, type PersonalDataKind } from "./draft.ts";
import { RulesNote } from "./RulesNote.tsx";

type Props = { readonly draft: Draft; readonly onChange: (draft: Draft) => void };

/** Long enough to see how masking looks, short enough to look at. */
const EXAMPLES = 3;

/** What personal data was found, and whether it is masked before anything is kept. */
export function PrivacyStep({ draft, onChange }: Props) {
  const { t } = useTranslation();
  const { personalData, personalDataSamples, sampled, contacts } = draft.preview;
  const found = KINDS.flatMap((kind) => {
    const count = personalData[kind] ?? 0;
    return count > 0 ? [{ kind, count }] : [];
  });
  const masked = contacts.filter(({ text }) => /\[[^\]\n]+\]/.test(text));
  const examples = (masked.length > 0 ? masked : contacts).slice(0, EXAMPLES);
  return (
    <div className="wizard__step">
      {found.length === 0 ? (
        <p>{t("library.wizard.privacy.none", { count: sampled })}</p>
      ) : (
        <>
          <p>{t("library.wizard.privacy.found", { count: sampled })}</p>
          <ul className="found">
            {found.map(({ kind, count }) => (
              <li key={kind}>
                <FoundKind
                  kind={kind}
                  count={count}
                  samples={personalDataSamples[kind] ?? []}
                  masked={draft.mask && !draft.unmasked.includes(kind)}
                  disabled={!draft.mask}
                  onChange={(masked) =>
                    onChange({
                      ...draft,
                      unmasked: masked
                        ? draft.unmasked.filter((one) => one !== kind)
                        : [...draft.unmasked, kind],
                    })
                  }
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <fieldset className="wizard__group">
        <legend className="visually-hidden">{t("library.wizard.steps.privacy")}</legend>
        {(["mask", "keep"] as const).map((choice) => (
          <label key={choice} className="choice">
            <input
              type="radio"
              name="mask"
              checked={draft.mask === (choice === "mask")}
              onChange={() => onChange({ ...draft, mask: choice === "mask" })}
            />
            <span>
              {t(`library.wizard.privacy.${choice}`)}
              <span className="field__hint">{t(`library.wizard.privacy.${choice}Help`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {draft.mask && draft.unmasked.length === 0 && examples.length > 0 && (
        <section>
          <h3>{t("library.wizard.privacy.example")}</h3>
          <ul className="examples">
            {examples.map(({ text }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- examples have no other name than their place
              <li key={index}>{text.length > 240 ? `${text.slice(0, 240)} …` : text}</li>
            ))}
          </ul>
        </section>
      )}
      <RulesNote draft={draft} onChange={onChange} />
    </div>
  );
}

type FoundProps = {
  readonly kind: PersonalDataKind;
  readonly count: number;
  /** A few pieces as they stand in the file. */
  readonly samples: readonly string[];
  readonly masked: boolean;
  readonly disabled: boolean;
  readonly onChange: (masked: boolean) => void;
};

/** One kind of what was found, in its own letters, and whether it is masked. */
function FoundKind({ kind, count, samples, masked, disabled, onChange }: FoundProps) {
  const { t } = useTranslation();
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={masked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        <span>
          {t("library.wizard.privacy.maskKind")} <strong>{t(`library.wizard.privacy.kinds.${kind}`)}</strong>{" "}
          ({count})
        </span>
        {samples.length > 0 && (
          <span className="field__hint">
            {samples.join(" · ")}
            {masked && ` → [${kind}]`}
          </span>
        )}
      </span>
    </label>
  );
}

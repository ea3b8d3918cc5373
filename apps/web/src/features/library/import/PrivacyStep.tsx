import { useTranslation } from "react-i18next";
import type { Draft } from "./draft.ts";

type Props = { readonly draft: Draft; readonly onChange: (draft: Draft) => void };

const KINDS = [
  "email",
  "phone",
  "name",
  "address",
  "personalId",
  "iban",
  "card",
  "businessId",
  "plate",
  "ip",
] as const;
/** Long enough to see how masking looks, short enough to look at. */
const EXAMPLES = 3;

/** What personal data was found, and whether it is masked before anything is kept. */
export function PrivacyStep({ draft, onChange }: Props) {
  const { t } = useTranslation();
  const { personalData, sampled, contacts } = draft.preview;
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
                <strong>{count}</strong> {t(`library.wizard.privacy.kinds.${kind}`)}
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
      {draft.mask && examples.length > 0 && (
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
    </div>
  );
}

import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useFeelingName } from "../../session/useFeelingName.ts";
import { FeelingSign, signOf } from "../../ui/FeelingSign.tsx";

/** The five feelings, −2 … +2, in the order of the keys 1–5. */
export const FEELINGS = [-2, -1, 0, 1, 2] as const;

/** The feeling of a key 1–5 (1 = −2 … 5 = +2); undefined for other keys. */
export function feelingOfKey(key: string): number | undefined {
  return /^[1-5]$/.test(key) ? Number(key) - 3 : undefined;
}

type Props = {
  /** −2..2, or null when nobody knows. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
};

/** How it felt: shape, sign and word, never colour alone; one may also say that it is not known. */
export function FeelingPicker({ value, onChange }: Props) {
  const { t } = useTranslation();
  const feelingName = useFeelingName();
  const name = useId();
  return (
    <fieldset className="feelings">
      <legend className="field__label">
        {t("library.quote.feeling")} <span className="feelings__keys">{t("library.quote.feelingKeys")}</span>
      </legend>
      <div className="feelings__row">
        {FEELINGS.map((v) => (
          <label key={v} className="feelings__one">
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              checked={value === v}
              onChange={() => onChange(v)}
            />
            <FeelingSign v={v} />
            <span className="feelings__sign">{signOf(v)}</span>
            <span className="feelings__word">{feelingName(v)}</span>
          </label>
        ))}
        <label className="feelings__one feelings__one--unknown">
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={value === null}
            onChange={() => onChange(null)}
          />
          <span className="feelings__word">{t("library.quote.unknown")}</span>
        </label>
      </div>
    </fieldset>
  );
}

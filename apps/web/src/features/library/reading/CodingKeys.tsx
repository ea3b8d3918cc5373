import { useTranslation } from "react-i18next";

const KEYS = [
  ["sentences", "↑ ↓"],
  ["words", "← →"],
  ["feeling", "1 – 5"],
  ["make", "Q, Enter"],
  ["themes", "T"],
  ["hear", "P"],
  ["next", "J, K"],
  ["back", "Esc"],
  ["help", "?"],
] as const;

/** What every key does while a contact is read. */
export function CodingKeys() {
  const { t } = useTranslation();
  return (
    <dl className="coding-keys" aria-label={t("coding.keysTitle")}>
      {KEYS.flatMap(([what, keys]) => [
        <dt key={`${what} keys`}>{keys}</dt>,
        <dd key={what}>{t(`coding.keys.${what}`)}</dd>,
      ])}
    </dl>
  );
}

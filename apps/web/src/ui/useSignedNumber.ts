import { useCallback } from "react";
import { useTranslation } from "react-i18next";

const formats = new Map<string, Intl.NumberFormat>();

/** Making one takes as long as drawing a card; every point of every curve needs the same one. */
function signedFormat(language: string, digits: number): Intl.NumberFormat {
  const key = `${language} ${digits}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const fresh = new Intl.NumberFormat(language, { maximumFractionDigits: digits, signDisplay: "exceptZero" });
  formats.set(key, fresh);
  return fresh;
}

/** Writes a valence in the reader's language, with its sign; below zero with a true minus, as everywhere on the map. */
export function useSignedNumber(digits: number): (value: number) => string {
  const { i18n } = useTranslation();
  return useCallback(
    (value) => signedFormat(i18n.language, digits).format(value).replace("-", "\u2212"),
    [i18n.language, digits],
  );
}

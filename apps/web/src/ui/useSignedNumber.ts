import { useCallback } from "react";
import { useTranslation } from "react-i18next";

/** Writes a valence in the reader's language, with its sign; below zero with a true minus, as everywhere on the map. */
export function useSignedNumber(digits: number): (value: number) => string {
  const { i18n } = useTranslation();
  return useCallback(
    (value) =>
      new Intl.NumberFormat(i18n.language, { maximumFractionDigits: digits, signDisplay: "exceptZero" })
        .format(value)
        .replace("-", "\u2212"),
    [i18n.language, digits],
  );
}

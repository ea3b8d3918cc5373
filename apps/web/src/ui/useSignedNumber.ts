import { useCallback } from "react";
import { useTranslation } from "react-i18next";

/**
 * A number with its sign in a language, below zero with a true minus; zero has none. Not by Intl: the first number that Intl writes takes
 * as long as a hundred cells, and it would be written before the map's first look.
 */
export function signedNumber(value: number, digits: number, language: string): string {
  const size = String(Math.abs(Number(value.toFixed(digits))));
  const words = language.startsWith("fi") ? size.replace(".", ",") : size;
  if (words === "0") return words;
  return `${value < 0 ? "\u2212" : "+"}${words}`;
}

/** Writes a valence in the reader's language, with its sign. */
export function useSignedNumber(digits: number): (value: number) => string {
  const { i18n } = useTranslation();
  return useCallback((value) => signedNumber(value, digits, i18n.language), [i18n.language, digits]);
}

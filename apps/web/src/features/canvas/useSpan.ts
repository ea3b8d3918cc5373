import { spanInWords } from "@polku/drawing";
import { useTranslation } from "react-i18next";

/** Says a span of time, given in ms, in the reader's language: "24 minutes", "3 days". */
export function useSpan(): (ms: number) => string {
  const { i18n } = useTranslation();
  return (ms) => spanInWords(ms, i18n.language);
}

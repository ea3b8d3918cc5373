import type { Language } from "@polku/journey";
import { useTranslation } from "react-i18next";
import { chooseLanguage, currentLanguage } from "../i18n/language.ts";
import { patiently } from "./patiently.ts";

const NAMES = { en: "English", fi: "Suomi" } as const;

/**
 * Waits for the words without a network. The choice is remembered before they are loaded: where they have gone with an older version, a
 * reload brings both.
 */
function choose(language: Language): void {
  patiently(() => chooseLanguage(language)).catch(() => location.reload());
}

/** Each language says its own name, so that one finds it without knowing the other. */
export function LanguagePicker() {
  const { t } = useTranslation();
  const now = currentLanguage();
  return (
    <div className="languages" role="group" aria-label={t("ui.language")}>
      {(["en", "fi"] as const).map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className="button button--quiet"
          aria-pressed={now === language}
          onClick={() => choose(language)}
        >
          {NAMES[language]}
        </button>
      ))}
    </div>
  );
}
